package io.wireroom.brief.model;

import java.net.URI;
import java.time.Duration;

/**
 * Which model writes briefs, and within what limits.
 *
 * @param baseUrl where the provider's API is, such as {@code https://api.openai.com/v1}, {@code
 *     https://api.anthropic.com/v1} or {@code http://127.0.0.1:11434}
 * @param apiKey empty for a provider that needs none
 * @param name the model's name at the provider
 * @param timeout for one whole answer
 * @param maxAnswerTokens after which an answer is cut off (and then not used)
 * @param dailyTokenBudget tokens in and out a day (UTC) at most; 0 for no limit
 * @param concurrency calls at once at most
 * @param opinion whether to ask for an editorial opinion
 */
public record ModelSettings(
    Provider provider,
    URI baseUrl,
    String apiKey,
    String name,
    Duration timeout,
    int maxAnswerTokens,
    long dailyTokenBudget,
    int concurrency,
    boolean opinion) {

  /** A protocol that models are served by. */
  public enum Provider {
    /** OpenAI's chat completions, and the many servers that speak it. */
    OPENAI(true),
    /** Anthropic's messages: no schema is sent, the answer is parsed as strictly. */
    ANTHROPIC(false),
    OLLAMA(true);

    private final boolean takesSchema;

    Provider(boolean takesSchema) {
      this.takesSchema = takesSchema;
    }

    boolean takesSchema() {
      return takesSchema;
    }
  }

  @Override
  public String toString() {
    return provider + " " + name + " at " + baseUrl.getHost();
  }
}
