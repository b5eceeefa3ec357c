package io.wireroom.deliver;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Evidence;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.Paragraph;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Briefs of articles that nobody published: a whole one, a thin one, one that tries to break out.
 */
public final class SampleBriefs {

  private static final String HASH =
      "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab";

  private SampleBriefs() {}

  /** A whole article, by a model with an opinion. */
  public static Brief whole() {
    return new Brief(
        "b7f0c2a9e4d1",
        "i1",
        "s1",
        new Brief.Origin(
            "harbour",
            "The Harbour Post",
            "https://harbour.example/2026/07/electric-ferries",
            "https://harbour.example/2026/07/electric-ferries?from=rss",
            List.of("Ines Calder", "Tom Ashby"),
            Instant.parse("2026-07-28T14:05:00Z"),
            "en",
            List.of("transport", "energy"),
            null),
        "Two electric ferries halve fuel costs on the Sound, and the county orders four more",
        ArticleStatus.FULL,
        "The county's two battery ferries have run for a year.",
        List.of(
            claim("The county's two battery ferries cut fuel costs by 52% in their first year"),
            claim("Four more are ordered for $180 million, with delivery from 2028"),
            claim("Charging takes 12 minutes at each dock & needs a 15 MW grid connection"),
            claim("Winter range fell by 18%, so one diesel ferry stays in reserve")),
        List.of(
            paragraph(
                "The county's two battery ferries have carried 1.4 million passengers in a year.",
                "They used 52% less money for fuel than the diesel boats they replaced, according"
                    + " to figures the council published on Monday."),
            paragraph(
                "The council voted 7 to 2 to order four more ferries for $180 million.",
                "The first is due in 2028, and all six crossings are to be electric by 2031."),
            paragraph(
                "Cold weather remains a problem: on the coldest days the range fell by 18%.",
                "One diesel ferry stays in reserve until larger batteries are fitted.")),
        new Opinion(
            "The saving is real, but most of it comes from cheap night power; if that price rises,"
                + " the case for the next four boats gets weaker.",
            "claude-example"),
        new Brief.Made(
            "model",
            "1.0",
            "claude-example",
            HASH,
            1,
            null,
            Instant.parse("2026-07-28T14:20:00Z")));
  }

  /** Only a teaser, from a source that says little. */
  public static Brief thin(ArticleStatus status) {
    Brief whole = whole();
    return new Brief(
        "c1d2e3f4a5b6",
        "i2",
        "s2",
        new Brief.Origin(
            "wire",
            "Night Wire",
            "https://wire.example/a/17",
            "https://wire.example/a/17",
            List.of(),
            null,
            "und",
            List.of(),
            null),
        "Council to publish ferry figures on Monday",
        status,
        status == ArticleStatus.EMPTY ? "" : "The figures had been expected since March.",
        List.of(),
        List.of(),
        null,
        extractive(whole.made().at()));
  }

  /** Words that would call people, open links, format and break out, in every field. */
  public static Brief hostile() {
    String nasty =
        "<!channel> <!here|here> <@U012AB3CD> <#C012AB3CD|general> <!subteam^S012> @here @Channel"
            + " @everyone <https://evil.example|click> & *bold* _it_ ~no~ `code` :tada:"
            + " **x** [l](https://evil.example) </b><script>1</script> \"q\" \u202Ertl";
    return new Brief(
        "d4e5f6a7b8c9",
        "i3",
        "s3",
        new Brief.Origin(
            "nasty",
            nasty,
            "https://nasty.example/a?x=1&y=<2>|3",
            "https://nasty.example/a?x=1&y=2",
            List.of(nasty),
            Instant.parse("2026-07-28T00:00:00Z"),
            "de",
            List.of(nasty),
            null),
        nasty,
        ArticleStatus.FULL,
        nasty,
        List.of(claim(nasty), claim("one\ntwo\r\nthree\u0000"), claim(nasty), claim(nasty)),
        List.of(paragraph(nasty, nasty)),
        new Opinion(nasty, nasty),
        extractive(Instant.parse("2026-07-28T14:20:00Z")));
  }

  /** A whole article, two that are thin, one more by name and two that are only counted. */
  public static RoundUp roundUp() {
    Instant at = Instant.parse("2026-07-29T06:00:00Z");
    return new RoundUp(
        "r1",
        "daily",
        at.minusSeconds(86_400),
        at,
        ZoneId.of("Europe/Berlin"),
        List.of(whole(), thin(ArticleStatus.GATED), thin(ArticleStatus.EMPTY)),
        List.of(hostile()),
        3);
  }

  private static Brief.Made extractive(Instant at) {
    return new Brief.Made("extractive", "1.0", null, HASH, 0, null, at);
  }

  public static Claim claim(String text) {
    return new Claim(text, List.of(new Evidence(HASH, 0, 10, HASH)));
  }

  public static Paragraph paragraph(String... sentences) {
    return new Paragraph(Arrays.stream(sentences).map(SampleBriefs::claim).toList());
  }

  /** A letter of the brief to the destination, first attempt. */
  public static Letter letter(Brief brief, Destination destination) {
    return letter(brief, destination, 0, null);
  }

  public static Letter letter(
      Brief brief, Destination destination, int attempts, @Nullable Instant attemptAt) {
    Instant created = Instant.parse("2026-07-28T14:21:00Z");
    Delivery delivery =
        new Delivery("5f2b8c1d9e0a4b7c", destination.id(), "sub", brief.id(), attempts, created);
    return new Letter(
        delivery, destination, brief, attemptAt == null ? created.plusSeconds(1) : attemptAt);
  }
}
