package io.wireroom.deliver.chat;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Colophon;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.Gist;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a brief as a chat shows them, each within its room; empty for a part the brief does
 * not have. All parts together are under 4,000 UTF-16 units plus two links, so that they fit the
 * smallest of the chats (Telegram: 4,096).
 */
final class ChatTexts {

  /** Longer addresses are not linked; hardly any client would open them. */
  private static final int LINK = 1_000;

  private static final int HEADLINE = 250;
  private static final int NAMES = 100;
  private static final int TAKEAWAY = 260;
  private static final int SUMMARY = 1_000;
  private static final int OPINION = 500;
  private static final int TEASER = 500;
  private static final int FOOTER = 250;

  /** More takeaways than a brief should have are left out, not squeezed. */
  private static final int MOST_FURTHER = 2;

  private static final String DOT = " \u00b7 ";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Brief brief;
  private final Markup markup;

  ChatTexts(Brief brief, Markup markup) {
    this.brief = brief;
    this.markup = markup;
  }

  /**
   * The article's address, the one its source gave; empty when there is none that can be linked.
   */
  Optional<String> address() {
    return Stream.of(brief.origin().link(), brief.origin().url())
        .flatMap(link -> WebLink.of(link).stream())
        .filter(link -> link.length() <= LINK)
        .findFirst();
  }

  String headline() {
    return markup.fit(plainHeadline(), HEADLINE);
  }

  /** Without markup, never blank. */
  String plainHeadline() {
    return markup.fit(brief.headline(), HEADLINE).isBlank()
        ? "An article without a headline"
        : brief.headline();
  }

  /** What the source is called, never blank. */
  String source() {
    return Stream.of(brief.origin().sourceName(), brief.origin().sourceId())
        .map(name -> markup.fit(name, NAMES))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(markup.fit("An unnamed source", NAMES));
  }

  /** Who wrote it, the day, the tags. */
  String byline() {
    Brief.Origin origin = brief.origin();
    Instant published = origin.published();
    List<String> parts = new ArrayList<>();
    parts.add(markup.fit(String.join(", ", origin.authors()), NAMES));
    parts.add(published == null ? "" : DAY.format(published.atOffset(ZoneOffset.UTC)));
    parts.add(markup.fit(String.join(", ", origin.tags()), NAMES));
    return joined(DOT, parts);
  }

  /** For an article that was not readable: that it was not, and its source's own words. */
  String teaser() {
    if (brief.status() == ArticleStatus.FULL) {
      return "";
    }
    String state =
        switch (brief.status()) {
          case GATED -> "The article is behind a wall: only a teaser was readable.";
          case EMPTY -> "The page held no text.";
          default -> "Only a teaser was readable.";
        };
    String teaser = markup.fit(brief.teaser(), TEASER);
    return joined(
        "\n", List.of(markup.escape(state), teaser.isBlank() ? "" : markup.quote(teaser)));
  }

  String keyTakeaways() {
    return bullets(brief.keyTakeaways());
  }

  String furtherTakeaways() {
    List<Claim> further = brief.furtherTakeaways();
    return bullets(further.subList(0, Math.min(MOST_FURTHER, further.size())));
  }

  String summary() {
    return String.join(
        "\n\n", Gist.of(brief.summary(), SUMMARY, text -> markup.fit(text, SUMMARY - 2)));
  }

  String opinion() {
    Opinion opinion = brief.opinion();
    return opinion == null ? "" : markup.fit(opinion.text(), OPINION);
  }

  /** The label of an opinion: whose it is. */
  String opinionBy() {
    Opinion opinion = brief.opinion();
    String model = opinion == null ? "" : markup.fit(opinion.model(), 60);
    return "Editorial opinion" + (model.isBlank() ? " of a model" : " by " + model);
  }

  String footer() {
    return markup.fit(Colophon.of(brief), FOOTER);
  }

  /** The whole message under its headline, for chats whose messages are one text. */
  String body() {
    List<String> parts = new ArrayList<>();
    parts.add(teaser());
    parts.add(titled("Key takeaways", keyTakeaways()));
    parts.add(titled("Summary", summary()));
    parts.add(titled("Further takeaways", furtherTakeaways()));
    String opinion = opinion();
    parts.add(opinion.isBlank() ? "" : titled(opinionBy(), markup.quote(opinion)));
    parts.add(footer());
    return joined("\n\n", parts);
  }

  /** Empty when there is nothing under the title. */
  String titled(String title, String text) {
    return text.isBlank() ? "" : markup.bold(title) + "\n" + text;
  }

  private String bullets(List<Claim> claims) {
    return joined(
        "\n",
        claims.stream()
            .map(claim -> markup.fit(claim.text(), TAKEAWAY))
            .filter(text -> !text.isBlank())
            .map(text -> "\u25B8 " + text)
            .toList());
  }

  static String joined(String separator, List<String> parts) {
    return String.join(separator, parts.stream().filter(part -> !part.isBlank()).toList());
  }
}
