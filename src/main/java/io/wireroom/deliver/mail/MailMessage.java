package io.wireroom.deliver.mail;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefHtml;
import io.wireroom.brief.BriefText;
import io.wireroom.brief.Colophon;
import io.wireroom.brief.Cut;
import io.wireroom.brief.Plain;
import io.wireroom.brief.WebLink;
import io.wireroom.deliver.Letter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A brief as an e-mail: the values of its MIME parts, which a mail transport puts together.
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

  /** The letter's brief as an e-mail. */
  public static MailMessage of(Letter letter) {
    Brief brief = letter.brief();
    return new MailMessage(subject(brief), text(brief), BriefHtml.page(brief), headers(letter));
  }

  private static String subject(Brief brief) {
    String headline = Cut.to(Plain.line(brief.headline()), SUBJECT);
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

  private static Map<String, String> headers(Letter letter) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Message-ID", id(letter.delivery().id()));
    headers.put("References", id("story-" + letter.brief().storyId()));
    headers.put("Auto-Submitted", "auto-generated");
    return headers;
  }

  private static String id(String local) {
    return "<" + local.replaceAll("[^A-Za-z0-9-]", "-") + "@" + DOMAIN + ">";
  }
}
