package io.wireroom.cli;

import java.nio.file.Path;

/** Where the route files are: the folder that the {@code wireroom} script lies in. */
public final class Home {

  private Home() {}

  /** The folder that the script names; the working folder when Java was started without it. */
  public static Path folder() {
    return Path.of(System.getProperty("wireroom.home", "."));
  }
}
