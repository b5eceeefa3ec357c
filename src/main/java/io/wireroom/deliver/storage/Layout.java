package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.RoundUp;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names the files of a storage destination, by a template such as <code>
 * dt={published:yyyy-MM-dd}/{id}.{format}</code>. The same brief gets the same name on every run,
 * and no name leads out of its folder, whatever a page says its language or headline is.
 *
 * <p>What a variable stands for is ASCII, so that it is a name on every store and file system.
 */
public final class Layout {

  /** What a template may use; the config checks for the same. */
  public static final List<String> VARIABLES =
      List.of("id", "format", "source", "slug", "language", "story");

  /** What may have a pattern, by {@link DateTimeFormatter}, in UTC. */
  public static final List<String> TIMES = List.of("published", "made");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}:]*)(?::([^{}]*))?}");
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._=@+-]+");
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");
  private static final int LONGEST_SLUG = 60;

  private final String template;

  public Layout(String template) {
    this.template = template;
  }

  /** The name of a brief in one form, such as {@code json}. */
  public String key(Brief brief, String format) {
    return key(variable -> value(variable, brief, format));
  }

  /**
   * The name of a round-up in one form: its source is its subscription, its times when it was made.
   */
  public String key(RoundUp roundUp, String format) {
    return key(variable -> value(variable, roundUp, format));
  }

  private String key(Function<MatchResult, String> value) {
    Matcher variables = VARIABLE.matcher(template);
    String filled =
        variables.replaceAll(variable -> Matcher.quoteReplacement(value.apply(variable)));
    return Arrays.stream(filled.split("/", -1))
        .map(Layout::segment)
        .filter(segment -> !segment.isEmpty())
        .collect(Collectors.joining("/"));
  }

  private static String value(MatchResult variable, Brief brief, String format) {
    String name = variable.group(1);
    Brief.Origin origin = brief.origin();
    Instant made = brief.made().at();
    return switch (name) {
      case "id" -> name(brief.id());
      case "format" -> name(format);
      case "source" -> name(origin.sourceId());
      case "slug" -> slug(brief.headline());
      case "language" -> name(origin.language());
      case "story" -> name(brief.storyId());
      case "published" ->
          time(Objects.requireNonNullElse(origin.published(), made), variable.group(2));
      case "made" -> time(made, variable.group(2));
      default -> throw new IllegalArgumentException("a layout has no variable {" + name + "}");
    };
  }

  private static String value(MatchResult variable, RoundUp roundUp, String format) {
    String name = variable.group(1);
    return switch (name) {
      case "id", "story" -> name(roundUp.id());
      case "format" -> name(format);
      case "source" -> name(roundUp.subscriptionId());
      case "slug" -> "round-up";
      case "language" -> "und";
      case "published", "made" -> time(roundUp.at(), variable.group(2));
      default -> throw new IllegalArgumentException("a layout has no variable {" + name + "}");
    };
  }

  private static String time(Instant at, @Nullable String pattern) {
    String wanted = pattern == null || pattern.isEmpty() ? "yyyy-MM-dd" : pattern;
    try {
      return DateTimeFormatter.ofPattern(wanted, Locale.ENGLISH).format(at.atZone(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a layout can't write a time as " + wanted, e);
    }
  }

  /** The headline in small letters without accents and marks, cut between words. */
  private static String slug(String headline) {
    String plain =
        Normalizer.normalize(headline, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['\u2019]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.length() > LONGEST_SLUG) {
      int end = plain.lastIndexOf('-', LONGEST_SLUG);
      plain = plain.substring(0, end > 0 ? end : LONGEST_SLUG);
    }
    return plain.isEmpty() ? "untitled" : plain;
  }

  private static String name(String value) {
    return NO_NAME.matcher(value).replaceAll("-");
  }

  private static String segment(String text) {
    String safe = UNSAFE.matcher(text).replaceAll("-").strip();
    return safe.equals(".") || safe.equals("..") ? "_" : safe;
  }
}
