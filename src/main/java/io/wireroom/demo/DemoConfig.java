package io.wireroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the config that points the hub at a {@link DemoStage}. */
public final class DemoConfig {

  private DemoConfig() {}

  static Path file(Path folder) {
    return folder.resolve("wireroom.yaml");
  }

  /**
   * Writes {@code wireroom.yaml} and, as in real life, the secrets into files of their own.
   *
   * @param folder absolute; exists
   * @return the config file
   */
  public static Path write(Path folder, DemoStage stage) {
    try {
      Path secrets = Files.createDirectories(folder.resolve("secrets"));
      Files.writeString(
          secrets.resolve("slack-newsroom"),
          stage.slack().webhook(DemoStage.NEWSROOM).toString());
      Files.writeString(
          secrets.resolve("slack-energy-desk"),
          stage.slack().webhook(DemoStage.ENERGY_DESK).toString());
      Files.writeString(secrets.resolve("s3-secret-key"), Bucket.SECRET_KEY);
      Files.writeString(secrets.resolve("webhook-secret"), DemoStage.WEBHOOK_SECRET);
      return Files.writeString(file(folder), yaml(folder, secrets, stage));
    } catch (IOException e) {
      throw new UncheckedIOException("can't write the demo's config to " + folder, e);
    }
  }

  private static String yaml(Path folder, Path secrets, DemoStage stage) {
    URI site = stage.site().address();
    return new Template("wireroom.yaml")
        .fill(
            Map.ofEntries(
                Map.entry("ledger", site.resolve(Paper.LEDGER.source()).toString()),
                Map.entry("wire", site.resolve(Paper.WIRE.source()).toString()),
                Map.entry("lumen", site.resolve(Paper.LUMEN.source()).toString()),
                Map.entry("port", site.resolve(Paper.PORT.source()).toString()),
                Map.entry("secrets", path(secrets)),
                Map.entry("bucket", DemoStage.BUCKET),
                Map.entry("endpoint", stage.bucket().address().toString()),
                Map.entry("accessKey", Bucket.ACCESS_KEY),
                Map.entry("hook", stage.desk().address().resolve("/hooks/news").toString()),
                Map.entry("state", path(folder.resolve("wireroom.db")))));
  }

  /** Slashes mean the same on every system, and need no escape inside YAML's double quotes. */
  private static String path(Path path) {
    return path.toString().replace('\\', '/');
  }
}
