package io.wireroom.poll;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a feed and decodes it: byte order mark, then the charset of the HTTP
 * header, then the XML declaration, then UTF-8, then a guess; the first that fits the bytes wins.
 *
 * <p>Labels mean what browsers take them for (WHATWG Encoding): ISO-8859-1 is windows-1252, GB2312
 * is GB18030. Bytes that are well-formed UTF-8 beyond ASCII are UTF-8 even when a Latin or ASCII
 * label says otherwise. Stray windows-1252 bytes inside UTF-8 are read as such. Never fails.
 */
final class FeedDecoder {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([^\\s;\"']+)");

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?[a-z]*xml[^>]*?\\sencoding\\s*=\\s*[\"']\\s*([A-Za-z0-9_.:-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 1_000;

  private FeedDecoder() {}

  /** Text without a byte order mark, and the label of the encoding it was read by. */
  record Decoded(String text, String encoding) {}

  static Decoded decode(byte[] bytes, @Nullable String contentType) {
    Decoded found = find(bytes, contentType);
    return new Decoded(withoutControls(found.text()), found.encoding());
  }

  /** C1 controls are always windows-1252 punctuation that went through a Latin-1 label. */
  private static String withoutControls(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) < 0x80 || text.charAt(at) > 0x9f)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = at; i < out.length(); i++) {
      out.setCharAt(i, XmlReferences.windows(out.charAt(i)));
    }
    return out.toString();
  }

  private static Decoded find(byte[] bytes, @Nullable String contentType) {
    Decoded marked = ByteMark.decode(bytes);
    if (marked != null) {
      return marked;
    }
    List<String> labels = labels(bytes, contentType);
    String utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      boolean ascii = utf8.length() == bytes.length;
      for (String label : labels) {
        Charset charset = FeedCharset.of(label);
        if (charset != null && (ascii || !isLatin(charset))) {
          String text = ascii && isSuperset(charset) ? utf8 : strict(bytes, charset);
          if (text != null) {
            return new Decoded(text, label);
          }
        }
      }
      return new Decoded(utf8, "utf-8");
    }
    for (String label : labels) {
      Charset charset = FeedCharset.of(label);
      String text = charset == null ? null : strict(bytes, charset);
      if (text != null) {
        return new Decoded(text, label);
      }
    }
    return repaired(bytes, labels);
  }

  private static Decoded repaired(byte[] bytes, List<String> labels) {
    String mixed = new String(bytes, StandardCharsets.UTF_8);
    if (isMostly(mixed)) {
      return new Decoded(Utf8Repair.decode(bytes), "utf-8");
    }
    for (String label : labels) {
      Charset charset = FeedCharset.of(label);
      String text = charset == null ? "" : new String(bytes, charset);
      if (isPlausible(text) && isMostly(text)) {
        return new Decoded(text, label);
      }
    }
    String guess = CharsetGuess.of(bytes);
    Charset charset = FeedCharset.of(guess);
    return new Decoded(
        new String(bytes, charset == null ? StandardCharsets.ISO_8859_1 : charset), guess);
  }

  /** No feed comes of text without a tag: "utf-16" over plain bytes is a common false label. */
  private static boolean isPlausible(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('{') >= 0;
  }

  /** True when characters above ASCII outnumber what could not be decoded by far. */
  private static boolean isMostly(String text) {
    int bad = 0;
    int good = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufffd') {
        bad++;
      } else if (c >= 0x80) {
        good++;
      }
    }
    return good > 4 * bad;
  }

  /**
   * What header and declaration say, best first; RFC 3023 reads text types without one as ASCII.
   */
  private static List<String> labels(byte[] bytes, @Nullable String contentType) {
    List<String> labels = new ArrayList<>(2);
    if (contentType != null) {
      Matcher header = CHARSET.matcher(contentType);
      if (header.find()) {
        labels.add(label(header.group(1)));
      } else if (contentType.strip().regionMatches(true, 0, "text/", 0, 5)) {
        labels.add("us-ascii");
      }
    }
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(head);
    if (declaration.find()) {
      labels.add(label(declaration.group(1)));
    }
    return labels;
  }

  private static String label(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.equals("gb2312") ? "gb18030" : lower;
  }

  private static boolean isLatin(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII) || charset.name().equals("windows-1252");
  }

  private static boolean isSuperset(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        || isLatin(charset)
        || charset.name().startsWith("ISO-8859")
        || charset.name().startsWith("windows-125");
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    if (!isPlausible(text)) {
      return null;
    }
    if (text.indexOf('\ufffd') < 0 || charset.name().startsWith("windows-125")) {
      return text;
    }
    return charset.equals(StandardCharsets.UTF_8) && isValid(bytes) ? text : null;
  }

  /** Whether replacement characters in the text are the publisher's own. */
  private static boolean isValid(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining();
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
