package io.wireroom.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's bytes into text as a browser would: byte order mark, then the Content-Type header,
 * then the page's own declaration, then UTF-8 if the bytes are that, else windows-1252. Source:
 * WHATWG HTML, determining the character encoding, and the WHATWG Encoding labels.
 */
final class PageDecoder {
  /** A browser looks at 1,024 bytes; pages with long comments at the top put it further down. */
  private static final int DECLARED_WITHIN = 4_096;

  private static final int MOST_CONTROLS = 8;

  private static final Pattern IN_HEADER =
      Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([^\\s;\"']{1,40})", Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_PAGE =
      Pattern.compile(
          "<meta[^>]{0,300}?charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([^\\s;\"'/>]{1,40})"
              + "|^\\s{0,99}<\\?xml[^>]{0,99}?encoding\\s{0,9}=\\s{0,9}[\"']([^\"']{1,40})",
          Pattern.CASE_INSENSITIVE);

  /** Labels that mean another encoding on the web than their name says. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"));

  private PageDecoder() {}

  /**
   * @param contentType the HTTP header's value, null when there was none
   */
  static String decode(byte[] page, @Nullable String contentType) {
    if (startsWith(page, 0xEF, 0xBB, 0xBF)) {
      return new String(page, 3, page.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(page, 0xFE, 0xFF)) {
      return new String(page, 2, page.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(page, 0xFF, 0xFE)) {
      return new String(page, 2, page.length - 2, StandardCharsets.UTF_16LE);
    }
    Charset charset = contentType == null ? null : named(IN_HEADER.matcher(contentType));
    if (charset == null) {
      charset = declared(page);
    }
    return charset == null ? guess(page) : new String(page, charset);
  }

  /**
   * Where the bytes show that they are a picture, a document or an archive and no page.
   *
   * @return the place of a byte that no text has; -1 when they may be text
   */
  static int binaryAt(byte[] page) {
    if (startsWith(page, '%', 'P', 'D', 'F', '-')
        || startsWith(page, 0x89, 'P', 'N', 'G')
        || startsWith(page, 'G', 'I', 'F', '8')
        || startsWith(page, 0xFF, 0xD8, 0xFF)
        || startsWith(page, 'P', 'K', 3, 4)
        || startsWith(page, 0x1F, 0x8B)) {
      return 0;
    }
    if (startsWith(page, 0xFE, 0xFF) || startsWith(page, 0xFF, 0xFE)) {
      return -1;
    }
    int nuls = 0;
    for (int i = 0; i < Math.min(page.length, DECLARED_WITHIN); i++) {
      boolean control = page[i] >= 0 && page[i] < 9 || page[i] > 13 && page[i] < 27;
      nuls += control ? 1 : 0;
      // A stray control character or two happen in pages made by hand.
      if (nuls > MOST_CONTROLS) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] page, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= page.length || (page[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset declared(byte[] page) {
    int length = Math.min(page.length, DECLARED_WITHIN);
    String head = new String(page, 0, length, StandardCharsets.ISO_8859_1);
    Charset charset = named(IN_PAGE.matcher(head));
    // A page whose declaration could be read byte by byte can't be UTF-16, whatever it says.
    return charset != null && charset.name().startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : charset;
  }

  private static @Nullable Charset named(Matcher matcher) {
    if (!matcher.find()) {
      return null;
    }
    String label = matcher.group(1);
    if (label == null) {
      label = matcher.group(2);
    }
    String name = label.toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(LABELS.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static String guess(byte[] page) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page)).toString();
    } catch (CharacterCodingException e) {
      return new String(page, Charset.forName("windows-1252"));
    }
  }
}
