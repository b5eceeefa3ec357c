package io.wireroom.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the config file, and reports every mistake in it at once. */
public final class ConfigFile {

  private ConfigFile() {}

  /**
   * Reads a file that must be right.
   *
   * @param environment the value of an environment variable, null when it isn't set
   * @throws ConfigException with every mistake
   */
  public static HubConfig read(Path file, Function<String, @Nullable String> environment) {
    return check(file, environment).config();
  }

  /**
   * Reads a file and also says what deserves a look.
   *
   * @param environment the value of an environment variable, null when it isn't set
   * @throws ConfigException with every mistake
   */
  public static Checked check(Path file, Function<String, @Nullable String> environment) {
    RecordFile<HubConfig> read =
        RecordFile.read(file, HubConfig.class, "start with a list of sources:", environment);
    new Advice(read.value(), read.report()).give();
    return new Checked(read.value(), read.report().warnings());
  }

  /**
   * A file without mistakes.
   *
   * @param warnings what works but deserves a look, in the order of the file
   */
  public record Checked(HubConfig config, List<Mistake> warnings) {

    public Checked {
      warnings = List.copyOf(warnings);
    }
  }
}
