package io.wireroom.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Checks addresses. Nothing is looked up. */
final class Urls {

  private Urls() {}

  static void http(String text) throws BadValue {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      throw text.contains("://")
          ? new BadValue("is not an http or https address", "only http and https can be used")
          : new BadValue("is not an address", "begin it with https://");
    }
    URI uri = parse(text);
    host(uri);
    if (uri.getRawAuthority().contains("@")) {
      throw new BadValue(
          "has a user or password in it", "take it out, and use the keys auth or headers");
    }
  }

  static void storage(String text) throws BadValue {
    if (text.startsWith("s3://") || text.startsWith("azure://")) {
      host(parse(text));
    } else if (!text.startsWith("file:") || text.equals("file:")) {
      throw new BadValue(
          "is not an address of a folder or bucket",
          "write file:FOLDER, s3://BUCKET/PREFIX or azure://CONTAINER/PREFIX");
    }
  }

  static void state(String text) throws BadValue {
    if (text.startsWith("s3://") || text.startsWith("azure://")) {
      URI uri = parse(text);
      host(uri);
      String path = uri.getPath();
      if (path.length() < 2 || path.endsWith("/")) {
        throw new BadValue("names no object", "write s3://BUCKET/wireroom.db");
      }
    } else if (!text.startsWith("sqlite:") || text.equals("sqlite:")) {
      throw new BadValue(
          "is not an address of the state",
          "write sqlite:FILE, or s3://BUCKET/NAME for run --once");
    }
  }

  /** The address that a checked text means; the name of a folder may hold any character. */
  static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      try {
        return new URI("file", text.substring("file:".length()), null);
      } catch (URISyntaxException never) {
        throw new IllegalArgumentException(never);
      }
    }
  }

  private static URI parse(String text) throws BadValue {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw e.getIndex() >= 0 && e.getIndex() < text.length()
          ? badCharacter(text.substring(e.getIndex(), e.getIndex() + 1))
          : new BadValue("is not an address", "write it as https://example.com/feed.xml");
    }
  }

  private static BadValue badCharacter(String character) {
    String encoded =
        "%"
            + HexFormat.ofDelimiter("%")
                .withUpperCase()
                .formatHex(character.getBytes(StandardCharsets.UTF_8));
    return character.isBlank()
        ? new BadValue("has a space in it", "take it out, or write it as " + encoded)
        : new BadValue("has " + character + " where it can't be", "write it as " + encoded);
  }

  private static void host(URI uri) throws BadValue {
    String authority = uri.getRawAuthority();
    if (authority == null || authority.isEmpty() || authority.startsWith(":")) {
      throw new BadValue("names no host", "");
    }
    if (uri.getPort() > 65_535) {
      throw new BadValue("has a port above 65535", "");
    }
  }
}
