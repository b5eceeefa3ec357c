package io.wireroom.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.store.Audit;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the real process over many articles and destinations, kills it (SIGKILL) at random moments,
 * starts it again until all is done, and compares what the receivers saw with what the audit says.
 *
 * <p>The narrow form has a webhook, an incoming webhook of Slack's and a folder. The wide form has
 * besides: a channel by token, in which one article in ten is told anew by another source and goes
 * below the first message; a subscription made by the API; round-ups, of which one is due each
 * minute; a notice of a source that is gone; and files of days. One life in three is the service.
 */
final class KillRun implements AutoCloseable {

  private static final int MOST_RUNS = 60;
  private static final String TOKEN = "correct-horse-battery";

  /** Of the articles, that part is told anew. */
  private static final int RETOLD = 10;

  /** Requests that a life may last. */
  private static final int MOST_LETTERS = 24;

  /** Milliseconds after the first request of a process. */
  private static final int LATEST_KILL = 300;

  /** How long a life may last that nobody has anything for. */
  private static final long IDLE_MILLIS = 20_000;

  private final Path folder;
  private final int articles;
  private final boolean wide;
  private final Random random;
  private final WebServer site = new WebServer();
  private final KillReceivers receivers;
  private final int port;
  private final AtomicInteger untilKill = new AtomicInteger();
  private volatile boolean killBeforeTheAnswer;
  private volatile boolean open;
  private volatile @Nullable Process current;
  private String callback = "";

  /**
   * @param wide all that can be sent, or the three plain destinations
   */
  KillRun(Path folder, int articles, long seed, boolean wide) throws IOException {
    this.folder = folder;
    this.wide = wide;
    this.articles = articles;
    this.random = new Random(seed);
    this.receivers = new KillReceivers(wide ? 20 : 0, this::accepted);
    this.open = !wide;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String[] first = ids("k", articles).toArray(String[]::new);
    String[] again = retold().toArray(String[]::new);
    News.publish(site, "/all", first);
    for (String id : again) {
      site.on("/a/" + id, WebServer.Answer.ok("text/html; charset=utf-8", retold(id)));
    }
    site.on("/feed", request -> feed(open ? first : new String[0]));
    site.on("/retold", request -> feed(toldTo("crm") == articles ? again : new String[0]));
    site.on("/gone", WebServer.Answer.status(410));
  }

  private WebServer.Answer feed(String[] ids) {
    return WebServer.Answer.ok("application/rss+xml", News.rss(site, ids));
  }

  private long toldTo(String receiver) {
    return receivers.accepted(receiver);
  }

