package io.wireroom.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command is told that asks a running hub. */
final class HubOption {

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--hub",
      paramLabel = "URL",
      description = "Where the hub is (default: where the config has it listen).")
  private @Nullable URI hub;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  ConfigOption config() {
    return config;
  }

  /** Null where the config says it. */
  @Nullable URI hub() {
    return hub;
  }

  boolean json() {
    return json;
  }
}
