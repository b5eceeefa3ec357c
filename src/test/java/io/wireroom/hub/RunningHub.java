package io.wireroom.hub;

import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.store.SqlNews;
import io.wireroom.web.FeedName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A hub that a test asks over HTTP: one source on a site of its own, and a willing receiver. */
final class RunningHub implements AutoCloseable {

  final WebServer site = new WebServer();
  final WebServer receiver = new WebServer();
  final int port;
  final Path config;
  private final Hub hub;

  /**
   * @param server the keys of {@code server}, without the port
   * @param rest of the config, such as subscriptions
   */
  RunningHub(Path folder, Clock clock, String server, String rest) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    receiver.on("/hook", request -> WebServer.Answer.ok("application/json", request.text()));
    News.publish(site, "/feed", "alpha");
    String yaml =
        """
        sources: [{id: news, url: "%s", every: 1s, tags: [tech, "Städte & Dörfer"]}]
        network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}
        server: {port: %d, %s}
        state: {url: "sqlite:%s"}
        %s
        """
            .formatted(site.at("/feed"), port, server, folder.resolve("state.db"), rest);
    config = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    hub = Hub.service(settings(), Path.of("."), clock);
    hub.start();
  }

  HubConfig settings() {
    return ConfigFile.read(config, name -> null);
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Whether the article has its brief. */
  boolean done(String article) {
    return id(article) != null;
  }

  /** The brief's id; null while there is none. */
  @Nullable String id(String article) {
    return new SqlNews(hub.store())
        .newest(FeedName.ALL, 50).stream()
            .filter(brief -> brief.origin().url().endsWith("/a/" + article))
            .map(brief -> brief.id())
            .findAny()
            .orElse(null);
  }

  @Override
  public void close() {
    hub.close();
    site.close();
    receiver.close();
  }
}
