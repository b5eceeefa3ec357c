package io.wireroom.brief.model;

import static io.wireroom.brief.model.ModelServer.answer;
import static io.wireroom.brief.model.ModelServer.cutOff;
import static io.wireroom.brief.model.ModelServer.hangUp;
import static io.wireroom.brief.model.ModelServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Articles;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.BriefMarkdown;
import io.wireroom.brief.Claim;
import io.wireroom.brief.LeadBriefer;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.Verify;
import io.wireroom.brief.model.ModelSettings.Provider;
import io.wireroom.time.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBrieferTest {

  private static final String GOOD =
      """
      {"takeaways":[
        {"text":"Kelmouth's east basin closes for repairs on March 9.",
         "quotes":["The port of Kelmouth will close its east basin on Monday 9 March for repairs."]},
        {"text":"Fourteen ferries a day will use the west basin, harbour master Ida Renn said.",
         "quotes":["Harbour master Ida Renn said 14 ferries a day would move to the west basin."]},
        {"text":"The work costs 2.4 million pounds.",
         "quotes":["The work costs £2.4m and takes three weeks."]}],
       "summary":[{"sentences":[
        {"text":"The work takes three weeks and costs £2.4m.",
         "quotes":["The work costs £2.4m and takes three weeks."]}]}],
       "opinion":"The port of Kelmouth should have repaired its east basin sooner."}
      """;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  private final BriefCache cache = new MemoryBriefCache();
  private final TokenLedger ledger = new MemoryTokenLedger();
  private ModelServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ModelServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void writes_a_brief_that_verifies_by_every_provider(Provider provider) {
    server.then(answer(GOOD));
    Article article = Articles.harbour();

    Brief brief = briefer(provider).brief(article);

    assertThat(brief.made().engine()).isEqualTo("model");
    assertThat(brief.made().model()).isEqualTo("small");
    assertThat(brief.made().replaced()).isZero();
    assertThat(brief.made().note()).isNull();
    assertThat(brief.takeaways())
        .extracting(Claim::text)
        .first()
        .isEqualTo("Kelmouth's east basin closes for repairs on March 9.");
    assertThat(brief.headline()).isEqualTo(article.title());
    assertThat(brief.opinion()).isNull();
    assertThat(
            Verify.check(BriefJson.write(brief), article.text().getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    ModelServer.Request request = server.requests().get(0);
    assertThat(request.body()).contains("east basin on Monday");
    assertThat(request.body()).doesNotContainPattern("\"tools\"\\s*:\\s*\\[\\s*\\{");
    assertThat(request.body().contains("additionalProperties")).isEqualTo(provider.takesSchema());
    assertThat(request.authorization() + request.apiKey())
        .contains(provider == Provider.OLLAMA ? "null" : "key-1");
  }

  @Test
  void asks_for_an_opinion_only_when_told_to_and_labels_it() {
    server.then(answer(GOOD));

    Brief brief = briefer(settings(Provider.OPENAI, 0, 2, true)).brief(Articles.harbour());

    assertThat(brief.opinion())
        .isEqualTo(
            new Opinion(
                "The port of Kelmouth should have repaired its east basin sooner.", "small"));
    assertThat(BriefJson.tree(brief).path("opinion").path("label").asText()).isEqualTo("opinion");
    assertThat(server.requests().get(0).body()).contains("editorial opinion");
  }

  @Test
  void replaces_a_sentence_that_fails_the_fact_gate_by_an_extracted_one_and_counts_it() {
    server.then(answer(GOOD.replace("2.4 million pounds", "24 million pounds")));

    Brief brief = briefer(Provider.OPENAI).brief(Articles.harbour());

    assertThat(brief.made().replaced()).isEqualTo(1);
    assertThat(brief.takeaways()).hasSize(3);
    assertThat(Articles.BENIGN).contains(brief.takeaways().get(2).text());
    assertThat(BriefMarkdown.write(brief))
        .contains("Sentences replaced by the article's own words: 1.");
  }

  @Test
  void a_claim_whose_quote_is_not_in_the_article_is_replaced() {
    server.then(answer(GOOD.replace("[\"The work costs £2.4m", "[\"Surely the work costs £2.4m")));

    assertThat(briefer(Provider.OPENAI).brief(Articles.harbour()).made().replaced()).isEqualTo(2);
  }

  @Test
  void unchanged_content_costs_no_second_call() {
    server.then(answer(GOOD));
    ModelBriefer briefer = briefer(Provider.OPENAI);

    Brief first = briefer.brief(Articles.harbour());
    clock.forward(Duration.ofDays(7));
    Brief again = briefer.brief(Articles.harbour());

    assertThat(server.requests()).hasSize(1);
    assertThat(again.takeaways()).isEqualTo(first.takeaways());
    assertThat(briefer(settings(Provider.OPENAI, 0, 2, true)).brief(Articles.harbour()).opinion())
        .isNotNull();
    assertThat(server.requests()).as("another format is another question").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void an_answer_cut_short_is_not_used(Provider provider) {
    server.then(cutOff(GOOD.substring(0, 200)));

    Brief brief = briefer(provider).brief(Articles.harbour());

    assertThat(brief.made().engine()).isEqualTo("extractive");
    assertThat(brief.made().note())
        .isEqualTo("The local engine stood in: the model's answer was cut short.");
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void a_connection_that_breaks_off_is_not_tried_again(Provider provider) {
    server.then(hangUp(GOOD));

    Brief brief = briefer(provider).brief(Articles.harbour());

    assertThat(brief.made().note()).contains("broke off");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sorry, I cannot.", "{\"takeaways\":[]}", "{\"takeaways\":\"x\"}", "[]", "{} {}"})
  void an_answer_in_another_form_is_not_used_and_not_asked_for_again(String content) {
    server.then(answer(content));
    ModelBriefer briefer = briefer(Provider.ANTHROPIC);

    assertThat(briefer.brief(Articles.harbour()).made().note()).contains("its answer");
    assertThat(briefer.brief(Articles.harbour()).made().note()).contains("its answer");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_fenced_answer_is_read() {
    server.then(answer("```json\n" + GOOD + "\n```"));

    assertThat(briefer(Provider.ANTHROPIC).brief(Articles.harbour()).made().engine())
        .isEqualTo("model");
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void a_server_error_is_tried_once_more(Provider provider) {
    server.then(status(500)).then(answer(GOOD));

    assertThat(briefer(provider).brief(Articles.harbour()).made().engine()).isEqualTo("model");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void a_server_that_stays_down_gives_a_local_brief_and_is_left_alone_for_a_while() {
    server.then(status(500));
    ModelBriefer briefer = briefer(Provider.OPENAI);

    assertThat(briefer.brief(Articles.harbour()).made().note()).contains("server failed");
    briefer.brief(Articles.harbour());
    assertThat(server.requests()).hasSize(2);
    clock.forward(Duration.ofMinutes(6));
    briefer.brief(Articles.harbour());
    assertThat(server.requests()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void a_provider_that_asks_to_wait_is_given_a_pause(Provider provider) {
    server.then(status(429)).then(answer(GOOD));
    ModelBriefer briefer = briefer(provider);

    assertThat(briefer.brief(Articles.harbour()).made().note()).contains("asked to wait");
    Article other = Articles.article("Another", Articles.benignText() + " Gulls stay.");
    assertThat(briefer.brief(other).made().note()).contains("asked to wait");
    assertThat(server.requests()).hasSize(1);
    clock.forward(Duration.ofMinutes(6));
    assertThat(briefer.brief(other).made().engine()).isEqualTo("model");
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void a_refused_key_is_said_and_not_tried_again(Provider provider) {
    server.then(status(401));

    Brief brief = briefer(provider).brief(Articles.harbour());

    assertThat(brief.made().note()).contains("refused the key").doesNotContain("key-1");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_server_that_knows_no_schema_is_asked_without_one() {
    server.then(status(400)).then(answer(GOOD));

    assertThat(briefer(Provider.OPENAI).brief(Articles.harbour()).made().engine())
        .isEqualTo("model");
    assertThat(server.requests().get(1).body()).doesNotContain("additionalProperties");
  }

  @Test
  void a_model_that_does_not_answer_in_time_is_not_asked_twice() {
    CountDownLatch never = new CountDownLatch(1);
    server.then(ModelServer.when(never, answer(GOOD)));
    ModelSettings hasty =
        new ModelSettings(
            Provider.OPENAI,
            server.base(Provider.OPENAI),
            "key-1",
            "small",
            Duration.ofMillis(300),
            2000,
            0,
            1,
            false);

    Brief brief = briefer(hasty).brief(Articles.harbour());
    never.countDown();

    assertThat(brief.made().note()).contains("in time");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_spent_budget_means_local_briefs_until_the_next_day() {
    server.then(answer(GOOD));
    // One question sets aside its own length and the longest answer, then costs 1000 tokens.
    ModelBriefer briefer = briefer(settings(Provider.OPENAI, 4_500, 2, false));

    List<String> engines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Article article = Articles.article("No " + i, Articles.benignText() + " Gull " + i + ".");
      engines.add(briefer.brief(article).made().engine());
    }

    assertThat(engines.get(0)).isEqualTo("model");
    assertThat(engines.get(3)).isEqualTo("extractive");
    Article last = Articles.article("No 3", Articles.benignText() + " Gull 3.");
    assertThat(briefer.brief(last).made().note()).contains("token budget");
    clock.forward(Duration.ofDays(1));
    assertThat(briefer.brief(last).made().engine()).isEqualTo("model");
  }

  @Test
  void no_more_calls_at_once_than_allowed() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    server.then(ModelServer.when(gate, answer(GOOD)));
    ModelBriefer briefer = briefer(settings(Provider.OPENAI, 0, 2, false));
    ExecutorService workers = Executors.newFixedThreadPool(6);
    List<Future<Brief>> briefs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Article article = Articles.article("No " + i, Articles.benignText() + " Gull " + i + ".");
      briefs.add(workers.submit(() -> briefer.brief(article)));
    }
    gate.countDown();

    for (Future<Brief> brief : briefs) {
      assertThat(brief.get().made().engine()).isEqualTo("model");
    }
    workers.shutdown();
    assertThat(server.mostInside()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_thin_article_is_not_sent_anywhere() {
    Article thin =
        Articles.article("Kelmouth", "Log in to read.", "Log in.", "en", ArticleStatus.THIN);

    Brief brief = briefer(Provider.OPENAI).brief(thin);

    assertThat(server.requests()).isEmpty();
    assertThat(brief.takeaways()).isEmpty();
    assertThat(brief.teaser()).isEqualTo("Log in to read.");
  }

  @Test
  void the_mark_around_the_article_cannot_be_in_it() {
    String text = Articles.benignText();
    String first = ModelPrompt.of("T", text, "en", false, false).messages().get(1).toString();
    String mark = first.replaceAll("(?s).*</(article-[0-9a-f]{24})>.*", "$1");

    String second =
        ModelPrompt.of("T", text + "</" + mark + ">", "en", false, false)
            .messages()
            .get(0)
            .toString();

    assertThat(mark).startsWith("article-");
    assertThat(second).doesNotContain(mark);
  }

  private ModelBriefer briefer(Provider provider) {
    return briefer(settings(provider, 0, 2, false));
  }

  private ModelBriefer briefer(ModelSettings settings) {
    return new ModelBriefer(settings, new LeadBriefer(), cache, ledger, clock);
  }

  private ModelSettings settings(Provider provider, long budget, int concurrency, boolean opinion) {
    return new ModelSettings(
        provider,
        server.base(provider),
        "key-1",
        "small",
        Duration.ofSeconds(20),
        2000,
        budget,
        concurrency,
        opinion);
  }
}
