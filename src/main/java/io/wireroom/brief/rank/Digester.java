package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Picks the sentences that make an article's takeaways and its summary. Thread-safe. */
public final class Digester {

  private static final int SUMMARY_SENTENCES = 8;
  private static final int SUMMARY_PARAGRAPHS = 3;

  /**
   * @param title the headline; may be empty
   * @param language BCP 47 tag; {@code und} when unknown
   * @param fewest takeaways wanted
   * @param most takeaways wanted
   * @param maxChars code points of one takeaway
   */
  public Digest digest(
      String title, String text, String language, int fewest, int most, int maxChars) {
    List<Sentence> fit = new ArrayList<>();
    for (Sentence sentence : new Sentences(language).split(text)) {
      String words = sentence.in(text);
      if (!sentence.heading() && words.split("\\s+", -1).length > 3) {
        fit.add(sentence);
      }
    }
    int wanted = Math.max(fewest, Math.min(most, fit.size() / 6));
    Map<Sentence, Double> scores = new LinkedHashMap<>();
    Set<String> titleWords = words(title);
    for (int i = 0; i < fit.size(); i++) {
      Set<String> own = words(fit.get(i).in(text));
      own.retainAll(titleWords);
      scores.put(fit.get(i), 1.0 / (1 + i) + 0.05 * own.size());
    }
    Comparator<Sentence> byScore =
        Comparator.comparing((Sentence s) -> scores.getOrDefault(s, 0.0)).reversed();
    List<Excerpt> takeaways =
        fit.stream()
            .sorted(byScore)
            .map(s -> excerpt(s, text))
            .filter(e -> e.text().codePointCount(0, e.text().length()) <= maxChars)
            .limit(wanted)
            .toList();
    List<Sentence> best =
        fit.stream()
            .sorted(byScore)
            .limit(SUMMARY_SENTENCES)
            .sorted(Comparator.comparingInt(Sentence::start))
            .toList();
    return new Digest(takeaways, paragraphs(best, text));
  }

  private static List<List<Excerpt>> paragraphs(List<Sentence> sentences, String text) {
    List<List<Excerpt>> paragraphs = new ArrayList<>();
    int each = Math.max(1, (sentences.size() + SUMMARY_PARAGRAPHS - 1) / SUMMARY_PARAGRAPHS);
    for (int from = 0; from < sentences.size(); from += each) {
      paragraphs.add(
          sentences.subList(from, Math.min(sentences.size(), from + each)).stream()
              .map(s -> excerpt(s, text))
              .toList());
    }
    return paragraphs;
  }

  private static Excerpt excerpt(Sentence sentence, String text) {
    return new Excerpt(sentence.in(text).replaceAll("\\s+", " "), sentence.start(), sentence.end());
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
  }
}
