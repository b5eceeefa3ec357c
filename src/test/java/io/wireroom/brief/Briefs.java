package io.wireroom.brief;

import io.wireroom.article.ArticleStatus;
import io.wireroom.hash.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Briefs of our own writing that the tests of this package share. */
final class Briefs {

  static final Instant AT = Instant.parse("2026-03-03T10:15:30Z");

  static final String HARBOUR_TEXT =
      "The port of Kelmouth will close its east basin on Monday 9 March for repairs.\n\n"
          + "Harbour master Ida Renn said 14 ferries a day would move to the west basin. "
          + "The work costs £2.4m and takes three weeks.\n\n"
          + "Fishing boats are not affected. \uD83D\uDEA2 Ships over 120 metres wait outside.";

  private Briefs() {}

  /** A brief whose evidence is right, extracted sentence by sentence. */
  static Brief harbour() {
    return brief(
        "en",
        "Kelmouth closes east basin for repairs",
        List.of(
            claim("The port of Kelmouth will close its east basin on Monday 9 March for repairs."),
            claim("14 ferries a day would move to the west basin."),
            claim("The work costs £2.4m and takes three weeks."),
            claim("Fishing boats are not affected.")),
        List.of(
            new Paragraph(
                List.of(
                    claim("The work costs £2.4m and takes three weeks."),
                    claim("\uD83D\uDEA2 Ships over 120 metres wait outside.")))),
        null);
  }

  static Claim claim(String quote) {
    int start = HARBOUR_TEXT.indexOf(quote);
    return new Claim(quote, List.of(Evidences.of(HARBOUR_TEXT, start, start + quote.length())));
  }

  static Brief brief(
      String language,
      String headline,
      List<Claim> takeaways,
      List<Paragraph> summary,
      @Nullable Opinion opinion) {
    return new Brief(
        "b1f0",
        "kelmouth:urn:1",
        "b1f0",
        origin(language),
        headline,
        ArticleStatus.FULL,
        "Repairs begin.",
        takeaways,
        summary,
        opinion,
        made(opinion == null ? "extractive" : "model"));
  }

  static Brief thin(String headline, String teaser) {
    return new Brief(
        "b1f1",
        "kelmouth:urn:2",
        "b1f1",
        origin("en"),
        headline,
        ArticleStatus.THIN,
        teaser,
        List.of(),
        List.of(),
        null,
        made("extractive"));
  }

  static Claim bare(String text) {
    return new Claim(text, List.of());
  }

  static Paragraph paragraph(String... sentences) {
    return new Paragraph(List.of(sentences).stream().map(Briefs::bare).toList());
  }

  private static Brief.Origin origin(String language) {
    return new Brief.Origin(
        "kelmouth",
        "Kelmouth & District News",
        "https://news.example/harbour?a=1&b=2",
        "https://news.example/r/1",
        List.of("Per Åkesson", "Li \"Lee\" Na"),
        Instant.parse("2026-03-02T06:00:00Z"),
        language,
        List.of("ports", "yes: no # [x]"),
        null);
  }

  private static Brief.Made made(String engine) {
    return new Brief.Made(
        engine,
        "1.0",
        engine.equals("model") ? "small-model" : null,
        Sha256.hexOf(HARBOUR_TEXT),
        0,
        null,
        AT);
  }
}
