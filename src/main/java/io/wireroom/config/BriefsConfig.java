package io.wireroom.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How briefs are written. */
@Rule(when = "engine", is = "model", needs = "model", because = "it says which model to ask")
public record BriefsConfig(
    @Option(
            value = "`extractive` works here and now, with no account; `model` asks a model.",
            def = "extractive")
        Engine engine,
    @Option("The model to ask, for `engine: model`.") @Nullable Model model) {

  /** By the local engine, which needs nobody. */
  public static final BriefsConfig LOCAL = new BriefsConfig(Engine.EXTRACTIVE, null);

  /** Who writes. */
  public enum Engine {
    EXTRACTIVE,
    MODEL
  }

  /** Whose protocol the model's server speaks. */
  public enum Provider {
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }

  /** A model and what it may cost. */
  @Rule(
      when = "provider",
      is = "openai|anthropic",
      needs = {"api-key", "base-url"},
      because = "the provider's own server asks for a key")
  public record Model(
      @Option(
              value = "Whose protocol its server speaks: `openai`, `anthropic` or `ollama`.",
              example = "openai")
          Provider provider,
      @Option(
              value = "Where its server is, if not at the provider's own address.",
              example = "http://localhost:11434",
              format = Format.HTTP_URL)
          @Nullable URI baseUrl,
      @Option(value = "What the server calls it.", example = "gpt-4.1-mini") String name,
      @Option(value = "Key for the server.", example = "${OPENAI_API_KEY}") @Nullable Secret apiKey,
      @Option(
              value = "Tokens a day, in and out; after that the local engine writes, and says so.",
              def = "1000000",
              min = 1)
          int dailyTokenBudget,
      @Option(value = "Whether it also writes a labelled editorial opinion.", def = "false")
          boolean opinion,
      @Option(value = "How long one answer may take.", def = "60s") Duration timeout,
      @Option(value = "Questions on their way at once.", def = "2", min = 1, max = 100)
          int concurrency) {}
}
