package io.wireroom.net;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer's body with a limit on its decoded size and on the time it may take, so that
 * neither a zip bomb nor a server that sends a byte a minute costs more than one call. Thread-safe.
 */
public final class BodyReader {

  /** What can be decoded, for the Accept-Encoding header. */
  public static final String ACCEPT_ENCODING = "gzip, deflate, br";

  private final Clock clock;

  public BodyReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param encoding the Content-Encoding header; null for none
   * @param maxBytes decoded
   * @throws TooLarge if there is more than {@code maxBytes}
   * @throws TooSlow if the deadline passes
   * @throws IOException if the connection breaks or the bytes are not what the encoding says
   */
  public byte[] read(InputStream raw, @Nullable String encoding, int maxBytes, Instant deadline)
      throws IOException {
    InputStream timed = new Timed(raw, deadline);
    InputStream in = decode(timed, encoding == null ? "" : encoding.toLowerCase(Locale.ROOT));
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (out.size() + n > maxBytes) {
        out.write(buffer, 0, maxBytes - out.size());
        throw new TooLarge("the answer is larger than " + maxBytes + " bytes", out.toByteArray());
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  private static InputStream decode(InputStream raw, String encoding) throws IOException {
    if (encoding.isEmpty() || encoding.equals("identity")) {
      return raw;
    }
    PushbackInputStream in = new PushbackInputStream(raw, 2);
    byte[] start = in.readNBytes(2);
    if (start.length == 0) {
      return in;
    }
    in.unread(start);
    boolean gzip = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        // Some servers label plain bytes as gzip; browsers show those all the same.
        return gzip ? new GZIPInputStream(in) : in;
      case "deflate":
        // RFC 9110 8.4.1.2 says zlib; some servers send the raw stream without its header.
        boolean zlib = start.length == 2 && (start[0] & 0x0f) == 8 && zlibHeader(start);
        return new InflaterInputStream(in, new Inflater(!zlib));
      case "br":
        return new BrotliInputStream(in);
      default:
        throw new IOException(
            "the answer is encoded as \"" + encoding + "\", which nobody asked for");
    }
  }

  private static boolean zlibHeader(byte[] start) {
    return ((start[0] & 0xff) * 256 + (start[1] & 0xff)) % 31 == 0;
  }

  /**
   * Looks at the time with each piece that comes over the network. A decoder may read many before
   * it gives any away.
   */
  private final class Timed extends FilterInputStream {
    private final Instant deadline;

    Timed(InputStream raw, Instant deadline) {
      super(raw);
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      check();
      return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      check();
      return super.read(into, offset, length);
    }

    private void check() throws TooSlow {
      if (clock.instant().isAfter(deadline)) {
        throw new TooSlow("the answer did not arrive whole in time");
      }
    }
  }

  /** The body is larger than the call allows. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient byte[] begun;

    TooLarge(String message, byte[] begun) {
      super(message);
      this.begun = begun;
    }

    /** What was read: as much as the call allows. */
    public byte[] begun() {
      return begun;
    }
  }

  /** The body did not end before the deadline. */
  public static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow(String message) {
      super(message);
    }
  }
}
