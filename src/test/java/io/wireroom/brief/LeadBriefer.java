package io.wireroom.brief;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simplest local engine: the first sentences are the brief. It trusts the article blindly. */
public final class LeadBriefer implements Briefer {

  private static final Pattern SENTENCE =
      Pattern.compile("\\S[^\\n]*?(?:[.!?](?=\\s|$)|(?=\\n|$))");

  @Override
  public Brief brief(Article article) {
    List<Claim> claims = new ArrayList<>();
    Evidences evidences = Evidences.in(article.text());
    Matcher sentences = SENTENCE.matcher(article.text());
    while (sentences.find() && article.status() == ArticleStatus.FULL) {
      claims.add(
          new Claim(sentences.group(), List.of(evidences.at(sentences.start(), sentences.end()))));
    }
    List<Claim> lead = claims.subList(0, Math.min(5, claims.size()));
    return new Brief(
        Sha256.hexOf(article.url().toString()),
        article.item().id(),
        "",
        new Brief.Origin(
            article.item().sourceId(),
            article.siteName(),
            article.url().toString(),
            article.item().link().toString(),
            article.authors(),
            article.published(),
            article.language(),
            article.item().tags(),
            null),
        article.title(),
        article.status(),
        article.item().teaser(),
        lead,
        claims.isEmpty() ? List.of() : List.of(new Paragraph(claims)),
        null,
        new Brief.Made("extractive", "lead", null, evidences.articleHash(), 0, null, Briefs.AT));
  }
}
