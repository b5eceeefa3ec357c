package io.wireroom.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpReply;
import io.wireroom.net.HttpReply.Failure;
import io.wireroom.net.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of destination does with a receiver's answer: keep its beginning, without
 * secrets, and put a missing answer into words.
 */
public final class Answers {

  /** How much of an answer is kept, in bytes of UTF-8. */
  static final int KEPT = 4096;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MASK = "***";

  /** Shorter ones would mask half of an ordinary answer, and are no secrets. */
  private static final int SHORTEST_SECRET = 6;

  /** Secrets by their looks: a receiver may quote one that is not ours. */
  private static final Pattern SHAPES =
      Pattern.compile(
          "whs(?:ec|k)_[\\w+/=-]+"
              + "|xox[a-z]-[\\w-]+"
              + "|(?<=hooks\\.slack\\.com/)[\\w/]+"
              + "|(?i)(?<=\\bbearer )[\\w.~+/=-]+");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private Answers() {}

  /** The answer's JSON object; missing when it is something else. */
  public static JsonNode json(HttpReply reply) {
    String text = reply.text().strip();
    if (!text.startsWith("{")) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * What an attempt came to.
   *
   * @param reason in words
   * @param reference what the receiver calls what it got; null when it has no name for it
   */
  public static Outcome outcome(
      Letter letter, HttpReply reply, Verdict verdict, String reason, @Nullable String reference) {
    return outcome(letter.destination(), letter.attemptAt(), reply, verdict, reason, reference);
  }

  /** The same for what is no letter. */
  public static Outcome outcome(
      Destination destination,
      Instant attemptAt,
      HttpReply reply,
      Verdict verdict,
      String reason,
      @Nullable String reference) {
    Instant now = attemptAt.plus(reply.took());
    return new Outcome(
        verdict,
        masked(destination, reason),
        reply.status(),
        kept(destination, reply),
        RetryAfter.of(reply, now),
        reference);
  }

  /** What an attempt without a status came to: another try; what to do depends on why. */
  public static Outcome unanswered(Letter letter, HttpReply reply, Failure failure) {
    String doubt = failure.maybeReceived() ? "; it may have arrived all the same" : "";
    return outcome(letter, reply, Verdict.RETRY, words(reply, failure) + doubt, null);
  }

  /** Why there is no answer, in words. */
  public static String words(HttpReply reply, Failure failure) {
    String host = String.valueOf(reply.uri().getHost());
    return switch (failure) {
      case REFUSED_BY_POLICY, REFUSED_BY_ROBOTS, ROBOTS_UNKNOWN -> reply.detail();
      case UNKNOWN_HOST -> "there is no host " + host + "; check the address";
      case CONNECT -> "can't connect to " + host + ": " + reply.detail();
      case TLS -> "no secure connection to " + host + ": " + reply.detail();
      case TIMEOUT -> "no answer from " + host + " in time";
      case BROKEN -> "the connection to " + host + " broke: " + reply.detail();
      case TOO_LARGE, TOO_MANY_REDIRECTS -> "no answer from " + host + ": " + reply.detail();
    };
  }

  /** The first 4 KiB of an answer as text, without secrets and control characters. */
  static String kept(Destination destination, HttpReply reply) {
    // Masked before it is cut: half a secret would not be recognised.
    return cut(CONTROL.matcher(masked(destination, reply.text())).replaceAll(" "));
  }

  private static String masked(Destination destination, String text) {
    String masked = text;
    List<String> longestFirst =
        destination.secrets().stream()
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    for (String secret : longestFirst) {
      masked = masked.replace(secret, MASK);
    }
    return SHAPES.matcher(masked).replaceAll(MASK);
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= KEPT) {
      return text;
    }
    int end = KEPT;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
