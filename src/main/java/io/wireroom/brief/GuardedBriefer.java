package io.wireroom.brief;

import io.wireroom.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps text that speaks to machines out of what the local engine writes: the engine sees the
 * article with such passages masked, so it cannot quote them; headline and teaser are cleaned.
 * Offsets and hashes in the result are those of the article as it is. Thread-safe when the engine
 * is.
 */
public final class GuardedBriefer implements Briefer {

  private final Briefer engine;

  public GuardedBriefer(Briefer engine) {
    this.engine = engine;
  }

  @Override
  public Brief brief(Article article) {
    String masked = Instructions.mask(article.text());
    Brief brief = engine.brief(withText(article, masked));
    Evidences now = Evidences.in(article.text());
    Evidences then = Evidences.in(masked);
    List<Claim> takeaways = rebound(brief.takeaways(), then, now, article.text());
    List<Paragraph> summary = new ArrayList<>();
    for (Paragraph paragraph : brief.summary()) {
      List<Claim> sentences = rebound(paragraph.sentences(), then, now, article.text());
      if (!sentences.isEmpty()) {
        summary.add(new Paragraph(sentences));
      }
    }
    Brief.Made made = brief.made();
    return new Brief(
        brief.id(),
        brief.itemId(),
        brief.storyId(),
        brief.origin(),
        headline(brief, takeaways),
        brief.status(),
        Instructions.mask(brief.teaser()).strip(),
        takeaways,
        summary,
        brief.opinion(),
        new Brief.Made(
            made.engine(),
            made.engineVersion(),
            made.model(),
            now.articleHash(),
            made.replaced(),
            made.note(),
            made.at()));
  }

  private static Article withText(Article article, String text) {
    return new Article(
        article.item(),
        article.url(),
        article.title(),
        article.authors(),
        article.published(),
        article.language(),
        article.siteName(),
        article.image(),
        text,
        article.status());
  }

  /** A title that speaks to machines gives way to what the article says, or who published it. */
  private static String headline(Brief brief, List<Claim> takeaways) {
    String headline = Instructions.mask(brief.headline()).strip();
    if (!headline.isEmpty()) {
      return headline;
    }
    return takeaways.isEmpty() ? brief.origin().sourceName() : takeaways.get(0).text();
  }

  private static List<Claim> rebound(
      List<Claim> claims, Evidences then, Evidences now, String text) {
    List<Claim> rebound = new ArrayList<>();
    for (Claim claim : claims) {
      List<Evidence> evidence = new ArrayList<>();
      for (Evidence piece : claim.evidence()) {
        Optional<String> span = then.span(piece);
        if (span.isPresent() && span.equals(now.span(piece))) {
          int start = text.offsetByCodePoints(0, piece.start());
          evidence.add(now.at(start, start + span.get().length()));
        }
      }
      if (!evidence.isEmpty() && !Instructions.isIn(claim.text())) {
        rebound.add(new Claim(claim.text(), evidence));
      }
    }
    return rebound;
  }
}
