package io.wireroom.poll;

import io.wireroom.poll.FeedDecoder.Decoded;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a document whose first bytes give its encoding away: a byte order mark, or a {@code <}
 * between zeros (XML 1.0, appendix F).
 */
final class ByteMark {
  private ByteMark() {}

  static @Nullable Decoded decode(byte[] b) {
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
    Charset charset = FeedCharset.of(label);
    return charset == null
        ? null
        : new Decoded(new String(bytes, skip, bytes.length - skip, charset), label);
  }
}
