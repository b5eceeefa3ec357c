package io.wireroom.config;

import java.time.Duration;
import java.util.List;

/** How the hub behaves on the network. */
public record NetworkConfig(
    @Option(
            value =
                "Private, loopback and link-local networks that may be reached, in CIDR notation;"
                    + " all others are refused.",
            example = "[10.1.0.0/16]",
            format = Format.CIDR)
        List<String> allow,
    @Option("How hard one host may be asked for feeds and pages.") PerHost perHost,
    @Option(value = "How long one answer may take, from connecting to the last byte.", def = "30s")
        Duration timeout,
    @Option(value = "How much of a feed or page is read.", def = "10MB") ByteSize maxBytes,
    @Option(
            value = "What the hub calls itself; an address to complain to is good manners.",
            def = "Wireroom",
            example = "ExampleNews/1.0 (+https://example.com/bot)",
            format = Format.HEADER_VALUE)
        String userAgent,
    @Option(
            value =
                "Whether pages are read only where the site's robots.txt lets them be; feeds are"
                    + " there to be read. An article whose page may not be read goes out with what"
                    + " its feed has.",
            def = "true")
        boolean robots,
    @Option(
            value =
                "Who waits when a feed's host asks to be left alone for a time (Retry-After): the"
                    + " `source` alone, all sources of its `host`, or of its registrable `domain`.",
            def = "host")
        Scope retryAfterScope) {

  public NetworkConfig {
    allow = List.copyOf(allow);
  }

  /** Who waits when a host asks to be left alone. */
  public enum Scope {
    SOURCE,
    HOST,
    DOMAIN
  }

  /** How hard one host may be asked. */
  public record PerHost(
      @Option(value = "Requests on their way at once.", def = "2", min = 1, max = 1_000)
          int concurrency,
      @Option(value = "Pause between two requests.", def = "1s") Duration delay) {}
}
