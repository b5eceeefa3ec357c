package io.wireroom.config;

import java.util.List;
import java.util.stream.Collectors;

/** The config file can't be used. Trying again makes no sense before a person has changed it. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  ConfigException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** All that is wrong, in the order of the file; at least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
