package io.wireroom.deliver.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.deliver.Answers;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpReply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What chats' answers have in common: what becomes of a message that was taken, or refused. */
final class ChatAnswer {

  private static final int SAID = 200;

  private ChatAnswer() {}

  static Outcome posted(Letter letter, HttpReply reply, @Nullable String reference) {
    return Answers.outcome(letter, reply, Verdict.DELIVERED, "posted", reference);
  }

  /**
   * A refusal, by its status: what only a person can mend switches the destination off.
   *
   * @param said the chat's own words; may be empty
   * @param advice what to do when the destination is gone or not ours
   */
  static Outcome refused(Letter letter, HttpReply reply, String said, String advice) {
    Verdict verdict =
        switch (reply.status()) {
          case 401, 403, 404, 410 -> Verdict.DESTINATION_OFF;
          case 400, 413, 422 -> Verdict.REJECTED;
          case 429 -> Verdict.THROTTLED;
          default -> Verdict.RETRY;
        };
    return refused(letter, reply, verdict, said, verdict == Verdict.DESTINATION_OFF ? advice : "");
  }

  static Outcome refused(
      Letter letter, HttpReply reply, Verdict verdict, String said, String advice) {
    String words = said.length() > SAID ? said.substring(0, SAID) : said;
    StringBuilder reason = new StringBuilder("answered ").append(reply.status());
    if (!words.isBlank()) {
      reason.append(" (").append(words.strip()).append(')');
    }
    if (!advice.isEmpty()) {
      reason.append(": ").append(advice);
    }
    return Answers.outcome(letter, reply, verdict, reason.toString(), null);
  }

  /** The outcome with the wait that the chat names in its body, where it names one. */
  static Outcome after(Outcome outcome, JsonNode seconds) {
    if (!seconds.isNumber() || seconds.asDouble() < 0) {
      return outcome;
    }
    Duration wait = Duration.ofMillis((long) Math.ceil(seconds.asDouble() * 1_000));
    return new Outcome(
        outcome.verdict(),
        outcome.reason(),
        outcome.status(),
        outcome.answer(),
        wait,
        outcome.reference());
  }
}
