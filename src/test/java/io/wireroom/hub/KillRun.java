package io.wireroom.hub;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.Audit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the real process over many articles and three destinations, kills it (SIGKILL) at random
 * moments, starts it again until all is done, and compares what the receivers saw with what the
 * audit says. The receivers fail one first request in five: by a 500, a 429 or a broken connection.
 *
 * <p>On request, every article also goes into a round-up, of which one is due each minute, and the
 * operators are owed a notice of a source that is gone.
 */
final class KillRun implements AutoCloseable {

  private static final int MOST_RUNS = 60;

  /** Receivers' requests that a life may last. */
  private static final int MOST_LETTERS = 24;

  /** Milliseconds after the first request of a process. */
  private static final int LATEST_KILL = 300;

  private static final Pattern ARTICLE = Pattern.compile("/a/(k\\d+)");

  private final Path folder;
  private final int articles;
  private final boolean rounds;
  private final Random random;
  private final WebServer site = new WebServer();
  private final WebServer receivers = new WebServer();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger untilKill = new AtomicInteger();
  private volatile boolean killBeforeTheAnswer;
  private volatile @Nullable Process current;
  private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> roundUps = new ConcurrentHashMap<>();
  private final Set<String> notices = ConcurrentHashMap.newKeySet();
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  /**
   * @param rounds whether round-ups and notices are sent besides
   */
  KillRun(Path folder, int articles, long seed, boolean rounds) throws IOException {
    this.folder = folder;
    this.rounds = rounds;
    this.articles = articles;
    this.random = new Random(seed);
    String[] ids = IntStream.range(0, articles).mapToObj(i -> "k" + i).toArray(String[]::new);
    News.publish(site, "/feed", ids);
    receivers.on("/hook", receiver("crm"));
    receivers.on("/slack", receiver("newsroom"));
    receivers.on("/rounds", this::roundUp);
    receivers.on("/ops", this::notice);
    site.on("/gone", WebServer.Answer.status(410));
  }

  /** Accepts a round-up, and remembers which articles were in it. */
  private WebServer.Answer roundUp(WebServer.Request request) {
    requests.incrementAndGet();
    String id = Objects.requireNonNull(request.headers().get("webhook-id"));
    if (tried.add(id) && Math.floorMod(id.hashCode(), 5) == 0) {
      return WebServer.Answer.status(Math.floorMod(id.hashCode(), 2) == 0 ? 500 : 0);
    }
    ARTICLE
        .matcher(request.text())
        .results()
        .map(found -> "rounds " + found.group(1))
        .distinct()
        .forEach(
            key -> {
              accepted.computeIfAbsent(key, each -> new AtomicInteger()).incrementAndGet();
              roundUps.computeIfAbsent(key, each -> ConcurrentHashMap.newKeySet()).add(id);
            });
    accepted();
    return WebServer.Answer.status(204);
  }

  private WebServer.Answer notice(WebServer.Request request) {
    requests.incrementAndGet();
    notices.add(request.headers().get("webhook-id"));
    accepted();
    return WebServer.Answer.status(204);
  }

  /**
   * What it came to.
   *
   * @param kills how many processes were killed
   * @param runs how many were started
   * @param missing destination and article of what never arrived
   * @param doubled destination and article of what a receiver accepted twice
   * @param split articles that went into two round-ups
   * @param notices how many different ones arrived
   * @param unnamed those of them that the audit does not name
   * @param audit after the last run
   */
  record Result(
      int kills,
      int runs,
      List<String> missing,
      Set<String> doubled,
      Set<String> unnamed,
      List<String> split,
      int notices,
      Audit audit) {}

  private Function<WebServer.Request, WebServer.Answer> receiver(String destination) {
    return request -> {
      requests.incrementAndGet();
      Matcher article = ARTICLE.matcher(request.text());
      if (!article.find()) {
        return WebServer.Answer.status(400);
      }
      String key = destination + " " + article.group(1);
      if (tried.add(key) && Math.floorMod(key.hashCode(), 5) == 0) {
        return switch (Math.floorMod(key.hashCode() / 5, 3)) {
          case 0 -> WebServer.Answer.status(500);
          case 1 -> new WebServer.Answer(429, Map.of("Retry-After", "1"), "");
          default -> WebServer.Answer.status(0);
        };
      }
      accepted.computeIfAbsent(key, each -> new AtomicInteger()).incrementAndGet();
      accepted();
      return WebServer.Answer.ok("text/plain", "ok");
    };
  }

