package io.wireroom.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a value takes from elsewhere: <code>${NAME}</code> and <code>${NAME:-default}
 * </code> from the environment, <code>${file:PATH}</code> from a file (a relative path starts at
 * the config file's folder; a line break at its end is dropped). <code>$${</code> stands for <code>
 * ${</code>.
 */
final class Variables {

  private static final int MAX_FILE_BYTES = 64 * 1024;

  private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Function<String, @Nullable String> environment;
  private final Path folder;

  /**
   * @param environment the value of a variable, null when it isn't set; also asked for {@code
   *     file:PATH}, so that a test can stand in for a file that only the service can read
   */
  Variables(Function<String, @Nullable String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** Whether a text takes anything from elsewhere. */
  static boolean usedIn(String text) {
    return text.contains("${");
  }

  /** The text with everything filled in. The exception is a whole sentence of its own. */
  String fill(String text) throws BadValue {
    if (!usedIn(text)) {
      return text;
    }
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (reference.find()) {
      String value = reference.group(1) == null ? "${" : value(reference);
      reference.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return reference.appendTail(filled).toString();
  }

  private String value(Matcher reference) throws BadValue {
    String inside = reference.group(1);
    if (reference.group(2).isEmpty()) {
      throw new BadValue("a ${ has no }", "write ${NAME}, or $${ for the characters themselves");
    }
    if (inside.startsWith("file:")) {
      String instead = environment.apply(inside);
      return instead != null ? instead : fromFile(inside.substring("file:".length()));
    }
    int dash = inside.indexOf(":-");
    String name = dash < 0 ? inside : inside.substring(0, dash);
    if (!NAME.matcher(name).matches()) {
      throw new BadValue(
          "what stands in ${} is no name of an environment variable",
          "write ${NAME}, ${NAME:-default} or ${file:/run/secrets/name}");
    }
    String value = environment.apply(name);
    if (value != null && !value.isEmpty()) {
      return value;
    }
    if (dash >= 0) {
      return inside.substring(dash + 2);
    }
    throw new BadValue(
        "environment variable " + name + (value == null ? " is not set" : " is empty"),
        "export " + name + "=…, or write a default: ${" + name + ":-…}");
  }

  private String fromFile(String name) throws BadValue {
    try {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new BadValue(
            (Files.exists(file) ? "this is not a file: " : "there is no file ") + name,
            "it should hold nothing but the value");
      }
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new BadValue("the file " + name + " is too large for a value", "");
      }
      return Files.readString(file).replaceFirst("\\R\\z", "");
    } catch (IOException | InvalidPathException e) {
      throw new BadValue("the file " + name + " can't be read", "check its owner and rights");
    }
  }
}
