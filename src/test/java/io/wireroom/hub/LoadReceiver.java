package io.wireroom.hub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A receiver of webhooks on loopback that does as little as one can, or keeps silent. */
final class LoadReceiver {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

  /**
   * @param received told the webhook-id of each event before it is answered; null to answer none
   */
  LoadReceiver(@Nullable Consumer<String> received) throws IOException {
    daemon(() -> accept(received));
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept(@Nullable Consumer<String> received) {
    try {
      while (true) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        if (received != null) {
          daemon(() -> serve(client, received));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve(Socket client, Consumer<String> received) {
    try (InputStream in = new BufferedInputStream(client.getInputStream(), 65_536);
        OutputStream out = client.getOutputStream()) {
      StringBuilder line = new StringBuilder();
      int length = 0;
      String id = "";
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          line.append((char) c);
          continue;
        }
        String header = line.toString().strip().toLowerCase(Locale.ROOT);
        line.setLength(0);
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        } else if (header.startsWith("webhook-id:")) {
          id = header.substring(11).strip();
        } else if (header.isEmpty()) {
          in.skipNBytes(length);
          received.accept(id);
          out.write(ANSWER);
          out.flush();
        }
      }
    } catch (IOException e) {
      // The hub closes its connections when it stops.
      return;
    }
  }
}