  private static Stream<String> ids(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i);
  }

  private List<String> retold() {
    return wide
        ? IntStream.range(0, articles / RETOLD).mapToObj(i -> "r" + i * RETOLD).toList()
        : List.of();
  }

  /** The article of the same number, and three paragraphs more. */
  private static String retold(String id) {
    String[] more = News.page(id).split("<p>");
    String added = "<p>" + more[1] + "<p>" + more[2] + "<p>" + more[3];
    return News.page("k" + id.substring(1)).replace("</article>", added + "</article>");
  }

  /**
   * What it came to.
   *
   * @param kills how many processes were killed
   * @param runs how many were started
   * @param owed how many articles receivers should have
   * @param missing receiver and article of what never arrived
   * @param doubled receiver and article, or notice, of what was accepted twice
   * @param unnamed those of them that the audit does not name
   * @param inRoundUps how many articles the round-ups hold
   * @param split articles that went into two round-ups
   * @param threaded how many updates are below the first message
   * @param astray updates that are not
   * @param notices how many different ones arrived
   * @param audit after the last run
   */
  record Result(
      int kills,
      int runs,
      int owed,
      List<String> missing,
      Set<String> doubled,
      Set<String> unnamed,
      int inRoundUps,
      List<String> split,
      long threaded,
      List<String> astray,
      long notices,
      Audit audit) {}

  /** Kills so many processes, then lets one after another run until nothing waits. */
  Result run(int kills) throws Exception {
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml());
    int killed = 0;
    int runs = 0;
    if (wide) {
      subscribe(config);
      killed++;
      runs++;
    }
    // One that ends by itself had nothing left to do.
    for (boolean busy = true; busy && killed < kills; killed += busy ? 1 : 0) {
      runs++;
      busy = killed(config, wide && random.nextInt(3) == 0);
    }
    HubConfig read = ConfigFile.read(config, name -> null);
    Audit audit;
    do {
      runs++;
      Process process = start(config, false);
      if (!process.waitFor(180, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("a run did not end");
      }
      audit = AuditRun.of(read, Path.of("."), true, Clock.systemUTC());
    } while ((audit.count(Audit.Kind.PENDING) > 0 || audit.briefs() < articles + retold().size())
        && runs < kills + MOST_RUNS);
    return result(killed, runs, audit);
  }

  /** The service takes a subscription by its API, then dies. */
  private void subscribe(Path config) throws Exception {
    Process process = start(config, true);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/subscriptions"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"url\": \"" + receivers.at("/api") + "\"}"))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    for (int tries = 0; callback.isEmpty(); tries++) {
      try {
        HttpResponse<String> made = client.send(request, HttpResponse.BodyHandlers.ofString());
        callback = new ObjectMapper().readTree(made.body()).path("id").asText();
      } catch (IOException e) {
        if (tries > 300) {
          throw e;
        }
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    process.destroyForcibly().waitFor();
    open = true;
  }

  /**
   * One life. It ends in one of three ways: soon after its first request; when a receiver has
   * accepted something and has not answered yet; or soon after that.
   */
  private boolean killed(Path config, boolean service) throws Exception {
    int before = requests();
    int way = random.nextInt(3);
    untilKill.set(way == 0 ? 0 : 1 + random.nextInt(MOST_LETTERS));
    killBeforeTheAnswer = way == 1;
    Process process = start(config, service);
    current = process;
    long last = System.nanoTime();
    int seen = before;
    boolean idle = false;
    while (process.isAlive() && !idle && (way == 0 ? requests() == before : untilKill.get() > 0)) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
      last = receivers.requests() == seen ? last : System.nanoTime();
      seen = receivers.requests();
      idle = System.nanoTime() - last > IDLE_MILLIS * 1_000_000;
    }
    boolean ended = way != 1 && process.waitFor(random.nextInt(LATEST_KILL), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended && process.exitValue() > 128;
  }

  private int requests() {
    return receivers.requests() + site.paths().size();
  }

  /** Called for each request that a receiver accepts, before it answers. */
  private void accepted() {
    if (untilKill.getAndUpdate(left -> Math.max(0, left - 1)) == 1 && killBeforeTheAnswer) {
      Objects.requireNonNull(current).destroyForcibly();
    }
  }

  private Process start(Path config, boolean service) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.wireroom.Wireroom",
                "run",
                "--config",
                config.toString()));
    if (!service) {
      command.add("--once");
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "out.txt")))
        .start();
  }

  private Result result(int kills, int runs, Audit audit) throws IOException {
    List<String> owed = new ArrayList<>();
    for (String receiver : wide ? List.of("crm", "newsroom", "api") : List.of("crm", "lobby")) {
      ids("k", articles).forEach(id -> owed.add(receiver + " " + id));
      retold().forEach(id -> owed.add(receiver + " " + id));
    }
    List<String> missing = new ArrayList<>(owed);
    missing.removeIf(key -> receivers.times(key) > 0);
    missing.addAll(missing("json"));
    if (wide) {
      missing.addAll(missing("jsonl"));
    }
    Set<String> doubled = new TreeSet<>(receivers.doubled());
    Set<String> unnamed = new HashSet<>(doubled);
    for (Audit.Finding finding : audit.findings()) {
      Matcher article = KillReceivers.ARTICLE.matcher(finding.url());
      String receiver = finding.destinationId().equals(callback) ? "api" : finding.destinationId();
      unnamed.remove(receiver + " " + (article.find() ? article.group(1) : finding.deliveryId()));
    }
    return new Result(
        kills,
        runs,
        owed.size(),
        missing,
        doubled,
        unnamed,
        receivers.inRoundUps(),
        receivers.split(),
        receivers.threaded(),
        receivers.astray(),
        toldTo("ops"),
        audit);
  }

  /** The articles that are in no file of the archive with this ending. */
  private List<String> missing(String ending) throws IOException {
    Set<String> there = new HashSet<>();
    try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
      for (Path file : all.filter(path -> path.toString().endsWith("." + ending)).toList()) {
        if (!file.endsWith("index.json")) {
          KillReceivers.ARTICLE
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> there.add(found.group(1)));
        }
      }
    }
    return Stream.concat(ids("k", articles), retold().stream())
        .filter(id -> !there.contains(id))
        .map(id -> ending + " " + id)
        .toList();
  }

  private String yaml() {
    String sources =
        "sources:\n  - {id: news, url: \"%s\", first-poll: %d, every: 1s}\n"
            .formatted(site.at("/feed"), articles);
    String plain =
        """
        destinations:
          - {id: crm, kind: webhook, url: "%s"}
          - {id: archive, kind: storage, url: "file:%s"%s}
        """
            .formatted(
                receivers.at("/hook"),
                folder.resolve("out"),
                wide ? ", daily: [jsonl], index: true" : "");
    String network =
        "network: {allow: [127.0.0.0/8], timeout: 5s, per-host: {concurrency: 8, delay: 0s}}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    if (!wide) {
      return sources
          + plain
          + "  - {id: lobby, kind: slack, rate: 200/s, webhook: \"%s\"}\n"
              .formatted(receivers.at("/slack"))
          + "subscriptions: [{to: crm}, {to: archive}, {to: lobby}]\nstories: {merge: off}\n"
          + network;
    }
    return sources
        + "  - {id: other, url: \"%s\", first-poll: %d, every: 1s}\n  - {id: ended, url: \"%s\"}\n"
            .formatted(site.at("/retold"), articles, site.at("/gone"))
        + plain
        + """
          - {id: newsroom, kind: slack, rate: 200/s, token: xoxb-1-token, channel: %s, api: "%s"}
          - {id: rounds, kind: webhook, url: "%s"}
          - {id: ops, kind: webhook, url: "%s"}
        subscriptions:
          - {to: crm}
          - {to: archive}
          - {to: newsroom}
          - {to: rounds, digest: {at: "* * * * *", max: 100}}
        notices: {to: ops}
        server: {port: %d, token: %s}
        """
            .formatted(
                KillReceivers.CHANNEL,
                receivers.at("/slack/"),
                receivers.at("/rounds"),
                receivers.at("/ops"),
                port,
                TOKEN)
        + network;
  }

  @Override
  public void close() {
    site.close();
    receivers.close();
  }
}
