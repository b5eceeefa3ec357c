package io.wireroom.hub;

import io.wireroom.deliver.Letter;
import io.wireroom.deliver.MailDestination;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.mail.MailMessage;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Puts a letter on a Camel message as an e-mail, and says what became of it. Thread-safe. */
public final class MailStep {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 30_000;

  MailStep() {}

  /** The endpoint of the server that takes the letter; it holds the password. */
  public String server(Letter letter) {
    MailDestination mail = (MailDestination) letter.destination();
    StringBuilder uri = new StringBuilder(mail.tls().equals("tls") ? "smtps" : "smtp");
    uri.append("://").append(mail.host()).append(':').append(mail.port());
    uri.append("?connectionTimeout=").append(CONNECT_MILLIS);
    uri.append("&additionalJavaMailProperties.mail.smtp.timeout=").append(ANSWER_MILLIS);
    uri.append("&additionalJavaMailProperties.mail.smtps.timeout=").append(ANSWER_MILLIS);
    if (mail.tls().equals("starttls")) {
      uri.append("&additionalJavaMailProperties.mail.smtp.starttls.enable=true");
      uri.append("&additionalJavaMailProperties.mail.smtp.starttls.required=true");
    }
    if (mail.user() != null) {
      uri.append("&username=RAW(").append(mail.user()).append(')');
      uri.append("&password=RAW(").append(mail.password()).append(')');
    }
    return uri.toString();
  }

  /** Puts subject, recipients and both bodies on the message. In: a {@link Letter} as body. */
  public void write(Exchange exchange) {
    Message message = exchange.getMessage();
    Letter letter = message.getBody(Letter.class);
    MailDestination mail = (MailDestination) letter.destination();
    MailMessage content = MailMessage.of(letter);
    message.removeHeaders("*");
    content.headers().forEach(message::setHeader);
    message.setHeader("From", mail.from());
    message.setHeader("To", String.join(", ", mail.to()));
    message.setHeader("Subject", content.subject());
    message.setHeader("Content-Type", "text/html; charset=UTF-8");
    message.setHeader("CamelMailAlternativeBody", content.text());
    message.setBody(content.html());
  }

  /** The server took it. */
  public Outcome sent(Letter letter) {
    return outcome(Verdict.DELIVERED, "the mail server took it", null);
  }

  /** The server did not take it. */
  public Outcome refused(Letter letter, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationFailedException) {
        String advice = "the mail server refuses user or password; correct them in the config: ";
        return outcome(Verdict.DESTINATION_OFF, advice, cause);
      } else if (cause instanceof SendFailedException refused
          && refused.getInvalidAddresses() != null
          && refused.getInvalidAddresses().length > 0) {
        return outcome(Verdict.REJECTED, "the mail server refuses a recipient: ", cause);
      }
    }
    return outcome(Verdict.RETRY, "the mail could not be sent: ", failure);
  }

  private static Outcome outcome(Verdict verdict, String reason, @Nullable Throwable cause) {
    String detail = cause == null ? "" : String.valueOf(cause.getMessage()).strip();
    return new Outcome(verdict, reason + detail, 0, "", null, null);
  }
}
