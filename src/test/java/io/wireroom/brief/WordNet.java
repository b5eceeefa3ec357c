package io.wireroom.brief;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of WordNet 3.0 ({@code data.noun}, {@code index.noun} and their like, {@code
 * cntlist.rev}, {@code noun.exc} and its like) as they are described in its manual pages wndb(5WN)
 * and cntlist(5WN).
 */
final class WordNet {

  static final List<String> PARTS = List.of("noun", "verb", "adj", "adv");

  /**
   * A sense of one or more words.
   *
   * @param words as written, {@code _} for a space; names begin with a capital
   */
  record Synset(String part, List<String> words, List<Pointer> pointers) {}

  /**
   * From one synset to another.
   *
   * @param symbol {@code !} antonym, {@code @} hypernym, {@code &} similar, {@code +} derivation, …
   * @param target part of speech and offset, as {@link #key}
   */
  record Pointer(String symbol, String target) {}

  /**
   * The senses of a word in one part of speech, the most frequent first.
   *
   * @param synsets their keys
   * @param counts how often each was found in texts tagged by hand; 0 for most
   */
  record Lemma(String part, String word, List<String> synsets, List<Integer> counts) {

    int count() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  private final Map<String, Synset> synsets = new HashMap<>();
  final List<Lemma> lemmas = new ArrayList<>();

  /** Irregular forms by the word that they are forms of. */
  final Map<String, List<String>> forms = new HashMap<>();

  WordNet(Path folder) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (String line : lines(folder.resolve("cntlist.rev"))) {
      String[] fields = line.split(" ", -1);
      int mark = fields[0].indexOf('%');
      // The parts by number: noun, verb, adjective, adverb, adjective that is like another.
      int part = fields[0].charAt(mark + 1) - '1';
      counts.merge(
          PARTS.get(part == 4 ? 2 : part) + ' ' + fields[0].substring(0, mark) + ' ' + fields[1],
          Integer.valueOf(fields[2]),
          Integer::sum);
    }
    for (String part : PARTS) {
      for (String line : lines(folder.resolve("data." + part))) {
        synset(part, line);
      }
      for (String line : lines(folder.resolve("index." + part))) {
        lemma(part, line, counts);
      }
      for (String line : lines(folder.resolve(part + ".exc"))) {
        String[] fields = line.split(" ", -1);
        for (String word : List.of(fields).subList(1, fields.length)) {
          forms.computeIfAbsent(word, key -> new ArrayList<>()).add(fields[0]);
        }
      }
    }
  }

  /** The synset of a key of {@link Lemma#synsets} or {@link Pointer#target}. */
  Synset synset(String key) {
    return Objects.requireNonNull(synsets.get(key), key);
  }

  private void synset(String part, String line) {
    String[] fields = line.substring(0, line.indexOf(" |")).split(" ", -1);
    int count = Integer.parseInt(fields[3], 16);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(fields[4 + 2 * i].replaceFirst("\\(\\w+\\)$", ""));
    }
    int from = 4 + 2 * count;
    List<Pointer> pointers = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(fields[from]); i++) {
      int at = from + 1 + 4 * i;
      pointers.add(new Pointer(fields[at], key(part(fields[at + 2]), fields[at + 1])));
    }
    synsets.put(key(part, fields[0]), new Synset(part, words, pointers));
  }

  private void lemma(String part, String line, Map<String, Integer> counted) {
    String[] fields = line.strip().split(" ", -1);
    int senses = Integer.parseInt(fields[2]);
    List<String> keys = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < senses; i++) {
      keys.add(key(part, fields[fields.length - senses + i]));
      counts.add(counted.getOrDefault(part + ' ' + fields[0] + ' ' + (i + 1), 0));
    }
    lemmas.add(new Lemma(part, fields[0], keys, counts));
  }

  private static String key(String part, String offset) {
    return part + ' ' + offset;
  }

  private static String part(String letter) {
    return switch (letter) {
      case "n" -> "noun";
      case "v" -> "verb";
      case "a", "s" -> "adj";
      default -> "adv";
    };
  }

  /** Without the licence, which stands first, its lines beginning with a space. */
  private static List<String> lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith(" ")).toList();
    }
  }
}
