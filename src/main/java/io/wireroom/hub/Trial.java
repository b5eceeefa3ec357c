package io.wireroom.hub;

import io.wireroom.config.BriefsConfig;
import io.wireroom.config.HubConfig;
import io.wireroom.config.SourceConfig;
import io.wireroom.config.StateConfig;
import io.wireroom.config.TrialConfig;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Report;
import io.wireroom.hub.RecordedWeb.Answer;
import io.wireroom.store.Tally;
import io.wireroom.time.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a config makes of recorded feeds and pages: the shipped routes read and write by a clock
 * that stands still, on a state of their own that is thrown away; nothing is sent, no model is
 * asked, and no connection is made.
 *
 * @param samples what each destination of the config would get, in order; by its id
 * @param messages how many messages that is; by its id
 * @param articles why each article went where, by its address
 * @param tally what became of the sources
 * @param missing addresses that were asked for and have no answer
 * @param idle addresses with an answer that nobody asked for
 */
public record Trial(
    Map<String, List<Sample>> samples,
    Map<String, Integer> messages,
    Map<String, Explanation> articles,
    Tally tally,
    Set<String> missing,
    Set<String> idle) {

  /** The content types of what sources and articles are kept in. */
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "htm", "text/html",
          "json", "application/json",
          "rss", "application/rss+xml",
          "atom", "application/atom+xml");

  private static final String OTHER_TYPE = "application/xml";

  /** The test can't be made. */
  public static final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  /**
   * Makes a trial.
   *
   * @param home the folder that holds {@code routes/} and {@code config/application.properties}
   * @param folder where the test's own files are
   * @throws Unfit if a file can't be read, or no source of the config has an answer
   */
  public static Trial of(HubConfig config, Path home, TrialConfig trial, Path folder)
      throws Exception {
    RecordedWeb web = new RecordedWeb(answers(trial, folder));
    try (Scratch scratch = Scratch.of("test")) {
      HubConfig aside =
          config.with(
              sources(config, trial),
              new StateConfig("sqlite:" + scratch.file("state.db"), null),
              BriefsConfig.LOCAL);
      ManualClock clock = new ManualClock(trial.at());
      Desk desk = new Desk(config);
      try (Hub hub = Hub.trial(aside, home, clock, web.client())) {
        Tally tally = new Rehearsal(hub, clock, desk::take).until(trial.until());
        tally.items().forEach(item -> desk.addresses.add(item.link()));
        Map<String, Explanation> articles = new LinkedHashMap<>();
        desk.addresses.forEach(each -> articles.put(each, Explanation.of(aside, each)));
        return new Trial(desk.samples, desk.messages, articles, tally, web.missing(), web.idle());
      }
    }
  }

  private static List<SourceConfig> sources(HubConfig config, TrialConfig trial) {
    List<URI> answered = trial.answers().stream().map(TrialConfig.Answer::url).toList();
    List<SourceConfig> read =
        config.sources().stream().filter(source -> answered.contains(source.url())).toList();
    if (read.isEmpty()) {
      throw new Unfit(
          "none of its answers is for a source of the config; a source's url is for example "
              + config.sources().stream().findFirst().map(SourceConfig::url).orElse(null));
    }
    return read;
  }

  private static Map<URI, Answer> answers(TrialConfig trial, Path folder) {
    Map<URI, Answer> answers = new LinkedHashMap<>();
    for (TrialConfig.Answer answer : trial.answers()) {
      Path file = folder.resolve(answer.file());
      try {
        String type = answer.type() == null ? type(answer.file()) : answer.type();
        answers.put(answer.url(), new Answer(answer.status(), type, Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new Unfit("there is no file " + file + " that could be read");
      }
    }
    return answers;
  }

  private static String type(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, OTHER_TYPE);
  }

  /** Keeps what would be sent. */
  private static final class Desk {

    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, Integer> messages = new LinkedHashMap<>();
    private final Set<String> addresses = new LinkedHashSet<>();

    Desk(HubConfig config) {
      config.destinations().forEach(each -> samples.put(each.id(), new ArrayList<>()));
      config.destinations().forEach(each -> messages.put(each.id(), 0));
    }

    void take(Letter letter) {
      String id = letter.destination().id();
      int number = messages.merge(id, 1, Integer::sum);
      samples.computeIfAbsent(id, each -> new ArrayList<>()).addAll(Sample.of(letter, number));
      if (letter.content() instanceof Report report) {
        addresses.add(report.brief().origin().link());
      }
    }
  }
}
