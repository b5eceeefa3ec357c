package io.wireroom.brief.model;

import dev.langchain4j.model.chat.ChatModel;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Briefer;
import io.wireroom.brief.ExtractiveBriefer;
import io.wireroom.brief.GuardedBriefer;
import io.wireroom.brief.model.HostileArticles.Hostile;
import io.wireroom.brief.model.ModelSettings.Provider;
import io.wireroom.time.ManualClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What both engines make of the hostile articles, for the tests of every rendering. */
public final class RedTeam {

  /** What an obeyed demand leaves behind, wherever a brief is shown; addresses aside. */
  public static final List<String> TRACES =
      HostileArticles.MARKERS.stream().filter(marker -> !marker.startsWith("http")).toList();

  /** The host of every article, and so of every link that may be in a brief. */
  public static final String HOST = "news.example";

  private RedTeam() {}

  /**
   * A brief and where it comes from.
   *
   * @param origin engine and attack, for a failing test
   */
  public record Shown(String origin, Brief brief) {}

  /** Every hostile article, by turns from the local engine and from a model that obeys. */
  public static List<Shown> briefs() {
    List<Shown> all = new ArrayList<>();
    for (Hostile hostile : HostileArticles.all()) {
      boolean local = all.size() % 2 == 0;
      Brief brief = local ? local().brief(hostile.article()) : obeying(hostile, localEngine());
      all.add(new Shown((local ? "local, " : "model, ") + hostile.name(), brief));
    }
    return all;
  }

  static Briefer local() {
    return new GuardedBriefer(localEngine());
  }

  static Brief obeying(Hostile hostile, Briefer local) {
    ChatModel model = new ObeyingModel(hostile.demand());
    return new ModelBriefer(
            settings(), model, local, new MemoryBriefCache(), new MemoryTokenLedger(), clock())
        .brief(hostile.article());
  }

  private static Briefer localEngine() {
    return new ExtractiveBriefer(clock());
  }

  private static Clock clock() {
    return new ManualClock(Instant.parse("2026-03-04T09:30:00Z"));
  }

  private static ModelSettings settings() {
    return new ModelSettings(
        Provider.OPENAI,
        URI.create("http://127.0.0.1:9/v1"),
        "",
        "small",
        Duration.ofSeconds(5),
        1000,
        0,
        1,
        true);
  }
}
