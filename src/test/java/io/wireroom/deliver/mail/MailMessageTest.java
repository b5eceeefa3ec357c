package io.wireroom.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Golden;
import io.wireroom.deliver.MattermostDestination;
import io.wireroom.deliver.RandomBriefs;
import io.wireroom.deliver.SampleBriefs;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class MailMessageTest {

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
    Destination anywhere =
        new MattermostDestination(
            "m", new Destination.Lane(0, 1), URI.create("https://m.example/h"));
    return MailMessage.of(SampleBriefs.letter(brief, anywhere));
  }
}
