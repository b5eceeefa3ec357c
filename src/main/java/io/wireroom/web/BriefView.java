package io.wireroom.web;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Colophon;
import io.wireroom.brief.Evidences;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.Plain;
import io.wireroom.brief.WebLink;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages' templates are given of a brief: plain text on one line each. */
final class BriefView {

  private BriefView() {}

  /** A brief in a list. {@code link} is null when the article has no address of the web. */
  record Row(
      String page,
      String headline,
      String source,
      @Nullable String link,
      String at,
      String day,
      String gist,
      String language) {}

  /** A sentence with the places in the article that support it. */
  record Sentence(String text, List<String> quotes) {}

  /** A paragraph, and its sentences one by one. */
  record Part(String text, List<Sentence> sentences) {}

  /** A tag and its page. */
  record Tag(String name, String href) {}

  /** An opinion, line by line. */
  record Thought(List<String> lines) {}

  /** What became of a delivery. */
  record Handed(
      String destination, String state, int attempts, String at, String when, String note) {}

  static Row row(Brief brief) {
    Brief.Origin origin = brief.origin();
    Instant published = Feeds.published(brief);
    String gist = brief.takeaways().isEmpty() ? brief.teaser() : brief.takeaways().get(0).text();
    return new Row(
        "/briefs/" + brief.id(),
        FeedText.title(brief),
        Plain.line(origin.sourceName()),
        WebLink.of(origin.url()).orElse(null),
        published.toString(),
        Colophon.day(published),
        Plain.line(gist),
        BriefHtml.language(brief));
  }

  static Handed handed(News.Handed delivery) {
    String at = delivery.at().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Handed(
        delivery.destinationId(),
        delivery.state(),
        delivery.attempts(),
        at,
        at.replace("T", " ").replace("Z", " UTC"),
        delivery.note());
  }

  static Map<String, Object> whole(News.Told told) {
    Brief brief = told.brief();
    Evidences evidences = Evidences.in(told.article());
    Map<String, Object> view = new HashMap<>();
    view.put("language", BriefHtml.language(brief));
    view.put("headline", FeedText.title(brief));
    origin(view, brief);
    view.put("teaser", brief.status() == ArticleStatus.FULL ? "" : Plain.line(brief.teaser()));
    view.put("key", sentences(brief.keyTakeaways(), evidences));
    view.put("hasTakeaways", !brief.takeaways().isEmpty());
    view.put("summary", parts(brief, evidences));
    view.put("hasSummary", !brief.summary().isEmpty());
    view.put("further", sentences(brief.furtherTakeaways(), evidences));
    view.put("hasFurther", !brief.furtherTakeaways().isEmpty());
    Opinion opinion = brief.opinion();
    if (opinion != null) {
      view.put("opinion", new Thought(opinion.text().lines().map(Plain::line).toList()));
    }
    view.put("colophon", Colophon.of(brief));
    view.put("document", "/briefs/" + brief.id() + ".json");
    view.put("others", told.others().stream().map(BriefView::row).toList());
    view.put("hasOthers", !told.others().isEmpty());
    return view;
  }

  private static void origin(Map<String, Object> view, Brief brief) {
    Brief.Origin origin = brief.origin();
    view.put("source", Plain.line(origin.sourceName()));
    WebLink.of(origin.url()).ifPresent(url -> view.put("link", url));
    view.put("authors", origin.authors().stream().map(Plain::line).toList());
    if (origin.published() != null) {
      view.put("at", origin.published().toString());
      view.put("day", Colophon.day(origin.published()));
    }
    List<Tag> tags =
        FeedText.tags(brief).stream()
            .map(name -> new Tag(name, "/" + FeedName.tag(name).path()))
            .toList();
    view.put("tags", tags);
    view.put("hasTags", !tags.isEmpty());
  }

  private static List<Part> parts(Brief brief, Evidences evidences) {
    return brief.summary().stream()
        .map(
            paragraph ->
                new Part(Plain.line(paragraph.text()), sentences(paragraph.sentences(), evidences)))
        .toList();
  }

  private static List<Sentence> sentences(List<Claim> claims, Evidences evidences) {
    return claims.stream()
        .map(
            claim ->
                new Sentence(
                    Plain.line(claim.text()),
                    evidences.spans(claim.evidence()).stream().map(Plain::line).toList()))
        .toList();
  }
}
