package io.wireroom.poll;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element, whichever of the many ways it is written in: RSS (HTML escaped once), the
 * text constructs of Atom 1.0 ({@code text}, {@code html}, {@code xhtml}, any media type) and of
 * Atom 0.3 ({@code mode="xml|escaped|base64"}), or markup that was left unescaped.
 */
final class FeedText {
  /** Longer texts are cut: no article is a megabyte. Characters. */
  static final int MAX_LENGTH = 1_000_000;

  private static final Pattern ANY_TAG =
      Pattern.compile("</[a-zA-Z][a-zA-Z0-9]*>|<(?:br|p|img|hr)\\b[^<>]*>");

  private final boolean atom;

  /** {@code atom} says which rule holds for an element without a type. */
  FeedText(boolean atom) {
    this.atom = atom;
  }

  /** As plain text on one line; null when there is none. */
  @Nullable String plain(XmlElement element) {
    String type = type(element);
    String raw = raw(element, type);
    if (raw == null) {
      return null;
    }
    boolean html = isMarkup(element, type, raw);
    boolean untyped = type.isEmpty();
    String text = html ? HtmlText.plain(raw) : untyped ? new XmlReferences().decode(raw) : raw;
    String line = HtmlText.collapse(text);
    return line.isEmpty() ? null : line;
  }

  /** As HTML with its addresses made absolute; null when there is none. */
  @Nullable String html(XmlElement element, String base) {
    String type = type(element);
    String raw = raw(element, type);
    if (raw == null) {
      return null;
    }
    String html =
        isMarkup(element, type, raw) ? HtmlAddresses.absolute(raw, base) : HtmlText.escape(raw);
    return html.isEmpty() ? null : html;
  }

  private static String type(XmlElement element) {
    String type = element.attrOf("type");
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String raw(XmlElement element, String type) {
    String text;
    if ("base64".equals(element.attrOf("mode")) || isBinary(type)) {
      text = decoded(element.text());
    } else if (!element.hasElements()) {
      text = element.text();
    } else if (type.equals("html") || type.equals("text/html")) {
      text = XmlMarkup.inside(element, true);
    } else {
      text = XmlMarkup.inside(body(element), false);
    }
    if (text == null || text.isEmpty()) {
      return null;
    }
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  /** The div that Atom demands around XHTML is not part of the text. */
  private static XmlElement body(XmlElement element) {
    List<XmlElement> inside = element.elements();
    boolean wrapped = inside.size() == 1 && inside.get(0).name().endsWith("div");
    return wrapped && element.text().equals(inside.get(0).text()) ? inside.get(0) : element;
  }

  private boolean isMarkup(XmlElement element, String type, String raw) {
    if (element.hasElements() || isBinary(type) || "base64".equals(element.attrOf("mode"))) {
      return true;
    }
    return switch (type) {
      case "html", "text/html" -> true;
      case "text", "plain", "text/plain" ->
          "escaped".equals(element.attrOf("mode")) && looksLikeMarkup(raw);
      case "" -> !atom || looksLikeMarkup(raw);
      default -> false;
    };
  }

  private static boolean looksLikeMarkup(String raw) {
    return raw.indexOf('<') >= 0 && ANY_TAG.matcher(raw).find();
  }

  private static boolean isBinary(String type) {
    return type.indexOf('/') > 0
        && !type.startsWith("text/")
        && !type.endsWith("xml")
        && !type.endsWith("html");
  }

  /** Base64 as UTF-8; what is not base64 is text that carries the wrong type, null if binary. */
  private static @Nullable String decoded(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
    } catch (CharacterCodingException binary) {
      return null;
    } catch (IllegalArgumentException notBase64) {
      return text;
    }
  }
}
