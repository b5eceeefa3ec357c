package io.wireroom.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** E-mail to a list of people. */
@Kind(value = "mail", doc = "E-mail, by an SMTP server.")
@Rule(when = "user", needs = "password", because = "the server asks for both")
@Rule(when = "password", needs = "user", because = "the server asks for both")
@Rule(needs = "to", because = "a mail needs somebody to go to")
public record MailConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "desk",
            format = Format.ID,
            unique = true)
        String id,
    @Option(value = "The SMTP server.", example = "smtp.example.com") String host,
    @Option(value = "Its port.", def = "587", min = 1, max = 65_535) int port,
    @Option(
            value = "How the connection is made safe: `starttls`, `tls` from the start, `none`.",
            def = "starttls")
        Tls tls,
    @Option(value = "User name at the server.", example = "news@example.com") @Nullable String user,
    @Option(value = "Its password.", example = "${SMTP_PASSWORD}") @Nullable Secret password,
    @Option(value = "Who the mail is from.", example = "news@example.com", format = Format.EMAIL)
        String from,
    @Option(value = "Who it goes to.", example = "[desk@example.com]", format = Format.EMAIL)
        List<String> to,
    @Option(value = "Mails at most.", example = "30/m") @Nullable Rate rate,
    @Option(value = "Mails on their way at once.", def = "1", min = 1, max = 100) int concurrency)
    implements DestinationConfig {

  public MailConfig {
    to = List.copyOf(to);
  }

  /** How the connection is made safe. */
  public enum Tls {
    STARTTLS,
    TLS,
    NONE
  }
}
