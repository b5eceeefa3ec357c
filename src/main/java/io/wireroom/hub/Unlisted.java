package io.wireroom.hub;

import io.wireroom.hub.Explanation.Step;
import io.wireroom.store.SourceStanding;
import io.wireroom.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An article that no source listed, and what may be the reason. */
final class Unlisted {

  private Unlisted() {}

  /** Says what is known of the sources of the article's site, which should have listed it. */
  static List<Step> steps(Store store, String address) {
    List<Step> steps = new ArrayList<>();
    String host = host(address);
    for (SourceStanding source : SourceStanding.all(store)) {
      String url = Objects.requireNonNullElse(source.movedTo(), source.url());
      if (!host.isEmpty() && host(url).equals(host)) {
        steps.add(new Step("poll", source.id(), "did not list it; " + health(source)));
      }
    }
    if (steps.isEmpty()) {
      steps.add(
          new Step(
              "poll",
              host,
              "no source listed this address, and no source of the config is on this site"));
    }
    return steps;
  }

  private static String health(SourceStanding source) {
    String next = source.next() == null ? "never" : Explanation.time(source.next());
    return switch (source.condition()) {
      case GONE -> "it is gone, and polled no more: " + source.note();
      case FAILING -> "its last " + source.failures() + " polls failed: " + source.note();
      case NEW -> "it was never polled yet; first poll " + next;
      case OK ->
          "last read "
              + (source.polledAt() == null ? "never" : Explanation.time(source.polledAt()))
              + ", next "
              + next
              + ". Articles that were older than the newest of its first poll are not taken.";
    };
  }

  /** Without a leading {@code www.}; empty when it is no address. */
  private static String host(String address) {
    try {
      String host = URI.create(address.strip()).getHost();
      return host == null ? "" : host.replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
