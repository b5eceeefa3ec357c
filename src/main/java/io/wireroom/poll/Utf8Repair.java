package io.wireroom.poll;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 into which bytes of another encoding were pasted: those are read as windows-1252,
 * which is what they nearly always are.
 */
final class Utf8Repair {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Utf8Repair() {}

  static String decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  static String decode(ByteBuffer in) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      byte[] wrong = new byte[result.length()];
      in.get(wrong);
      out.put(new String(wrong, WINDOWS));
    }
    return out.flip().toString();
  }
}
