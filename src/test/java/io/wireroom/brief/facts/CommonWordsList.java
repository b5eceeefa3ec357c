package io.wireroom.brief.facts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes {@code facts/words-en.txt}, the words that open sentences without being names: {@code
 * CommonWordsList FILE.jsonl > words-en.txt}, lines of {@code {"text"}}. A word is common when at
 * least {@value #LEAST_ARTICLES} articles have it in lower case, and more than have it as a name.
 */
public final class CommonWordsList {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int LEAST_ARTICLES = 4;
  private static final int LINE = 100;
  private static final Pattern LOWER = Pattern.compile("(?<![\\w'\u2019-])[a-z]{3,}(?!\\w)");
  private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{2,}(?!\\w)");

  private CommonWordsList() {}

  public static void main(String[] args) throws IOException {
    Map<String, Integer> lower = new TreeMap<>();
    Map<String, Integer> names = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = MAPPER.readTree(line).path("text").asText();
        in(LOWER, text).forEach(word -> lower.merge(word, 1, Integer::sum));
        in(NAME, text).forEach(word -> names.merge(word, 1, Integer::sum));
      }
    }
    StringBuilder row = new StringBuilder();
    lower.forEach(
        (word, articles) -> {
          if (articles >= LEAST_ARTICLES && articles > names.getOrDefault(word, 0)) {
            if (row.length() + word.length() >= LINE) {
              System.out.println(row);
              row.setLength(0);
            }
            row.append(row.length() == 0 ? "" : " ").append(word);
          }
        });
    System.out.println(row);
  }

  private static Set<String> in(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
