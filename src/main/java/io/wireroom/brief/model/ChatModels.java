package io.wireroom.brief.model;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/**
 * Makes the langchain4j model that settings describe: no tools, no retries of its own (one engine
 * retries, not two), nothing logged (an article is not ours to log, a key even less).
 */
final class ChatModels {

  private ChatModels() {}

  static ChatModel of(ModelSettings settings) {
    String url = settings.baseUrl().toString();
    return switch (settings.provider()) {
      case OPENAI ->
          OpenAiChatModel.builder()
              .baseUrl(url)
              .apiKey(key(settings))
              .modelName(settings.name())
              .timeout(settings.timeout())
              .maxRetries(0)
              .strictJsonSchema(true)
              .maxCompletionTokens(settings.maxAnswerTokens())
              .build();
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .baseUrl(url)
              .apiKey(key(settings))
              .modelName(settings.name())
              .timeout(settings.timeout())
              .maxRetries(0)
              .maxTokens(settings.maxAnswerTokens())
              .build();
      case OLLAMA ->
          OllamaChatModel.builder()
              .baseUrl(url)
              .modelName(settings.name())
              .timeout(settings.timeout())
              .maxRetries(0)
              .numPredict(settings.maxAnswerTokens())
              .build();
    };
  }

  /** The library refuses an empty key; a server that needs none ignores this one. */
  private static String key(ModelSettings settings) {
    return settings.apiKey().isEmpty() ? "none" : settings.apiKey();
  }
}
