package io.wireroom.config;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the template that names the files of a storage destination. */
final class Layouts {

  static final String DOC =
      "May use `{id}` (must), `{format}` (must, with several formats), `{source}`, `{slug}`,"
          + " `{language}`, `{story}`, `{published:PATTERN}` and `{made:PATTERN}`, with the letters"
          + " of Java's DateTimeFormatter; times are UTC.";

  private static final List<String> TIMES = List.of("published", "made");
  private static final List<String> ALL =
      List.of("id", "format", "source", "slug", "language", "story", "published", "made");
  private static final OffsetDateTime SOME_TIME =
      OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC);
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}:]*)(?::([^{}]*))?}");

  private Layouts() {}

  static void check(String text) throws BadValue {
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      variable(variable.group(1), variable.group(2) == null ? "" : variable.group(2));
    }
    String fixed = variable.replaceAll("x");
    if (fixed.contains("{") || fixed.contains("}")) {
      throw new BadValue("has a brace without its partner", "variables are written {id}");
    }
    if (fixed.startsWith("/") || List.of(fixed.split("/", -1)).contains("..")) {
      throw new BadValue("leads out of its folder", "don't begin with / and don't use ..");
    }
    if (!text.contains("{id}")) {
      throw new BadValue("has no {id}", "without it two briefs could get the same name");
    }
  }

  private static boolean makesText(String datePattern) {
    try {
      return !DateTimeFormatter.ofPattern(datePattern, Locale.ROOT).format(SOME_TIME).isBlank();
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static void variable(String name, String pattern) throws BadValue {
    if (TIMES.contains(name)) {
      if (!makesText(pattern)) {
        throw new BadValue(
            "has a bad date pattern in {" + name + "}", "such as {" + name + ":yyyy-MM-dd}");
      }
    } else if (!ALL.contains(name)) {
      throw new BadValue("has the unknown variable {" + name + "}", Nearest.hint(name, ALL));
    } else if (!pattern.isEmpty()) {
      throw new BadValue("has a pattern on {" + name + "}", "only times take one");
    }
  }
}
