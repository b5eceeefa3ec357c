package io.wireroom.web;

import com.github.mustachejava.DefaultMustacheFactory;
import io.wireroom.bundle.Bundled;
import io.wireroom.hash.Sha256;
import java.io.StringWriter;
import java.util.Base64;
import java.util.Map;

/**
 * The pages' templates, {@code web/NAME.html} on the class path, in Mustache; what they are given
 * is escaped. Thread-safe.
 */
final class Templates {

  static final String HTML = "text/html; charset=utf-8";

  private final DefaultMustacheFactory factory = new DefaultMustacheFactory("web");
  private final String style = Bundled.text(Templates.class, "/web/style.css");
  private final Map<String, String> safety;

  Templates() {
    safety =
        Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.of(style))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer");
  }

  String render(String name, Map<String, Object> view) {
    StringWriter page = new StringWriter();
    factory.compile(name + ".html").execute(page, view);
    return page.toString();
  }

  /** The style sheet, which stands in each page. */
  String style() {
    return style;
  }

  /** Headers that let a page load nothing and run nothing but this style sheet. */
  Map<String, String> safety() {
    return safety;
  }
}
