package io.wireroom.brief;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.facts.FactGate;
import io.wireroom.brief.rank.Digest;
import io.wireroom.brief.rank.Digester;
import io.wireroom.brief.rank.Excerpt;
import io.wireroom.hash.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The local engine: writes briefs out of the article's own sentences, with no account and no
 * network. Every takeaway is one sentence of the article, whole or shortened by leaving words out;
 * a sentence of the summary loses no more than its dateline or a linking word. What the {@link
 * FactGate} finds changed by shortening is shown whole.
 *
 * <p>Thread-safe. Takes a few milliseconds an article.
 */
public final class ExtractiveBriefer implements Briefer {

  /** Name of this engine in documents. */
  public static final String ENGINE = "extractive";

  /** Goes up when the same article may get another brief than before. */
  public static final String ENGINE_VERSION = "4";

  private static final int HEADLINE_CODE_POINTS = 300;
  private static final int TEASER_CODE_POINTS = 600;
  private static final int ID_HEX_DIGITS = 32;

  private final Clock clock;
  private final BriefLength length;
  private final Digester digester = new Digester();

  public ExtractiveBriefer(Clock clock) {
    this(clock, BriefLength.USUAL);
  }

  public ExtractiveBriefer(Clock clock, BriefLength length) {
    this.clock = clock;
    this.length = length;
  }

  @Override
  public Brief brief(Article article) {
    String text = article.text();
    Evidences evidence = Evidences.in(text);
    String headline = headline(article);
    Digest digest =
        article.status() == ArticleStatus.FULL
            ? digester.digest(
                headline,
                text,
                article.language(),
                length.fewest(),
                length.most(),
                length.maxChars(),
                (shown, whole) ->
                    FactGate.check(shown, List.of(whole), article.language()).isEmpty())
            : Digest.NONE;
    String id = id(article, evidence.articleHash());
    List<Claim> takeaways = claims(digest.takeaways(), evidence);
    List<Paragraph> summary =
        digest.summary().stream()
            .map(sentences -> new Paragraph(claims(sentences, evidence)))
            .toList();
    long restored =
        Stream.concat(digest.takeaways().stream(), digest.summary().stream().flatMap(List::stream))
            .filter(Excerpt::restored)
            .count();
    return new Brief(
        id,
        article.item().id(),
        id,
        origin(article),
        headline,
        article.status(),
        teaser(article),
        takeaways,
        summary,
        null,
        new Brief.Made(
            ENGINE,
            ENGINE_VERSION,
            null,
            evidence.articleHash(),
            (int) restored,
            null,
            clock.instant()));
  }

  private static List<Claim> claims(List<Excerpt> excerpts, Evidences evidence) {
    return excerpts.stream()
        .map(each -> new Claim(each.text(), List.of(evidence.at(each.start(), each.end()))))
        .toList();
  }

  private static String id(Article article, String textHash) {
    return Sha256.hexOf(article.url() + "\n" + textHash).substring(0, ID_HEX_DIGITS);
  }

  private static Brief.Origin origin(Article article) {
    return new Brief.Origin(
        article.item().sourceId(),
        article.siteName().isBlank() ? article.item().sourceName() : article.siteName(),
        article.url().toString(),
        article.item().link().toString(),
        article.authors(),
        article.published(),
        article.language(),
        article.item().tags(),
        article.image() == null ? null : article.image().toString());
  }

  private static String headline(Article article) {
    String title = article.title().isBlank() ? article.item().title() : article.title();
    return Clip.toCodePoints(title, HEADLINE_CODE_POINTS);
  }

  /** The source's own words: its teaser, else the little text that the page shows. */
  private static String teaser(Article article) {
    String teaser = article.item().teaser();
    boolean thin = article.status() != ArticleStatus.FULL;
    return Clip.toCodePoints(
        thin && teaser.isBlank() ? article.text() : teaser, TEASER_CODE_POINTS);
  }
}
