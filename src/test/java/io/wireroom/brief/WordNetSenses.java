package io.wireroom.brief;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Makes {@code facts/wordnet-en.txt}, which {@link Thesaurus} reads, from the files of WordNet 3.0:
 * {@code WordNetSenses FOLDER OUT}. A line is a stem and its senses, as numbers to the base of 36:
 * its own, then with a mark those derived from or similar to them ({@code +}), those one step more
 * general or special ({@code @}) and their opposites ({@code !}). Words are those that WordNet
 * counted in texts or that {@code facts/words-en.txt} has; senses are those that are frequent for
 * their word.
 */
public final class WordNetSenses {

  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final Pattern PHRASE = Pattern.compile("[a-z]{2,}_[a-z]{2,}");

  /** A sense with less than this share of what was counted of its word is left out. */
  private static final double LEAST_SHARE = 0.1;

  /** The same among the senses of a word as a noun, and as a verb. */
  private static final double LEAST_SHARE_OF_ALL = 0.05;

  private static final int MOST_SENSES = 3;

  /** A word with more kinds below it is too vague to stand for one of them: change, act, person. */
  private static final int MOST_HYPONYMS = 20;

  /** Pertainyms (quickly, quick) and participles count as derived, groups of verbs as similar. */
  private static final Map<String, String> MARKS =
      Map.of("+", "+", "\\", "+", "<", "+", "&", "&", "$", "&", "@", "@", "!", "!");

  private final WordNet wordNet;
  private final PorterStemmer stemmer = new PorterStemmer();
  private final Set<String> common = new HashSet<>();

  /** The stems of the words that are kept, by sense. */
  private final Map<String, Set<String>> stems = new HashMap<>();

  private WordNetSenses(WordNet wordNet) throws IOException {
    this.wordNet = wordNet;
    try (InputStream stream = WordNetSenses.class.getResourceAsStream("/facts/words-en.txt")) {
      Objects.requireNonNull(stream, "facts/words-en.txt");
      for (String word : new String(stream.readAllBytes(), US_ASCII).strip().split("\\s+", -1)) {
        common.add(stem(word));
      }
    }
  }

  public static void main(String[] args) throws IOException {
    WordNetSenses senses = new WordNetSenses(new WordNet(Path.of(args[0])));
    senses.choose();
    Files.writeString(Path.of(args[1]), senses.text());
  }

  private void choose() {
    Map<String, Integer> counts = new HashMap<>();
    wordNet.lemmas.forEach(lemma -> counts.merge(lemma.word(), lemma.count(), Integer::sum));
    for (WordNet.Lemma lemma : wordNet.lemmas) {
      int count = counts.getOrDefault(lemma.word(), 0);
      if (!isWord(lemma) || (count == 0 && !isCommon(lemma.word()))) {
        continue;
      }
      Set<String> keys = new TreeSet<>(Set.of(stem(lemma.word())));
      for (String form : wordNet.forms.getOrDefault(lemma.word(), List.of())) {
        if (WORD.matcher(form).matches()) {
          keys.add(stem(form));
        }
      }
      for (int i = 0; i < Math.min(MOST_SENSES, lemma.synsets().size()); i++) {
        WordNet.Synset synset = wordNet.synset(lemma.synsets().get(i));
        if (isFrequent(lemma, i, count) && synset.words().contains(lemma.word())) {
          stems.computeIfAbsent(lemma.synsets().get(i), key -> new TreeSet<>()).addAll(keys);
        }
      }
    }
  }

  private static boolean isWord(WordNet.Lemma lemma) {
    return WORD.matcher(lemma.word()).matches()
        || (lemma.part().equals("verb") && PHRASE.matcher(lemma.word()).matches());
  }

  private boolean isCommon(String word) {
    return List.of(word.split("_", -1)).stream().allMatch(part -> common.contains(stem(part)));
  }

  private static boolean isFrequent(WordNet.Lemma lemma, int sense, int all) {
    int count = lemma.counts().get(sense);
    return sense == 0
        ? lemma.count() >= LEAST_SHARE_OF_ALL * all
        : count > 0 && count >= LEAST_SHARE * lemma.count() && count >= LEAST_SHARE_OF_ALL * all;
  }

  private String stem(String word) {
    List<String> parts = new ArrayList<>();
    for (String part : word.split("_", -1)) {
      parts.add(stemmer.stem(FactLexicon.ENGLISH.base(part)));
    }
    return String.join("_", parts);
  }

  private String text() {
    Map<String, Set<String>> links = links();
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Set<String>> senses = new TreeMap<>();
    new TreeMap<>(stems)
        .forEach(
            (key, words) -> {
              if (words.size() > 1 || links.containsKey(key)) {
                numbers.put(key, numbers.size());
                words.forEach(of -> senses.computeIfAbsent(of, o -> new TreeSet<>()).add(key));
              }
            });
    StringBuilder text = new StringBuilder();
    senses.forEach(
        (stem, own) -> {
          Set<String> similar = linked(links, own, "&");
          Set<String> near = linked(links, own, "+");
          near.addAll(similar);
          near.removeAll(own);
          similar.addAll(own);
          Set<String> opposed = linked(links, similar, "!");
          opposed.addAll(linked(links, linked(links, own, "!"), "&"));
          text.append(stem);
          append(text, "", own, numbers);
          append(text, "+", near, numbers);
          append(text, "@", linked(links, own, "@"), numbers);
          append(text, "!", opposed, numbers);
          text.append('\n');
        });
    return text.toString();
  }

  private static Set<String> linked(
      Map<String, Set<String>> links, Set<String> senses, String mark) {
    Set<String> linked = new HashSet<>();
    for (String sense : senses) {
      for (String link : links.getOrDefault(sense, Set.of())) {
        if (link.startsWith(mark)) {
          linked.add(link.substring(1));
        }
      }
    }
    return linked;
  }

  private static void append(
      StringBuilder text, String mark, Set<String> senses, Map<String, Integer> numbers) {
    senses.stream()
        .map(numbers::get)
        .sorted()
        .forEach(number -> text.append(' ').append(mark).append(Integer.toString(number, 36)));
  }

  /** By sense: mark and sense of each link that says something, in both directions. */
  private Map<String, Set<String>> links() {
    Map<String, Set<String>> links = new HashMap<>();
    for (Map.Entry<String, Set<String>> sense : stems.entrySet()) {
      for (WordNet.Pointer pointer : wordNet.synset(sense.getKey()).pointers()) {
        Set<String> others = stems.get(pointer.target());
        String mark = MARKS.get(pointer.symbol());
        boolean vague = "@".equals(mark) && hyponyms(pointer.target()) > MOST_HYPONYMS;
        if (mark != null && others != null && !others.equals(sense.getValue()) && !vague) {
          links
              .computeIfAbsent(sense.getKey(), from -> new TreeSet<>())
              .add(mark + pointer.target());
          links
              .computeIfAbsent(pointer.target(), from -> new TreeSet<>())
              .add(mark + sense.getKey());
        }
      }
    }
    return links;
  }

  private long hyponyms(String key) {
    return wordNet.synset(key).pointers().stream()
        .filter(pointer -> pointer.symbol().equals("~"))
        .count();
  }
}
