package io.wireroom.config;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Writes sources as lines of YAML. */
final class YamlWords {

  private static final int LONGEST_ID = 40;

  private YamlWords() {}

  /** One source in braces; its title becomes its name unless it is blank. */
  static String source(String id, String url, String title, List<String> tags) {
    StringBuilder source = new StringBuilder("{id: ").append(quoted(id));
    source.append(", url: ").append(quoted(url));
    if (!title.isBlank()) {
      source.append(", name: ").append(quoted(title));
    }
    if (!tags.isEmpty()) {
      String words = String.join(", ", tags.stream().map(YamlWords::quoted).toList());
      source.append(", tags: [").append(words).append(']');
    }
    return source.append('}').toString();
  }

  /** An id made from a text; empty when the text has no letter or digit that an id may have. */
  static String slug(String text) {
    String slug =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.substring(0, Math.min(slug.length(), LONGEST_ID)).replaceAll("-$", "");
  }

  /** In double quotes where it isn't a plain word; what looks like a variable stays text. */
  private static String quoted(String text) {
    if (text.matches("[a-z][a-z0-9-]*") && !text.matches("true|false|null")) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.replace("${", "$${")
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c)) {
                quoted.append(' ');
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
