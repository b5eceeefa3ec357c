package io.wireroom.poll;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words in dates: months in the languages of Europe and a few more, and time zones by their
 * abbreviations. Month names come from the JDK's CLDR data; only what feeds write beside CLDR is
 * listed here.
 */
final class DateWords {
  private static final String[] LANGUAGES = {
    "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "hu", "ro", "el", "sv", "da", "nb",
    "fi", "tr", "sk", "sl", "bg", "id", "ca", "et", "lv", "lt"
  };

  private static final Set<String> WEEKDAYS =
      Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Map<String, Integer> ENGLISH = new HashMap<>();
  private static final Map<String, Integer> ZONES = new HashMap<>();

  static {
    for (Month month : Month.values()) {
      ENGLISH.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month.getValue());
      ENGLISH.put(month.name().toLowerCase(Locale.ROOT), month.getValue());
    }
    ENGLISH.put("sept", 9);
    hours(0, "ut", "utc", "gmt", "z", "wet");
    hours(1, "met", "cet", "bst", "west", "mez");
    hours(2, "mest", "cest", "mesz", "eet", "sast");
    hours(3, "eest", "msk");
    hours(8, "sgt", "hkt", "awst");
    hours(9, "jst", "kst");
    hours(10, "aest");
    hours(11, "aedt");
    hours(12, "nzst");
    hours(13, "nzdt");
    hours(-3, "adt", "brt", "art");
    hours(-4, "ast", "at", "edt");
    hours(-5, "est", "et", "cdt");
    hours(-6, "cst", "ct", "mdt");
    hours(-7, "mst", "mt", "pdt");
    hours(-8, "pst", "pt", "akdt");
    hours(-9, "akst");
    hours(-10, "hst");
    ZONES.put("ist", 330 * 60);
    ZONES.put("nst", -210 * 60);
    ZONES.put("ndt", -150 * 60);
    ZONES.put("acst", 570 * 60);
    ZONES.put("a", -3600);
    ZONES.put("n", 3600);
    ZONES.put("m", -12 * 3600);
    ZONES.put("y", 12 * 3600);
  }

  private DateWords() {}

  /** CLDR's names are read only when a feed needs them: it costs tenths of a second. */
  private static final class World {
    private static final Map<String, Integer> MONTHS = months();

    private static Map<String, Integer> months() {
      Map<String, Integer> found = new HashMap<>();
      for (String language : LANGUAGES) {
        Locale locale = Locale.forLanguageTag(language);
        for (Month month : Month.values()) {
          for (TextStyle style :
              new TextStyle[] {
                TextStyle.FULL,
                TextStyle.SHORT,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT_STANDALONE
              }) {
            String name = fold(month.getDisplayName(style, locale)).replace(".", "");
            if (name.length() >= 3 && Character.isLetter(name.charAt(0))) {
              found.putIfAbsent(name, month.getValue());
            }
          }
        }
      }
      found.put("μαω", 3);
      found.put("ιον", 6);
      found.put("ιολ", 7);
      found.put("maujus", 5);
      found.put("mrz", 3);
      return found;
    }
  }

  /** Lower case without accents. */
  static String fold(String word) {
    String split = Normalizer.normalize(word, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      if (Character.getType(split.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(split.charAt(i));
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** The month that a folded word names, 1 to 12, or 0. */
  static int month(String word) {
    Integer english = ENGLISH.get(word);
    if (english != null) {
      return english;
    }
    if (WEEKDAYS.contains(word.substring(0, Math.min(3, word.length())))) {
      return 0;
    }
    for (int length = word.length(); length >= 3; length--) {
      Integer month = World.MONTHS.get(word.substring(0, length));
      if (month != null) {
        return month;
      }
    }
    return word.length() > 3 ? ENGLISH.getOrDefault(word.substring(0, 3), 0) : 0;
  }

  /** Seconds east of Greenwich of a folded zone word such as {@code est}; null when unknown. */
  static @Nullable Integer offset(String word) {
    return ZONES.get(word);
  }

  /** The offset of a region such as {@code Europe/Berlin} (any case) at that time, or zero. */
  static ZoneOffset region(String name, Instant at) {
    try {
      for (String id : ZoneId.getAvailableZoneIds()) {
        if (id.equalsIgnoreCase(name)) {
          return ZoneId.of(id).getRules().getOffset(at);
        }
      }
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
    return ZoneOffset.UTC;
  }

  private static void hours(int hours, String... words) {
    for (String word : words) {
      ZONES.put(word, hours * 3600);
    }
  }
}
