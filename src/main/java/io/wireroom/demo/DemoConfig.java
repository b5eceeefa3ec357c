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
          secrets.resolve("slack-webhook"), stage.slack().webhook(DemoStage.NEWSROOM).toString());
      Files.writeString(secrets.resolve("slack-token"), SlackWindow.TOKEN);
      Files.writeString(secrets.resolve("s3-access-key"), Bucket.ACCESS_KEY);
      Files.writeString(secrets.resolve("s3-secret-key"), Bucket.SECRET_KEY);
      Files.writeString(secrets.resolve("webhook-secret"), DemoStage.WEBHOOK_SECRET);
      return Files.writeString(file(folder), yaml(folder, stage));
    } catch (IOException e) {
      throw new UncheckedIOException("can't write the demo's config to " + folder, e);
    }
  }

  private static String yaml(Path folder, DemoStage stage) {
    URI site = stage.site().address();
    return new Template("wireroom.yaml")
        .fill(
            Map.ofEntries(
                Map.entry("ledger", site.resolve(Paper.LEDGER.source()).toString()),
                Map.entry("wire", site.resolve(Paper.WIRE.source()).toString()),
                Map.entry("lumen", site.resolve(Paper.LUMEN.source()).toString()),
                Map.entry("port", site.resolve(Paper.PORT.source()).toString()),
                Map.entry("api", stage.slack().api().toString()),
                Map.entry("bucket", DemoStage.BUCKET),
                Map.entry("endpoint", stage.bucket().address().toString()),
                Map.entry("hook", stage.desk().address().resolve("/hooks/news").toString()),
                // Slashes mean the same on every system, and YAML's quotes need no escape for them.
                Map.entry("state", folder.resolve("wireroom.db").toString().replace('\\', '/'))));
  }
}
