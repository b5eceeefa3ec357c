package io.wireroom.config;

import io.wireroom.time.Cron;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one text becomes a value of each type that the config knows. */
final class Scalars {

  /** Where a pattern can say no more than that there is some text. */
  private static final String SOME = "(?s).+";

  private static final Map<Class<?>, Scalar> SCALARS =
      Map.of(
          String.class, new Scalar("a text", SOME, (key, text) -> text),
          Secret.class, new Scalar("a secret", SOME, (key, text) -> new Secret(text)),
          URI.class, new Scalar("an address", SOME, (key, text) -> URI.create(text)),
          boolean.class, new Scalar("true or false", "true|false", (key, text) -> bool(text)),
          int.class, new Scalar("a whole number", "-?[0-9]{1,10}", Scalars::whole),
          Duration.class,
              new Scalar(
                  "a length of time", Durations.PATTERN, (key, text) -> Durations.parse(text)),
          Rate.class, new Scalar("a rate", Rate.PATTERN, (key, text) -> Rate.parse(text)),
          ByteSize.class,
              new Scalar("a size", ByteSize.PATTERN, (key, text) -> ByteSize.parse(text)),
          ZoneId.class, new Scalar("a time zone", SOME, (key, text) -> zone(text)),
          Cron.class, new Scalar("a cron expression", SOME, (key, text) -> cron(text)));

  private Scalars() {}

  static boolean has(Class<?> type) {
    return SCALARS.containsKey(type) || type.isEnum();
  }

  static Scalar of(Class<?> type) {
    if (type.isEnum()) {
      List<String> words = words(type);
      return new Scalar(
          "one of " + String.join(", ", words),
          String.join("|", words),
          (key, text) -> constant(type, text));
    }
    Scalar scalar = SCALARS.get(type);
    if (scalar == null) {
      throw new IllegalStateException("no way to read " + type);
    }
    return scalar;
  }

  /** The words for the constants of an enum, in its order. */
  static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Scalars::word).toList();
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object constant(Class<?> type, String text) throws BadValue {
    for (Object constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    List<String> words = words(type);
    throw new BadValue(
        "is not one of " + String.join(", ", words),
        Nearest.to(text, words).map(near -> "did you mean \"" + near + "\"?").orElse(""));
  }

  private static boolean bool(String text) throws BadValue {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadValue("is not true or false", "");
    };
  }

  private static int whole(Shape.Key key, String text) throws BadValue {
    String hint = "give one from " + key.option().min() + " to " + key.option().max();
    if (!text.matches("-?[0-9]{1,10}")) {
      throw new BadValue("is not a whole number", hint);
    }
    long number = Long.parseLong(text);
    if (number < key.option().min() || number > key.option().max()) {
      throw new BadValue("is out of range", hint);
    }
    return (int) number;
  }

  private static ZoneId zone(String text) throws BadValue {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      String near = Nearest.hint(text, ZoneId.getAvailableZoneIds());
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

  /**
   * A type's way from text to value.
   *
   * @param words what the value is, for people
   * @param pattern what every good text matches as a whole
   */
  record Scalar(String words, String pattern, Parser parser) {

    Object parse(Shape.Key key, String text) throws BadValue {
      key.option().format().check(text);
      return parser.parse(key, text);
    }
  }

  /** From text to value. */
  @FunctionalInterface
  interface Parser {
    Object parse(Shape.Key key, String text) throws BadValue;
  }
}
