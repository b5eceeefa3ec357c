package io.wireroom.brief;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Tells a link that may be shown as one from anything else that a page calls its address. */
final class WebLink {

  private WebLink() {}

  /** The address when it is an absolute http or https one; else empty, and the text stays text. */
  static Optional<String> of(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
