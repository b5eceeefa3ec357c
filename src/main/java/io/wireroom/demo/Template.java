package io.wireroom.demo;

import io.wireroom.bundle.Bundled;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * A page of the demo with holes: <code>{{name}}</code> takes a value as text, escaped; <code>
 * {{{name}}}</code> takes markup that is safe already (the syntax is Mustache's).
 */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

  private final String source;

  /** Reads the template {@code demo/NAME} from the class path. */
  Template(String name) {
    source = resource(name);
  }

  /** The page with every hole filled; a hole that has no value is a mistake and throws. */
  String fill(Map<String, String> values) {
    return HOLE.matcher(source)
        .replaceAll(
            hole -> {
              boolean markup = hole.group(1) != null;
              String name = markup ? hole.group(1) : hole.group(2);
              String value = values.get(name);
              if (value == null) {
                throw new IllegalArgumentException("no value for " + name);
              }
              return Matcher.quoteReplacement(markup ? value : escape(value));
            });
  }

  /** Text made safe between tags and inside quoted attributes. */
  static String escape(String text) {
    return Entities.escape(text).replace("'", "&#39;");
  }

  static String resource(String name) {
    return Bundled.text(Template.class, "/demo/" + name);
  }
}
