package io.wireroom.deliver.mail;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.BriefText;
import io.wireroom.brief.Colophon;
import io.wireroom.brief.Plain;
import io.wireroom.brief.Truncation;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.RoundUpPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whatever is sent, as an e-mail: the values of its MIME parts, which a mail transport puts
 * together.
 *
 * @param subject one line, not encoded
 * @param text the part {@code text/plain}
 * @param html the part {@code text/html}, a whole document
 * @param headers further header fields, one line each: a Message-ID that is the same for every
 *     attempt, so that mail programs show a message once, and references that keep a story together
 */
public record MailMessage(String subject, String text, String html, Map<String, String> headers) {

  /** Lists of mails show little more, and a header's line may be 998 bytes (RFC 5322, 2.1.1). */
  private static final int SUBJECT = 150;

  private static final String DOMAIN = "wireroom.invalid";

  public MailMessage {
    headers = Map.copyOf(headers);
  }

  /** What the letter carries as an e-mail. */
  public static MailMessage of(Letter letter) {
    return letter
        .content()
        .in(
            new Content.Form<>() {
              @Override
              public MailMessage report(Report report) {
                Brief brief = report.brief();
                String subject = (report.update() ? "Update: " : "") + subject(brief);
                return new MailMessage(
                    subject, text(brief), BriefHtml.page(brief), headers(letter, story(brief)));
              }

              @Override
              public MailMessage roundUp(RoundUp roundUp) {
                return new MailMessage(
                    roundUp.title(),
                    RoundUpPage.text(roundUp),
                    RoundUpPage.html(roundUp),
                    headers(letter, Map.of()));
              }

              @Override
              public MailMessage notice(Notice notice) {
                String subject =
                    "Wireroom: " + Truncation.to(Plain.line(notice.headline()), SUBJECT);
                String html = "<!doctype html>\n<p>" + BriefHtml.escape(notice.text()) + "</p>\n";
                return new MailMessage(
                    subject, notice.text() + "\n", html, headers(letter, Map.of()));
              }
            });
  }

  private static String subject(Brief brief) {
    String headline = Truncation.to(Plain.line(brief.headline()), SUBJECT);
    return headline.isBlank() ? "An article without a headline" : headline;
  }

  private static String text(Brief brief) {
    StringBuilder text = new StringBuilder(BriefText.write(brief).strip()).append("\n\n");
    Optional<String> link =
        Stream.of(brief.origin().link(), brief.origin().url())
            .flatMap(address -> WebLink.of(address).stream())
            .findFirst();
    String source = Plain.line(brief.origin().sourceName());
    text.append(source).append(link.map(address -> ": " + address).orElse("")).append("\n\n");
    // The mark that mail programs know a signature by, and leave out of replies.
    return text.append("-- \n").append(Colophon.of(brief)).append('\n').toString();
  }

  private static Map<String, String> story(Brief brief) {
    return Map.of("References", id("story-" + brief.storyId()));
  }

  private static Map<String, String> headers(Letter letter, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Message-ID", id(letter.delivery().id()));
    headers.put("Auto-Submitted", "auto-generated");
    return headers;
  }

  private static String id(String local) {
    return "<" + local.replaceAll("[^A-Za-z0-9-]", "-") + "@" + DOMAIN + ">";
  }
}
