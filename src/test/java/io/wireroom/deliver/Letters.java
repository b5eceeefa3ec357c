package io.wireroom.deliver;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Evidence;
import io.wireroom.brief.Paragraph;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters and answers that the tests of delivery share. */
public final class Letters {

  public static final Instant NOW = Instant.parse("2026-03-04T09:30:00Z");
  public static final Destination.Lane LANE = new Destination.Lane(0, 4);

  private static final String HASH =
      "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

  private Letters() {}

  public static Letter to(Destination destination) {
    return new Letter(delivery(destination.id(), 0), destination, brief(), NOW);
  }

  public static Delivery delivery(String destinationId, int attempts) {
    return new Delivery(
        "0a1b2c3d4e5f60718293a4b5c6d7e8f9", destinationId, "s-1", "b1f0", attempts, NOW);
  }

  public static Brief brief() {
    return brief("Six ferries – für alle", Instant.parse("2026-03-02T23:59:59Z"));
  }

  public static Brief brief(String headline, @Nullable Instant published) {
    return new Brief(
        "b1f0aa",
        "kelmouth:urn:1",
        "s70ry",
        new Brief.Origin(
            "kelmouth",
            "Kelmouth & District News",
            "https://news.example/ferries?a=1&b=2",
            "https://news.example/r/1",
            List.of("Ida Renn"),
            published,
            "en",
            List.of("ports"),
            null),
        headline,
        ArticleStatus.FULL,
        "Ferries move.",
        List.of(
            claim("Six ferries a day will use the west basin."),
            claim("The work costs £2.4m."),
            claim("Fishing boats are not affected.")),
        List.of(new Paragraph(List.of(claim("The work takes three weeks.")))),
        null,
        new Brief.Made("extractive", "1.0", null, HASH, 0, null, NOW.minusSeconds(60)));
  }

  private static Claim claim(String text) {
    return new Claim(text, List.of(new Evidence(HASH, 0, text.length(), HASH)));
  }

  public static HttpReply reply(int status, String body, Map<String, String> headers) {
    return new HttpReply(
        status,
        URI.create("https://receiver.example/hook"),
        List.of(),
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        null,
        "",
        Duration.ofSeconds(2));
  }

  public static HttpReply failure(HttpReply.Failure failure, int status) {
    return new HttpReply(
        status,
        URI.create("https://receiver.example/hook"),
        List.of(),
        Map.of(),
        new byte[0],
        failure,
        "the detail",
        Duration.ofSeconds(2));
  }
}
