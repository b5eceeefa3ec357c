package io.wireroom.config;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the template that names the files of a storage destination. */
final class Layouts {

  static final String DOC =
      "May use `{id}` (must), `{format}` (must, with several formats), `{source}`, `{slug}`,"
          + " `{language}`, `{story}`, `{published:PATTERN}` and `{made:PATTERN}`, with the letters"
          + " of Java's DateTimeFormatter; times are UTC.";

  static final String DAILY_DOC =
      "May use `{published:PATTERN}` or `{made:PATTERN}` (one of them must, down to the day),"
          + " `{format}` (must, with several forms), `{source}` and `{language}`.";

  private static final List<String> TIMES = List.of("published", "made");
  private static final List<String> ALL =
      List.of("id", "format", "source", "slug", "language", "story", "published", "made");
  private static final List<String> OF_A_DAY =
      List.of("format", "source", "language", "published", "made");
  private static final OffsetDateTime SOME_TIME =
      OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC);
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}:]*)(?::([^{}]*))?}");

  private Layouts() {}

  static void check(String text) throws BadValue {
    checkWith(text, ALL);
    if (!text.contains("{id}")) {
      throw new BadValue("has no {id}", "without it two briefs could get the same name");
    }
  }

  /** A file of a day has no brief's own variables, and a time that tells the days apart. */
  static void checkDaily(String text) throws BadValue {
    checkWith(text, OF_A_DAY);
    boolean apart =
        Stream.of(SOME_TIME.plusDays(1), SOME_TIME.plusMonths(1), SOME_TIME.plusYears(1))
            .noneMatch(other -> filled(text, other).equals(filled(text, SOME_TIME)));
    if (!apart) {
      throw new BadValue("puts several days into one file", "use {published:yyyy-MM-dd}, or finer");
    }
  }

  private static String filled(String text, OffsetDateTime time) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            variable ->
                TIMES.contains(variable.group(1))
                    ? Matcher.quoteReplacement(
                        DateTimeFormatter.ofPattern(variable.group(2), Locale.ROOT).format(time))
                    : "x");
  }

  private static void checkWith(String text, List<String> allowed) throws BadValue {
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      variable(variable.group(1), variable.group(2) == null ? "" : variable.group(2), allowed);
    }
    String fixed = variable.replaceAll("x");
    if (fixed.contains("{") || fixed.contains("}")) {
      throw new BadValue("has a brace without its partner", "variables are written {id}");
    }
    if (fixed.startsWith("/") || List.of(fixed.split("/", -1)).contains("..")) {
      throw new BadValue("leads out of its folder", "don't begin with / and don't use ..");
    }
  }

  private static boolean makesText(String datePattern) {
    try {
      return !DateTimeFormatter.ofPattern(datePattern, Locale.ROOT).format(SOME_TIME).isBlank();
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static void variable(String name, String pattern, List<String> allowed) throws BadValue {
    if (TIMES.contains(name)) {
      if (!makesText(pattern)) {
        throw new BadValue(
            "has a bad date pattern in {" + name + "}", "such as {" + name + ":yyyy-MM-dd}");
      }
    } else if (!allowed.contains(name)) {
      throw new BadValue(
          ALL.contains(name)
              ? "has {" + name + "}, of which a day has many"
              : "has the unknown variable {" + name + "}",
          Nearest.hint(name, allowed));
    } else if (!pattern.isEmpty()) {
      throw new BadValue("has a pattern on {" + name + "}", "only times take one");
    }
  }
}
