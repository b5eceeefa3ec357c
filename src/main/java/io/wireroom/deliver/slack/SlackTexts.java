package io.wireroom.deliver.slack;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Colophon;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.Gist;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a brief's Slack message as mrkdwn, each within its room; null for a part the brief
 * does not have. A team reads these between other messages, so a part says what matters first and
 * is short: the room is a choice, far below Slack's limits.
 */
final class SlackTexts {

  private static final int LINK = 2_000;

  /** A longer address is given once, not twice. */
  private static final int SHORT_LINK = 400;

  private static final int BYLINE = 350;
  private static final int TAKEAWAY = 300;
  private static final int SUMMARY = 1_200;
  private static final int OPINION = 700;
  private static final int TEASER = 600;
  private static final int FOOTER = 400;

  /** More takeaways than a brief should have are left out, not squeezed. */
  private static final int MOST_FURTHER = 3;

  static final String DOT = "  \u00b7  ";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private final Brief brief;
  private final double share;
  private final Optional<String> address;

  /**
   * @param share how much of its room each text may use, above 0 and at most 1
   */
  SlackTexts(Brief brief, double share) {
    this.brief = brief;
    this.share = share;
    this.address =
        Stream.of(brief.origin().link(), brief.origin().url())
            .flatMap(link -> WebLink.of(link).stream())
            .filter(link -> Mrkdwn.length(link) <= LINK)
            .findFirst();
  }

  /** Source (linked), authors, day, tags. */
  String byline() {
    Brief.Origin origin = brief.origin();
    int room = BYLINE / 3;
    List<String> parts = new ArrayList<>();
    parts.add(
        address
            .map(link -> Mrkdwn.link(link, source(), room))
            .orElseGet(() -> Mrkdwn.text(source(), room)));
    parts.add(Mrkdwn.text(String.join(", ", origin.authors()), room));
    Instant published = origin.published();
    parts.add(published == null ? "" : when(published));
    parts.add(language(origin.language()));
    parts.add(Mrkdwn.text(String.join(", ", origin.tags()), room));
    parts.removeIf(String::isBlank);
    return String.join(DOT, parts);
  }

  /** The source's own words where there is no summary, and plainly that there is none. */
  @Nullable String teaser() {
    if (brief.status() == ArticleStatus.FULL) {
      return null;
    }
    String teaser = Mrkdwn.text(brief.teaser(), room(TEASER));
    return teaser.isEmpty() ? state() : "_" + state() + "_\n>" + teaser;
  }

  @Nullable String keyTakeaways() {
    return titled("Key takeaways", bullets(brief.keyTakeaways()));
  }

  @Nullable String furtherTakeaways() {
    List<Claim> further = brief.furtherTakeaways();
    int shown = Math.min(MOST_FURTHER, further.size());
    return titled("Further takeaways", bullets(further.subList(0, shown)));
  }

  @Nullable String summary() {
    int room = room(SUMMARY);
    List<String> gist = Gist.of(brief.summary(), room, text -> Mrkdwn.text(text, room - 2));
    return titled("Summary", String.join("\n\n", gist));
  }

  @Nullable String opinion() {
    Opinion opinion = brief.opinion();
    if (opinion == null) {
      return null;
    }
    String text = Mrkdwn.text(opinion.text(), room(OPINION));
    String by = Mrkdwn.text(opinion.model(), 60);
    String whose = by.isEmpty() ? "a model's, not the source's" : "by " + by + ", not the source";
    return text.isBlank() ? null : "*Editorial opinion* (" + whose + ")\n>" + text;
  }

  /** The way to the article, and how the brief was made. */
  String footer() {
    String made = Mrkdwn.text(Colophon.of(brief), room(FOOTER));
    Optional<String> again = address.filter(link -> Mrkdwn.length(link) <= SHORT_LINK);
    if (again.isPresent()) {
      return Mrkdwn.link(again.get(), "Read the article", 30) + DOT + made;
    }
    return address.isPresent() ? made : whereabouts() + DOT + made;
  }

  private String whereabouts() {
    String link = brief.origin().link();
    return WebLink.of(link)
        .map(web -> "Read it at " + Mrkdwn.text(host(web), 100) + " (its address is too long here)")
        .orElse("The source gave no web address");
  }

  private String state() {
    return switch (brief.status()) {
      case GATED -> "The article is behind a wall: only a teaser was readable.";
      case EMPTY -> "The page held no text.";
      default -> "Only a teaser was readable.";
    };
  }

  private String source() {
    Brief.Origin origin = brief.origin();
    return Stream.of(
            origin.sourceName(), address.map(SlackTexts::host).orElse(""), origin.sourceId())
        .filter(name -> !Mrkdwn.text(name, 120).isBlank())
        .findFirst()
        .orElse("Source");
  }

  private String bullets(List<Claim> claims) {
    List<String> lines = new ArrayList<>();
    for (Claim claim : claims) {
      String text = Mrkdwn.text(claim.text(), room(TAKEAWAY));
      if (!text.isBlank()) {
        lines.add("\u25B8 " + text);
      }
    }
    return String.join("\n", lines);
  }

  private int room(int full) {
    return (int) (full * share);
  }

  private static @Nullable String titled(String title, String text) {
    return text.isBlank() ? null : "*" + title + "*\n" + text;
  }

  /**
   * The moment in each reader's own time zone, as Slack's clients show it, with ours for those that
   * can't. Midnight sharp is a date without a time, which must not move with the reader.
   */
  private static String when(Instant published) {
    ZonedDateTime utc = published.atZone(ZoneOffset.UTC);
    if (utc.getHour() == 0 && utc.getMinute() == 0 && utc.getSecond() == 0) {
      return DAY.format(utc);
    }
    return "<!date^" + published.getEpochSecond() + "^{date}, {time}|" + MINUTE.format(utc) + ">";
  }

  private static String language(String tag) {
    return tag.isEmpty() || tag.equals("und")
        ? ""
        : Mrkdwn.text(Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH), 40);
  }

  private static String host(String address) {
    return String.valueOf(URI.create(address).getHost());
  }
}
