package io.wireroom.web;

import com.github.mustachejava.DefaultMustacheFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The pages' templates, {@code web/NAME.html} on the class path, in Mustache; what they are given
 * is escaped. Thread-safe.
 */
final class Templates {

  static final String HTML = "text/html; charset=utf-8";

  private final DefaultMustacheFactory factory = new DefaultMustacheFactory("web");
  private final String style = resource("web/style.css");
  private final Map<String, String> safety;

  Templates() {
    safety =
        Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-"
                + sha256(style)
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

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Templates.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