  /** Kills so many processes, then lets one after another run until nothing waits. */
  Result run(int kills) throws Exception {
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml());
    int killed = 0;
    int runs = 0;
    // One that ends by itself had nothing left to do.
    for (boolean busy = true; busy && killed < kills; killed += busy ? 1 : 0) {
      runs++;
      busy = killed(config);
    }
    Audit audit;
    do {
      runs++;
      Process process = start(config);
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("a run did not end");
      }
      audit =
          AuditRun.of(ConfigFile.read(config, name -> null), Path.of("."), true, Clock.systemUTC());
    } while ((audit.count(Audit.Kind.PENDING) > 0 || audit.briefs() < articles)
        && runs < kills + MOST_RUNS);
    return result(killed, runs, audit);
  }

  /**
   * One life. It ends in one of three ways: soon after its first request; when a receiver has
   * accepted something and has not answered yet; or soon after that.
   */
  private boolean killed(Path config) throws Exception {
    int before = requests.get() + site.paths().size();
    int way = random.nextInt(3);
    untilKill.set(way == 0 ? 0 : 1 + random.nextInt(MOST_LETTERS));
    killBeforeTheAnswer = way == 1;
    Process process = start(config);
    current = process;
    while (process.isAlive()
        && (way == 0 ? requests.get() + site.paths().size() == before : untilKill.get() > 0)) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    boolean ended = way != 1 && process.waitFor(random.nextInt(LATEST_KILL), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended && process.exitValue() > 128;
  }

  /** Called for each request that a receiver accepts, before it answers. */
  private void accepted() {
    if (untilKill.getAndUpdate(left -> Math.max(0, left - 1)) == 1 && killBeforeTheAnswer) {
      Objects.requireNonNull(current).destroyForcibly();
    }
  }

  private Process start(Path config) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.wireroom.Wireroom",
            "run",
            "--once",
            "--config",
            config.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "out.txt"))
        .start();
  }

  private Result result(int kills, int runs, Audit audit) throws IOException {
    Map<String, Integer> files = files();
    List<String> missing = new ArrayList<>();
    Set<String> doubled = new HashSet<>();
    for (int i = 0; i < articles; i++) {
      for (String destination : destinations()) {
        String key = destination + " k" + i;
        int times = accepted.getOrDefault(key, new AtomicInteger()).get();
        if (times == 0) {
          missing.add(key);
        } else if (times > 1) {
          doubled.add(key);
        }
      }
      if (!files.containsKey("k" + i)) {
        missing.add("archive k" + i);
      }
    }
    Set<String> unnamed = new HashSet<>(doubled);
    for (Audit.Finding finding : audit.findings()) {
      Matcher article = ARTICLE.matcher(finding.url());
      if (article.find()) {
        unnamed.remove(finding.destinationId() + " " + article.group(1));
      }
    }
    List<String> split =
        roundUps.entrySet().stream()
            .filter(each -> each.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    return new Result(kills, runs, missing, doubled, unnamed, split, notices.size(), audit);
  }

  private List<String> destinations() {
    return rounds ? List.of("crm", "newsroom", "rounds") : List.of("crm", "newsroom");
  }

  /** The articles of the files in the archive, and how many files each has. */
  private Map<String, Integer> files() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
      for (Path file : all.filter(path -> path.toString().endsWith(".json")).toList()) {
        Matcher article = ARTICLE.matcher(Files.readString(file));
        if (article.find()) {
          files.merge(article.group(1), 1, Integer::sum);
        }
      }
    }
    return files;
  }

  private String yaml() {
    return "sources: [{id: news, url: \""
        + site.at("/feed")
        + "\", first-poll: "
        + articles
        + "}"
        + (rounds ? ", {id: ended, url: \"" + site.at("/gone") + "\"}" : "")
        + "]\ndestinations:\n  - {id: newsroom, kind: slack, rate: 200/s, webhook: \""
        + receivers.at("/slack")
        + "\"}\n  - {id: crm, kind: webhook, url: \""
        + receivers.at("/hook")
        + "\"}\n  - {id: archive, kind: storage, url: \"file:"
        + folder.resolve("out")
        + "\"}\n"
        + (rounds ? rounds() : "")
        + "subscriptions: [{to: newsroom}, {to: crm}, {to: archive}"
        + (rounds ? ", {to: rounds, digest: {at: \"* * * * *\", max: 100}}]\n" : "]\n")
        + (rounds ? "notices: {to: ops}\n" : "")
        + "stories: {merge: off}\n"
        + "network: {allow: [127.0.0.0/8], timeout: 5s, per-host: {concurrency: 8, delay: 0s}}\n"
        + "state: {url: \"sqlite:"
        + folder.resolve("state.db")
        + "\"}\n";
  }

  private String rounds() {
    return "  - {id: rounds, kind: webhook, url: \""
        + receivers.at("/rounds")
        + "\"}\n  - {id: ops, kind: webhook, url: \""
        + receivers.at("/ops")
        + "\"}\n";
  }

  @Override
  public void close() {
    site.close();
    receivers.close();
  }
}
