package io.wireroom.poll;

import io.wireroom.net.HttpReply;
import io.wireroom.net.LinkHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of being pushed: by which hub, under which topic. Source: W3C WebSub, 4: Link
 * headers come before what the document says; of several hubs the next one is asked when one fails.
 *
 * @param hubs in the order in which they are to be asked, at most {@value #MOST_HUBS}; empty when
 *     the source offers none
 * @param topic the source's own address as it gives it; where it gives none, the one that answered
 */
public record HubOffer(List<URI> hubs, URI topic) {
  private static final int MOST_HUBS = 5;

  /**
   * Reads the offer of an answer.
   *
   * @param hubs that its document names
   * @param self that its document names; null when it names none
   */
  public static HubOffer of(HttpReply reply, List<String> hubs, @Nullable String self) {
    String header = reply.header("link");
    List<String> named = LinkHeader.targets(header, reply.uri(), "hub");
    List<String> selves = LinkHeader.targets(header, reply.uri(), "self");
    List<URI> all =
        web(Stream.concat(named.stream(), hubs.stream())).distinct().limit(MOST_HUBS).toList();
    URI topic =
        web(Stream.concat(selves.stream(), Stream.ofNullable(self)))
            .findFirst()
            .orElse(reply.uri());
    return new HubOffer(all, topic);
  }

  private static Stream<URI> web(Stream<String> addresses) {
    return addresses.flatMap(address -> Stream.ofNullable(web(address)));
  }

  private static @Nullable URI web(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
