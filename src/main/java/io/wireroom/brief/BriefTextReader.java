package io.wireroom.brief;

import io.wireroom.article.ArticleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a brief back from the text of {@link BriefText}. What the text does not hold (ids,
 * evidence, source, how it was made) is empty in the result; a summary paragraph comes back as one
 * claim.
 */
public final class BriefTextReader {

  private enum Section {
    TEASER,
    TAKEAWAYS,
    SUMMARY,
    OPINION
  }

  private final List<Claim> takeaways = new ArrayList<>();
  private final List<Paragraph> summary = new ArrayList<>();
  private final List<String> opinion = new ArrayList<>();
  private final List<String> teaser = new ArrayList<>();
  private Section section = Section.TEASER;

  private BriefTextReader() {}

  /**
   * Reads a text of that layout.
   *
   * @throws BadBrief when there is no headline
   */
  public static Brief read(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new BadBrief("a brief starts with its headline, and this text is empty");
    }
    BriefTextReader reader = new BriefTextReader();
    lines.subList(1, lines.size()).forEach(reader::line);
    return reader.brief(lines.get(0));
  }

  private void line(String line) {
    switch (line) {
      case BriefText.TAKEAWAYS -> section = Section.TAKEAWAYS;
      case BriefText.SUMMARY -> section = Section.SUMMARY;
      case BriefText.OPINION -> section = Section.OPINION;
      default -> content(line);
    }
  }

  private void content(String line) {
    if (section == Section.OPINION) {
      opinion.add(line);
    } else if (section == Section.TEASER) {
      teaser.add(line);
    } else if (line.startsWith(BriefText.KEY_BULLET)) {
      takeaways.add(claim(line, BriefText.KEY_BULLET));
    } else if (line.startsWith(BriefText.BULLET)) {
      takeaways.add(claim(line, BriefText.BULLET));
    } else {
      summary.add(new Paragraph(List.of(claim(line, ""))));
    }
  }

  private static Claim claim(String line, String bullet) {
    return new Claim(line.substring(bullet.length()), List.of());
  }

  private Brief brief(String headline) {
    int last = teaser.size() - 1;
    String url = last >= 0 ? WebLink.of(teaser.get(last)).orElse("") : "";
    if (!url.isEmpty()) {
      teaser.remove(last);
    }
    return new Brief(
        "",
        "",
        "",
        new Brief.Origin("", "", url, url, List.of(), null, "und", List.of(), null),
        headline,
        section == Section.TEASER ? ArticleStatus.THIN : ArticleStatus.FULL,
        String.join("\n", teaser),
        takeaways,
        summary,
        opinion.isEmpty() ? null : new Opinion(String.join("\n", opinion), ""),
        new Brief.Made("text", Brief.VERSION, null, "", 0, null, Instant.EPOCH));
  }
}
