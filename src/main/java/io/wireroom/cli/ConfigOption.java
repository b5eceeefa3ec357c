package io.wireroom.cli;

import io.wireroom.config.ConfigException;
import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}, which many commands have. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "config/wireroom.yaml",
      description = "The config file (default ${DEFAULT-VALUE}).")
  private Path file = Path.of("config/wireroom.yaml");

  Path file() {
    return file;
  }

  HubConfig read() throws ConfigException {
    return ConfigFile.read(file, System.getenv()::get);
  }
}
