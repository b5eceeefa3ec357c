package io.wireroom.poll;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a feed and decodes it: byte order mark, then the charset of the HTTP header,
 * then the XML declaration, then UTF-8, then a guess; the first that fits the bytes wins.
 *
 * <p>Labels mean what browsers take them for (WHATWG Encoding): ISO-8859-1 is windows-1252, GB2312
 * is GB18030. Bytes that are well-formed UTF-8 beyond ASCII are UTF-8 even when a Latin or ASCII
 * label says otherwise. Stray windows-1252 bytes inside UTF-8 are read as such. Never fails.
 */
final class FeedDecoder {
  private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([^\\s;\"']+)");

  private static final Pattern DECLARATION =
      Pattern.compile("<\\?[a-z]*xml[^>]*?\\sencoding\\s*=\\s*[\"']\\s*([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 1_000;

  private static final Map<String, String> AS_BROWSERS =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"));

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
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    List<String> labels = labels(bytes, contentType);
    String utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      boolean ascii = utf8.length() == bytes.length;
      for (String label : labels) {
        Charset charset = charset(label);
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
      Charset charset = charset(label);
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
      Charset charset = charset(label);
      String text = charset == null ? "" : new String(bytes, charset);
      if (isPlausible(text) && isMostly(text)) {
        return new Decoded(text, label);
      }
    }
    String guess = CharsetGuess.of(bytes);
    Charset charset = charset(guess);
    return new Decoded(new String(bytes, charset == null ? StandardCharsets.ISO_8859_1 : charset), guess);
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

  private static @Nullable Decoded byMark(byte[] b) {
    if (starts(b, 0xef, 0xbb, 0xbf)) {
      return new Decoded(Utf8Repair.decode(ByteBuffer.wrap(b, 3, b.length - 3)), "utf-8");
    }
    if (starts(b, 0, 0, 0xfe, 0xff)) {
      return as(b, "utf-32be", 4);
    }
    if (starts(b, 0xff, 0xfe, 0, 0)) {
      return as(b, "utf-32le", 4);
    }
    if (starts(b, 0xfe, 0xff)) {
      return as(b, "utf-16be", 2);
    }
    if (starts(b, 0xff, 0xfe)) {
      return as(b, "utf-16le", 2);
    }
    if (starts(b, 0, 0, 0, '<')) {
      return as(b, "utf-32be", 0);
    }
    if (starts(b, '<', 0, 0, 0)) {
      return as(b, "utf-32le", 0);
    }
    if (starts(b, 0, '<', 0)) {
      return as(b, "utf-16be", 0);
    }
    if (b.length > 3 && b[0] == '<' && b[1] == 0 && b[3] == 0) {
      return as(b, "utf-16le", 0);
    }
    if (starts(b, 0x4c, 0x6f, 0xa7, 0x94)) {
      return as(b, "cp037", 0);
    }
    return null;
  }

  private static boolean starts(byte[] bytes, int... head) {
    for (int i = 0; i < head.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Decoded as(byte[] bytes, String label, int skip) {
    Charset charset = charset(label);
    return charset == null
        ? null
        : new Decoded(new String(bytes, skip, bytes.length - skip, charset), label);
  }

  /** What header and declaration say, best first; RFC 3023 reads text types without one as ASCII. */
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

  private static @Nullable Charset charset(String label) {
    try {
      return Charset.forName(AS_BROWSERS.getOrDefault(label.toLowerCase(Locale.ROOT), label));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
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
