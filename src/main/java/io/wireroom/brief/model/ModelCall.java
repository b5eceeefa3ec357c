package io.wireroom.brief.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One question to a model within its limits: concurrency, the day's token budget, and pauses that
 * the provider asked for. It asks again only where the first question cannot have cost anything:
 * the server failed at once (5xx), or refused the schema (400). A timeout may have cost tokens and
 * is not repeated. Thread-safe.
 */
final class ModelCall {

  private static final Duration PAUSE_WHEN_THROTTLED = Duration.ofMinutes(1);
  private static final Duration PAUSE_WHEN_REFUSED = Duration.ofMinutes(15);

  /** A token is hardly ever shorter than this many characters in any language with spaces. */
  private static final int CHARS_PER_TOKEN = 3;

  /** There is no answer, and whether asking the same again would be in vain for longer. */
  static final class Failed extends Exception {

    private static final long serialVersionUID = 1L;
    private final boolean answersFault;

    Failed(String message, boolean answersFault) {
      super(message);
      this.answersFault = answersFault;
    }

    /** Whether the model answered, but not usably: the same question gets the same answer. */
    boolean answersFault() {
      return answersFault;
    }
  }

  private final ChatModel model;
  private final ModelSettings settings;
  private final TokenLedger ledger;
  private final Clock clock;
  private final Semaphore slots;
  private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

  ModelCall(ChatModel model, ModelSettings settings, TokenLedger ledger, Clock clock) {
    this.model = model;
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
    this.slots = new Semaphore(settings.concurrency(), true);
  }

  /**
   * Asks the model, or says why it was not asked or did not answer.
   *
   * @param request the question, with the answer's schema or without
   * @return the answer's text
   */
  String ask(Function<Boolean, ChatRequest> request) throws Failed {
    if (clock.instant().isBefore(pausedUntil.get())) {
      throw new Failed("the model's provider asked to wait", false);
    }
    try {
      if (!slots.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Failed("too many articles were waiting for the model", false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("the hub was stopping", false);
    }
    try {
      return withinBudget(request);
    } finally {
      slots.release();
    }
  }

  private String withinBudget(Function<Boolean, ChatRequest> request) throws Failed {
    boolean schema = settings.provider().takesSchema();
    ChatRequest first = request.apply(schema);
    long estimate = (long) first.toString().length() / CHARS_PER_TOKEN + settings.maxAnswerTokens();
    LocalDate day = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    long budget = settings.dailyTokenBudget() > 0 ? settings.dailyTokenBudget() : Long.MAX_VALUE;
    if (!ledger.reserve(day, estimate, budget)) {
      throw new Failed("the day's token budget is spent", false);
    }
    long used = estimate;
    try {
      ChatResponse response = answer(first, schema, request);
      TokenUsage usage = response.tokenUsage();
      if (usage != null && usage.totalTokenCount() != null) {
        used = usage.totalTokenCount();
      }
      return usable(response);
    } catch (RateLimitException
        | AuthenticationException
        | InvalidRequestException
        | ModelNotFoundException e) {
      used = 0;
      throw refused(e);
    } catch (InternalServerException e) {
      used = 0;
      throw new Failed("the model's server failed", false);
    } catch (TimeoutException e) {
      throw new Failed("the model did not answer in time", false);
    } catch (RuntimeException e) {
      // The library lets a broken connection through as whatever its HTTP client threw.
      throw new Failed("the model could not be reached, or its answer broke off", false);
    } finally {
      ledger.settle(day, estimate, used);
    }
  }

  private ChatResponse answer(
      ChatRequest first, boolean schema, Function<Boolean, ChatRequest> request) {
    try {
      return model.chat(first);
    } catch (InternalServerException e) {
      return model.chat(first);
    } catch (InvalidRequestException e) {
      if (!schema) {
        throw e;
      }
      return model.chat(request.apply(false));
    }
  }

  private static String usable(ChatResponse response) throws Failed {
    if (response.finishReason() == FinishReason.LENGTH) {
      throw new Failed("the model's answer was cut short", true);
    }
    if (response.finishReason() == FinishReason.CONTENT_FILTER) {
      throw new Failed("the model's provider filtered the answer", true);
    }
    String text = response.aiMessage().text();
    if (text == null || text.isBlank()) {
      throw new Failed("the model's answer was empty", true);
    }
    return text;
  }

  private Failed refused(LangChain4jException e) {
    boolean throttled = e instanceof RateLimitException;
    if (throttled || e instanceof AuthenticationException) {
      pausedUntil.set(clock.instant().plus(throttled ? PAUSE_WHEN_THROTTLED : PAUSE_WHEN_REFUSED));
    }
    if (throttled) {
      return new Failed("the model's provider asked to wait", false);
    }
    return new Failed(
        e instanceof AuthenticationException
            ? "the model's provider refused the key"
            : "the model's provider refused the request",
        false);
  }
}
