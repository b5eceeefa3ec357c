package io.wireroom.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text: by its script, and in the scripts that many languages share, by their
 * commonest words. Small and quick to load, so that no model has to be; enough to confirm or
 * correct what a page says of itself, which is all it is used for.
 */
public final class Language {
  private static final int FEWEST_WORDS = 12;

  private Language() {}

  /**
   * The language of a page's text.
   *
   * @param stated the tag that the page states, such as {@code en-GB} or {@code pt_BR}; may be
   *     empty
   * @return a BCP 47 primary subtag: what the text shows if it shows it clearly, else what is
   *     stated; null when neither says anything
   */
  public static @Nullable String of(String text, String stated) {
    String shown = detect(text);
    String said = primarySubtag(stated);
    if (shown == null || (said != null && sameFamily(shown, said))) {
      return said;
    }
    return shown;
  }

  /** Some languages are too near one another to overrule a page. */
  private static boolean sameFamily(String shown, String said) {
    List<Set<String>> families =
        List.of(
            Set.of("no", "nb", "nn", "da"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("sr", "hr", "bs", "mk", "bg"),
            Set.of("ca", "es", "gl"),
            Set.of("zh", "yue"),
            Set.of("hi", "mr", "ne"),
            Set.of("ar", "fa", "ur", "ps", "ckb"),
            Set.of("ru", "be", "kk"),
            Set.of("pt", "gl"),
            Set.of("nl", "af"),
            Set.of("he", "yi"));
    return shown.equals(said)
        || families.stream().anyMatch(f -> f.contains(shown) && f.contains(said));
  }

  private static @Nullable String primarySubtag(String stated) {
    int end = 0;
    while (end < stated.length() && Character.isLetter(stated.charAt(end))) {
      end++;
    }
    String subtag = stated.substring(0, end).toLowerCase(Locale.ROOT);
    return switch (subtag) {
      case "iw" -> "he";
      case "in" -> "id";
      case "ji" -> "yi";
      default -> subtag.length() == 2 || subtag.length() == 3 ? subtag : null;
    };
  }

  /**
   * The language that the text shows.
   *
   * @return null when it shows none clearly
   */
  public static @Nullable String detect(String text) {
    String head = text.substring(0, Math.min(text.length(), 6_000));
    String byScript = byScript(head);
    if (byScript != null) {
      return byScript;
    }
    List<String> words = Words.of(head);
    if (words.size() < FEWEST_WORDS) {
      return null;
    }
    return FunctionWords.language(words);
  }

  private static @Nullable String byScript(String text) {
    Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
    int letters = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
        letters++;
      }
    }
    int kana =
        scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    if (letters >= FEWEST_WORDS && kana * 10 > letters) {
      return "ja";
    }
    for (Map.Entry<Character.UnicodeScript, Integer> script : scripts.entrySet()) {
      if (letters >= FEWEST_WORDS && script.getValue() * 2 > letters) {
        return ofScript(script.getKey());
      }
    }
    return null;
  }

  private static @Nullable String ofScript(Character.UnicodeScript script) {
    return switch (script) {
      case HAN -> "zh";
      case HANGUL -> "ko";
      case GREEK -> "el";
      case HEBREW -> "he";
      case ARABIC -> "ar";
      case THAI -> "th";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      default -> null;
    };
  }
}
