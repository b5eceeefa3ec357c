package io.wireroom.brief;

import io.wireroom.article.ArticleStatus;

/**
 * Writes a brief as plain text in the house format: the headline, then each section under a line
 * with its name, then three blank lines. A section with nothing in it is left out. A brief that is
 * not full shows the source's teaser and the link instead. {@link BriefTextReader} reads it.
 */
public final class BriefText {

  static final String TAKEAWAYS = "Key Takeaways";
  static final String SUMMARY = "Summary";
  static final String OPINION = "Editorial Opinion";
  static final String KEY_BULLET = "- \u25B8";
  static final String BULLET = "- ";
  static final String END = "\n\n\n";

  private BriefText() {}

  public static String write(Brief brief) {
    StringBuilder text = new StringBuilder(2048);
    line(text, "", brief.headline());
    if (brief.status() != ArticleStatus.FULL) {
      line(text, "", brief.teaser());
      WebLink.of(brief.origin().url()).ifPresent(url -> line(text, "", url));
      return text.append(END).toString();
    }
    if (!brief.takeaways().isEmpty()) {
      line(text, "", TAKEAWAYS);
      brief.keyTakeaways().forEach(claim -> line(text, KEY_BULLET, claim.text()));
    }
    if (!brief.summary().isEmpty()) {
      line(text, "", SUMMARY);
      brief.summary().forEach(paragraph -> line(text, "", paragraph.text()));
    }
    brief.furtherTakeaways().forEach(claim -> line(text, BULLET, claim.text()));
    Opinion opinion = brief.opinion();
    if (opinion != null) {
      line(text, "", OPINION);
      opinion.text().lines().forEach(paragraph -> line(text, "", paragraph));
    }
    return text.append(END).toString();
  }

  private static void line(StringBuilder text, String prefix, String words) {
    String line = Plain.line(words);
    if (!line.isEmpty()) {
      text.append(prefix).append(line).append('\n');
    }
  }
}
