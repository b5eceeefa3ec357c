package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail by the shipped routes to a real SMTP server. */
class MailTest {

  private static final String ROUND_UP =
      "subscriptions: [{to: desk, digest: {at: \"0 8 * * *\"}}]\n";

  @TempDir private Path folder;
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final TestClock clock = new TestClock();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_brief_arrives_as_html_and_as_text() throws Exception {
    try (WebServer site = new WebServer()) {
      News.publish(site, "/feed", "alpha");

      Tally tally = run(site, "");

      assertThat(tally.troubled()).isFalse();
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo(News.title("alpha"));
      assertThat(mail.getFrom()[0]).hasToString("hub@example.com");
      assertThat(mail.getAllRecipients()).hasSize(2);
      assertThat(GreenMailUtil.getBody(mail))
          .contains("text/plain", "text/html", "Key Takeaways", site.at("/a/alpha").toString());
    }
  }

  @Test
  void a_round_up_arrives_at_its_time_as_html_and_as_text() throws Exception {
    clock.set(Instant.parse("2026-03-28T12:00:00Z"));
    try (WebServer site = new WebServer()) {
      News.publish(site, "/feed", "alpha", "beta");
      run(site, "", ROUND_UP);
      assertThat(server.getReceivedMessages()).isEmpty();
      clock.set(Instant.parse("2026-03-29T08:00:01Z"));
      assertThat(run(site, "", ROUND_UP).troubled()).isFalse();

      assertThat(server.getReceivedMessages()).hasSize(2);
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Round-up of Sunday, 29 March 2026");
      assertThat(GreenMailUtil.getBody(mail))
          .contains("text/plain", "text/html", News.title("alpha"), News.title("beta"));
    }
  }

  @Test
  void a_notice_arrives_by_mail() throws Exception {
    try (WebServer site = new WebServer()) {
      News.publish(site, "/feed", "alpha");
      site.on("/gone", WebServer.Answer.status(410));
      run(site, "", "subscriptions: [{to: desk}]\nnotices: {to: desk}\n", "/gone");

      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Wireroom: Source news is gone");
      assertThat(GreenMailUtil.getBody(mail)).contains("Reason: ");
    }
  }

  @Test
  void a_refused_password_switches_the_destination_off_and_says_what_to_do() throws Exception {
    server.setUser("hub@example.com", "hub", "right");
    try (WebServer site = new WebServer()) {
      News.publish(site, "/feed", "alpha");

      Tally tally = run(site, ", user: hub, password: \"wrong\"");

      assertThat(tally.lanes())
          .singleElement()
          .satisfies(lane -> assertThat(lane.off()).contains("refuses user or password"));
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  private Tally run(WebServer site, String more) throws Exception {
    return run(site, more, "subscriptions: [{to: desk}]\n");
  }

  private Tally run(WebServer site, String more, String subscriptions) throws Exception {
    return run(site, more, subscriptions, "/feed");
  }

  private Tally run(WebServer site, String more, String subscriptions, String feed)
      throws Exception {
    String yaml =
        "sources: [{id: news, url: \""
            + site.at(feed)
            + "\"}]\n"
            + "destinations:\n  - {id: desk, kind: mail, host: 127.0.0.1, port: "
            + server.getSmtp().getPort()
            + ", tls: none, from: hub@example.com, to: [a@example.com, b@example.com]"
            + more
            + "}\n"
            + subscriptions
            + "network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }
}
