package io.wireroom.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Golden;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.MattermostDestination;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RandomBriefs;
import io.wireroom.deliver.Report;
import io.wireroom.deliver.SampleBriefs;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class MailMessageTest {

  private static final Destination ANYWHERE =
      new MattermostDestination("m", new Destination.Lane(0, 1), URI.create("https://m.example/h"));

  @Test
  void writes_a_mail_that_reads_well_as_text() throws IOException {
    Golden.assertText("mail/whole.txt", message(SampleBriefs.whole()).text());
    Golden.assertText("mail/thin.txt", message(SampleBriefs.thin(ArticleStatus.THIN)).text());
  }

  @Test
  void is_the_same_message_on_every_attempt_and_belongs_to_its_story() {
    MailMessage mail = message(SampleBriefs.whole());
    assertThat(mail.headers())
        .containsEntry("Message-ID", "<5f2b8c1d9e0a4b7c@wireroom.invalid>")
        .containsEntry("References", "<story-s1@wireroom.invalid>")
        .containsEntry("Auto-Submitted", "auto-generated");
    assertThat(mail.html())
        .startsWith("<!")
        .contains("https://harbour.example/2026/07/electric-ferries");
  }

  @Test
  void writes_round_ups_updates_and_notices_as_text_and_as_html() throws IOException {
    MailMessage roundUp = message(SampleBriefs.roundUp());
    Golden.assertText("mail/round-up.txt", whole(roundUp, roundUp.text()));
    Golden.assertText("mail/round-up.html", roundUp.html());
    MailMessage update = message(new Report(SampleBriefs.whole(), true));
    assertThat(update.subject()).startsWith("Update: ");
    Instant at = Instant.parse("2026-07-28T14:21:00Z");
    MailMessage notice = message(Notice.budgetSpent(LocalDate.of(2026, 7, 28), 200_000, at));
    Golden.assertText("mail/budget.txt", whole(notice, notice.text()));
    MailMessage off =
        message(Notice.destinationOff("sub_1", "it failed for five days: <b>answered 500</b>", at));
    Golden.assertText("mail/off.html", off.html());
  }

  private static String whole(MailMessage mail, String text) {
    return "Subject: " + mail.subject() + "\n\n" + text;
  }

  private static MailMessage message(Content content) {
    Letter any = SampleBriefs.letter(SampleBriefs.whole(), ANYWHERE);
    return MailMessage.of(
        new Letter(any.delivery(), ANYWHERE, content, any.attemptAt(), null, false));
  }

  @Test
  void lets_no_headline_into_the_headers() {
    for (int seed = 0; seed < 200; seed++) {
      MailMessage mail = message(RandomBriefs.of(seed));
      assertThat(mail.subject()).isNotBlank().doesNotContain("\r", "\n", "\u0000");
      assertThat(mail.subject().codePointCount(0, mail.subject().length()))
          .isLessThanOrEqualTo(150);
      assertThat(mail.headers().values()).allMatch(value -> value.matches("[ -~]+"));
    }
  }

  private static MailMessage message(Brief brief) {
    return MailMessage.of(SampleBriefs.letter(brief, ANYWHERE));
  }
}
