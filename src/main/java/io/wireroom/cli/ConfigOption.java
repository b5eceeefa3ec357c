package io.wireroom.cli;

import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.hub.StateCopy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option {@code --config}, for every command that needs the config; a picocli mixin. The one
 * place that reads the process's environment.
 */
final class ConfigOption {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The config file (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("config/wireroom.yaml");

  private final Function<String, @Nullable String> environment;

  ConfigOption() {
    this(System::getenv);
  }

  ConfigOption(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  Path file() {
    return file;
  }

  /** The value of an environment variable, null when it isn't set. */
  Function<String, @Nullable String> environment() {
    return environment;
  }

  /**
   * @throws io.wireroom.config.ConfigException with every mistake in the file
   */
  HubConfig read() {
    return ConfigFile.read(file, environment);
  }

  /**
   * The config with its state, for a command that looks at it.
   *
   * @throws io.wireroom.config.ConfigException with every mistake in the file
   * @throws io.wireroom.store.StateUnavailable if the state can't be had
   */
  StateCopy toRead() {
    return StateCopy.toRead(read(), Home.folder(), Clock.systemUTC());
  }

  /** The same for a command that changes it; another run that works with it keeps this one out. */
  StateCopy toChange() {
    return StateCopy.toChange(read(), Home.folder(), Clock.systemUTC());
  }

  /**
   * @throws io.wireroom.config.ConfigException with every mistake in the file
   */
  ConfigFile.Checked check() {
    return ConfigFile.check(file, environment);
  }
}
