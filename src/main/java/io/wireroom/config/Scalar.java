package io.wireroom.config;

import io.wireroom.time.Cron;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The types that one text can stand for, and how it becomes a value of each. */
enum Scalar {
  TEXT(String.class, "a text", Scalar.SOME),
  SECRET(Secret.class, "a secret", Scalar.SOME),
  ADDRESS(URI.class, "an address", Scalar.SOME),
  BOOLEAN(boolean.class, "true or false", "true|false"),
  WHOLE_NUMBER(int.class, "a whole number", "-?[0-9]{1,10}"),
  TIME(Instant.class, "a time", Scalar.SOME),
  DURATION(Duration.class, "a length of time", Durations.PATTERN),
  RATE(Rate.class, "a rate", Rate.PATTERN),
  SIZE(ByteSize.class, "a size", ByteSize.PATTERN),
  ZONE(ZoneId.class, "a time zone", Scalar.SOME),
  CRON(Cron.class, "a cron expression", Scalar.SOME),
  WORD(Enum.class, "a word", Scalar.SOME);

  /** Where a pattern can say no more than that there is some text. */
  private static final String SOME = "(?s).+";

  private final Class<?> type;
  private final String words;
  private final String pattern;

  Scalar(Class<?> type, String words, String pattern) {
    this.type = type;
    this.words = words;
    this.pattern = pattern;
  }

  /** Whether one text can stand for a value of this type. */
  static boolean has(Class<?> type) {
    return Arrays.stream(values()).anyMatch(scalar -> scalar.type.isAssignableFrom(type));
  }

  static Scalar of(Class<?> type) {
    for (Scalar scalar : values()) {
      if (scalar.type.isAssignableFrom(type)) {
        return scalar;
      }
    }
    throw new IllegalArgumentException("no text can stand for " + type);
  }

  /** What a value of the key is, for people: {@code a rate}, {@code one of json, md}. */
  static String words(Shape.Key key) {
    if (key.type().isEnum()) {
      return "one of " + String.join(", ", constants(key.type()));
    }
    return key.option().format() == Format.TEXT
        ? of(key.type()).words
        : key.option().format().words();
  }

  /** A regular expression that every good text for the key matches as a whole. */
  static String pattern(Shape.Key key) {
    if (key.type().isEnum()) {
      return String.join("|", constants(key.type()));
    }
    return key.option().format() == Format.TEXT
        ? of(key.type()).pattern
        : key.option().format().pattern();
  }

  /** The words for the constants of an enum, in its order. */
  static List<String> constants(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      words.add(word(constant));
    }
    return words;
  }

  /** The value that a text, with its variables filled in, stands for. */
  Object parse(Shape.Key key, String text) throws BadValue {
    key.option().format().check(text);
    return switch (this) {
      case TEXT -> text;
      case SECRET -> new Secret(text);
      case ADDRESS -> Urls.uri(text);
      case BOOLEAN -> bool(text);
      case WHOLE_NUMBER -> whole(key.option(), text);
      case TIME -> time(text);
      case DURATION -> Durations.parse(text);
      case RATE -> Rate.parse(text);
      case SIZE -> ByteSize.parse(text);
      case ZONE -> zone(text);
      case CRON -> cron(text);
      case WORD -> constant(key.type(), text);
    };
  }

  private static Object constant(Class<?> type, String text) throws BadValue {
    for (Object constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    List<String> words = constants(type);
    throw new BadValue("is not one of " + String.join(", ", words), Nearest.question(text, words));
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean bool(String text) throws BadValue {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadValue("is not true or false", "");
    };
  }

  private static int whole(Option option, String text) throws BadValue {
    String hint = "give one from " + option.min() + " to " + option.max();
    if (!text.matches(WHOLE_NUMBER.pattern)) {
      throw new BadValue("is not a whole number", hint);
    }
    long number = Long.parseLong(text);
    if (number < option.min() || number > option.max()) {
      throw new BadValue("is out of range", hint);
    }
    return (int) number;
  }

  private static Instant time(String text) throws BadValue {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadValue("is not a time", "write it as 2026-03-04T09:30:00Z");
    }
  }

  private static ZoneId zone(String text) throws BadValue {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      String near = Nearest.question(text, ZoneId.getAvailableZoneIds());
      throw new BadValue(
          "is not a time zone", near.isEmpty() ? "write it as Europe/Berlin or UTC" : near);
    }
  }

  private static Cron cron(String text) throws BadValue {
    try {
      return Cron.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue(
          String.valueOf(e.getMessage()),
          "minute, hour, day of month, month, day of week: \"0 8 * * 1-5\" is 8:00, Monday to"
              + " Friday");
    }
  }
}
