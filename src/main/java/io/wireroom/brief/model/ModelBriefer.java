package io.wireroom.brief.model;

import dev.langchain4j.model.chat.ChatModel;
import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Briefer;
import io.wireroom.brief.Claim;
import io.wireroom.brief.GuardedBriefer;
import io.wireroom.brief.Instructions;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.Paragraph;
import io.wireroom.brief.model.ModelAnswer.Draft;
import io.wireroom.hash.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has a model write the brief, and believes none of it: the article goes in as data, every sentence
 * that comes out must quote its proof and pass the fact gate, and one that does not is replaced by
 * one the local engine took from the article. When there is no usable answer (no budget, no server,
 * no sense) the brief is the local engine's, and says why. Thread-safe.
 */
public final class ModelBriefer implements Briefer {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration KEEP_BAD_ANSWER = Duration.ofDays(1);
  private static final Duration KEEP_FAILURE = Duration.ofMinutes(5);

  private final ModelSettings settings;
  private final Briefer local;
  private final BriefCache cache;
  private final Clock clock;
  private final ModelCall call;

  /**
   * @param local writes ids, origin, headline and whatever the model does not; it is guarded here
   */
  public ModelBriefer(
      ModelSettings settings, Briefer local, BriefCache cache, TokenLedger ledger, Clock clock) {
    this(settings, ChatModels.of(settings), local, cache, ledger, clock);
  }

  ModelBriefer(
      ModelSettings settings,
      ChatModel model,
      Briefer local,
      BriefCache cache,
      TokenLedger ledger,
      Clock clock) {
    this.settings = settings;
    this.local = new GuardedBriefer(local);
    this.cache = cache;
    this.clock = clock;
    this.call = new ModelCall(model, settings, ledger, clock);
  }

  @Override
  public Brief brief(Article article) {
    Brief extracted = local.brief(article);
    if (article.status() != ArticleStatus.FULL) {
      return extracted;
    }
    String masked = Instructions.mask(article.text());
    ModelClaims claims = new ModelClaims(article.text(), masked, article.language());
    String key = key(article, claims.textHash());
    BriefCache.Entry entry = answer(key, article, masked);
    if (!entry.failure().isEmpty()) {
      return downgraded(extracted, entry.failure());
    }
    try {
      return written(extracted, claims, ModelAnswer.parse(entry.answer()));
    } catch (ModelAnswer.Unusable e) {
      String failure = String.valueOf(e.getMessage());
      cache.keep(key, new BriefCache.Entry("", failure, clock.instant().plus(KEEP_BAD_ANSWER)));
      return downgraded(extracted, failure);
    }
  }

  private String key(Article article, String textHash) {
    return Sha256.hexOf(
        String.join(
            "\n",
            textHash,
            article.title(),
            article.language(),
            ModelPrompt.VERSION,
            settings.provider().name(),
            settings.name(),
            settings.opinion() ? "opinion" : "facts"));
  }

  private BriefCache.Entry answer(String key, Article article, String masked) {
    Optional<BriefCache.Entry> kept = cache.find(key);
    if (kept.isPresent() && clock.instant().isBefore(kept.get().expires())) {
      return kept.get();
    }
    BriefCache.Entry entry;
    try {
      String title = Instructions.mask(article.title());
      String answer =
          call.ask(
              schema ->
                  ModelPrompt.of(title, masked, article.language(), settings.opinion(), schema));
      entry = new BriefCache.Entry(answer, "", clock.instant().plus(KEEP));
    } catch (ModelCall.Failed e) {
      Duration keep = e.answersFault() ? KEEP_BAD_ANSWER : KEEP_FAILURE;
      entry = new BriefCache.Entry("", String.valueOf(e.getMessage()), clock.instant().plus(keep));
    }
    cache.keep(key, entry);
    return entry;
  }

  private Brief written(Brief extracted, ModelClaims claims, ModelAnswer answer) {
    Replacements spare = new Replacements(extracted);
    List<Claim> takeaways = new ArrayList<>();
    for (Draft draft : answer.takeaways()) {
      claims.takeaway(draft).or(spare::takeaway).ifPresent(takeaways::add);
    }
    List<Paragraph> summary = new ArrayList<>();
    for (List<Draft> drafts : answer.summary()) {
      List<Claim> sentences = new ArrayList<>();
      for (Draft draft : drafts) {
        claims.sentence(draft).or(spare::sentence).ifPresent(sentences::add);
      }
      if (!sentences.isEmpty()) {
        summary.add(new Paragraph(sentences));
      }
    }
    int asked = answer.takeaways().size() + answer.summary().stream().mapToInt(List::size).sum();
    if (spare.count == asked) {
      return downgraded(extracted, "no sentence of the model's passed the fact check");
    }
    Opinion opinion =
        settings.opinion()
            ? claims
                .opinion(answer.opinion())
                .map(text -> new Opinion(text, settings.name()))
                .orElse(null)
            : null;
    Brief.Made made =
        new Brief.Made(
            "model",
            ModelPrompt.VERSION,
            settings.name(),
            claims.textHash(),
            spare.count,
            null,
            clock.instant());
    return with(extracted, takeaways, summary, opinion, made);
  }

  private static Brief downgraded(Brief extracted, String why) {
    Brief.Made made = extracted.made();
    return with(
        extracted,
        extracted.takeaways(),
        extracted.summary(),
        null,
        new Brief.Made(
            made.engine(),
            made.engineVersion(),
            made.model(),
            made.textHash(),
            made.replaced(),
            "The local engine stood in: " + why + ".",
            made.at()));
  }

  private static Brief with(
      Brief brief,
      List<Claim> takeaways,
      List<Paragraph> summary,
      @Nullable Opinion opinion,
      Brief.Made made) {
    return new Brief(
        brief.id(),
        brief.itemId(),
        brief.storyId(),
        brief.origin(),
        brief.headline(),
        brief.status(),
        brief.teaser(),
        takeaways,
        summary,
        opinion,
        made);
  }

  /** The local engine's sentences, each given out once; counts how often one was asked for. */
  private static final class Replacements {

    private final List<Claim> takeaways;
    private final List<Claim> sentences = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private int count;

    Replacements(Brief extracted) {
      takeaways = extracted.takeaways();
      extracted.summary().forEach(paragraph -> sentences.addAll(paragraph.sentences()));
    }

    Optional<Claim> takeaway() {
      return next("t", takeaways);
    }

    Optional<Claim> sentence() {
      return next("s", sentences);
    }

    private Optional<Claim> next(String place, List<Claim> from) {
      count++;
      return from.stream().filter(claim -> given.add(place + claim.text())).findFirst();
    }
  }
}
