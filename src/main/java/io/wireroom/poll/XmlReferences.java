package io.wireroom.poll;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Entities;

/**
 * Decodes character and entity references as a lenient reader would: the five of XML, every one of
 * HTML, decimal and hexadecimal ones, and what the document's own DTD declares as plain text. What
 * is none of these stays as it was written, so a bare {@code &} is text.
 *
 * <p>Guards against entity bombs: a declared entity is never expanded inside another, is at most
 * {@value #MAX_ENTITY} characters, and all together add at most {@value #MAX_EXPANDED}. External
 * entities are not looked at.
 */
final class XmlReferences {
  private static final int MAX_ENTITY = 1_000;
  private static final int MAX_EXPANDED = 100_000;
  private static final int MAX_DECLARED = 200;
  private static final int MAX_NAME = 40;
  private static final String WINDOWS = windowsControls();

  private final Map<String, String> declared = new HashMap<>();
  private int expanded;

  /** Takes note of {@code <!ENTITY name "value">}; one that is too long is ignored. */
  void declare(String name, String value) {
    if (value.length() <= MAX_ENTITY && declared.size() < MAX_DECLARED) {
      // by a decoder of its own, which knows no declared entity
      declared.putIfAbsent(name, new XmlReferences().decode(value));
    }
  }

  /**
   * @return the text with its references replaced and characters that XML forbids left out
   */
  String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0 && !hasControl(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '&') {
        int end = reference(text, at, out);
        if (end > at) {
          at = end;
          continue;
        }
      }
      if (allowed(c)) {
        out.append(c);
      }
      at++;
    }
    return out.toString();
  }

  /** The text without the control characters that XML forbids. */
  static String clean(String text) {
    if (!hasControl(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (allowed(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** What windows-1252 means by a C1 control, which no feed ever means as a control. */
  static char windows(char c) {
    return c >= 0x80 && c <= 0x9f ? WINDOWS.charAt(c - 0x80) : c;
  }

  private int reference(String text, int amp, StringBuilder out) {
    int end = amp + 1;
    int limit = Math.min(text.length(), amp + MAX_NAME);
    while (end < limit && isNameChar(text.charAt(end))) {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != ';' || end == amp + 1) {
      return amp;
    }
    String name = text.substring(amp + 1, end);
    if (name.charAt(0) == '#') {
      return number(name, out) ? end + 1 : amp;
    }
    String value = declared.get(name);
    if (value != null) {
      expanded += value.length();
      if (expanded > MAX_EXPANDED) {
        return amp;
      }
    } else {
      value = Entities.getByName(name);
      if (value.isEmpty()) {
        value = Entities.getByName(name.toLowerCase(Locale.ROOT));
      }
    }
    if (value.isEmpty()) {
      return amp;
    }
    out.append(value);
    return end + 1;
  }

  private static boolean number(String name, StringBuilder out) {
    try {
      boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      int code =
          hex
              ? Integer.parseInt(name, 2, name.length(), 16)
              : Integer.parseInt(name, 1, name.length(), 10);
      if (code >= 0x80 && code <= 0x9f) {
        out.append(windows((char) code));
      } else if (Character.isValidCodePoint(code)
          && (code > 0xffff || allowed((char) code))
          && !(code >= 0xd800 && code <= 0xdfff)) {
        out.appendCodePoint(code);
      }
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private static boolean isNameChar(char c) {
    return c == '#'
        || c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c == '-'
        || c == '.';
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!allowed(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean allowed(char c) {
    return c >= ' ' && c < 0xfffe || c == '\n' || c == '\t' || c == '\r';
  }

  private static String windowsControls() {
    byte[] controls = new byte[32];
    for (int i = 0; i < controls.length; i++) {
      controls[i] = (byte) (0x80 + i);
    }
    return new String(controls, Charset.forName("windows-1252"));
  }
}
