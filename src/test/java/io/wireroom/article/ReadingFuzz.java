package io.wireroom.article;

import com.sun.management.ThreadMXBean;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.poll.FeedException;
import io.wireroom.poll.FeedParser;
import io.wireroom.poll.Opml;
import io.wireroom.poll.PageLister;
import io.wireroom.poll.Robots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Feeds mutated inputs to every reader of what strangers serve, with real feeds and pages as seeds,
 * and reports crashes, the slowest input and the memory. Arguments: the folder of the corpora, how
 * many inputs (100000), the first one's number (0; an input is made from its number alone, so that
 * one can be tried again).
 *
 * <p>Crashes are exceptions that a reader does not declare, and errors; running out of memory is
 * one. So {@code -Xmx} proves the bound: what is used before the first input, plus 64 MiB. Exits
 * with 1 when an input crashed or took longer than two seconds of CPU, or a minute by the clock.
 */
public final class ReadingFuzz {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** By the clock on the wall, on a machine that has other things to do. */
  private static final Duration LONGEST_BY_CLOCK = Duration.ofSeconds(60);

  private static final URI ADDRESS = URI.create("https://site.example/2024/05/06/a");

  /** So many inputs after another are reported on the way. */
  private static final int PROGRESS = 1_000;

  private static final String[] TYPES = {
    "", "text/xml", "text/html; charset=gbk", "application/json", "text/html;charset=utf-16", "x;;="
  };
  private static final String[] SELECTORS = {"a", "article h2 a, li a", "div > *:has(a)", "h3"};
  private static final String[] PATHS = {
    "$..url", "$.items[*]", "$..[?(@.url)]", "$.*.*[0:5]", "$..posts[?(@.published==true)]"
  };

  private enum Reader {
    FEED(ReadingFuzz::feed, "feed"),
    JSON_FEED(ReadingFuzz::feed, "json"),
    PAGE(ReadingFuzz::page, "page"),
    FEED_AS_PAGE(ReadingFuzz::page, "feed"),
    PAGE_AS_FEED(ReadingFuzz::feed, "page"),
    LIST_PAGE((bytes, random) -> list(bytes, random, SELECTORS), "page"),
    JSON_LIST((bytes, random) -> list(bytes, random, PATHS), "json"),
    SITEMAP((bytes, random) -> list(bytes, random, new String[] {""}), "sitemap"),
    OPML((bytes, random) -> Opml.read(bytes), "opml"),
    ROBOTS((bytes, random) -> robots(bytes), "robots");

    private final Read read;
    private final String seeds;

    Reader(Read read, String seeds) {
      this.read = read;
      this.seeds = seeds;
    }
  }

  private interface Read {
    /** Reads, or refuses as the reader's contract says. */
    void from(byte[] bytes, Random random) throws FeedException, IOException;
  }

  /** A file's bytes, as they lie on the disk; pages stay packed, so that all fit into memory. */
  private record Seed(byte[] bytes, boolean packed) {
    byte[] content() {
      if (!packed) {
        return bytes;
      }
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Tally {
    private int inputs;
    private long slowest;
    private int slowestInput;
    private long most;
    private int crashes;
  }

  private ReadingFuzz() {}

  /** Runs it; see the class. */
  public static void main(String[] args) throws IOException {
    Path corpora = Path.of(args[0]);
    int inputs = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    int first = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    List<Seed> feeds = seeds(corpora.resolve("feeds"), ".json", false);
    List<Seed> json = seeds(corpora.resolve("feeds"), ".json", true);
    List<Seed> pages = seeds(corpora.resolve("extraction"), ".html.gz", true);
    Map<String, List<Seed>> seeds =
        Map.of(
            "feed",
            feeds,
            "json",
            json.isEmpty() ? own("{\"items\":[{\"id\":1,\"url\":\"/1\"}]}") : json,
            "page",
            pages,
            "sitemap",
            own(SITEMAP),
            "opml",
            own(OPML),
            "robots",
            own(ROBOTS));
    seeds.forEach((kind, found) -> System.out.println(kind + ": " + found.size() + " seeds"));
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf(
        Locale.ROOT,
        "in use before the first input: %d MiB, of %d that the heap may have%n",
        before >> 20,
        runtime.maxMemory() >> 20);
    Map<Reader, Tally> tallies = new EnumMap<>(Reader.class);
    for (int number = first; number < first + inputs; number++) {
      Reader reader = Reader.values()[number % Reader.values().length];
      Tally tally = tallies.computeIfAbsent(reader, r -> new Tally());
      one(number, reader, Objects.requireNonNull(seeds.get(reader.seeds)), tally);
      if ((number - first) % PROGRESS == PROGRESS - 1) {
        report(tallies);
      }
    }
    System.exit(report(tallies) ? 0 : 1);
  }

  private static void one(int number, Reader reader, List<Seed> seeds, Tally tally) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    byte[] input = Mutation.of(seeds.get(random.nextInt(seeds.size())).content(), random);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = thread.getCurrentThreadAllocatedBytes();
    long started = thread.getCurrentThreadCpuTime();
    long began = System.nanoTime();
    try {
      reader.read.from(input, random);
    } catch (FeedException | IOException refused) {
      if (refused.getMessage() == null || refused.getMessage().isBlank()) {
        crash(number, reader, tally, refused);
      }
    } catch (RuntimeException | Error crash) {
      crash(number, reader, tally, crash);
    }
    long took = thread.getCurrentThreadCpuTime() - started;
    tally.inputs++;
    if (System.nanoTime() - began > LONGEST_BY_CLOCK.toNanos()) {
      crash(number, reader, tally, new IllegalStateException("hung, using little CPU or none"));
    }
    tally.most = Math.max(tally.most, thread.getCurrentThreadAllocatedBytes() - allocated);
    if (took > tally.slowest) {
      tally.slowest = took;
      tally.slowestInput = number;
    }
  }

  private static void crash(int number, Reader reader, Tally tally, Throwable crash) {
    tally.crashes++;
    System.out.println("input " + number + ", " + reader + ": " + crash);
    Stream.of(crash.getStackTrace()).limit(8).forEach(at -> System.out.println("    " + at));
  }

  private static boolean report(Map<Reader, Tally> tallies) {
    boolean good = true;
    for (Map.Entry<Reader, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      good &= tally.crashes == 0 && tally.slowest < LONGEST.toNanos();
      System.out.printf(
          Locale.ROOT,
          "%-12s %7d inputs, %d crashes, slowest %4d ms of CPU (input %d), most allocated %d MiB%n",
          entry.getKey(),
          tally.inputs,
          tally.crashes,
          tally.slowest / 1_000_000,
          tally.slowestInput,
          tally.most >> 20);
    }
    System.out.println(good ? "good" : "BAD");
    return good;
  }

  private static void feed(byte[] bytes, Random random) throws FeedException {
    Map<String, String> headers = Map.of("content-type", TYPES[random.nextInt(TYPES.length)]);
    new FeedParser().parse(bytes, headers, ADDRESS.toString());
  }

  private static void page(byte[] bytes, Random random) {
    String type = TYPES[random.nextInt(TYPES.length)];
    new ArticleExtractor().extract(bytes, type, ADDRESS);
  }

  private static void list(byte[] bytes, Random random, String[] selectors) throws FeedException {
    String select = selectors[random.nextInt(selectors.length)];
    new PageLister().list(bytes, Map.of(), ADDRESS.toString(), select);
  }

  private static void robots(byte[] bytes) {
    Duration timeout = Duration.ofSeconds(1);
    Robots robots = new Robots(true, "wireroom/1.0", timeout, Clock.systemUTC());
    HttpCall page = HttpCall.get(ADDRESS, Map.of(), timeout, 1_000);
    HttpCall asked = robots.request(page);
    byte[] kept = bytes.length > asked.maxBytes() ? Arrays.copyOf(bytes, asked.maxBytes()) : bytes;
    robots.learn(
        asked, new HttpReply(200, asked.uri(), List.of(), Map.of(), kept, null, "", Duration.ZERO));
    robots.allows(page);
  }

  private static List<Seed> own(String text) {
    return List.of(new Seed(text.getBytes(StandardCharsets.UTF_8), false));
  }

  private static List<Seed> seeds(Path folder, String ending, boolean with) throws IOException {
    List<Seed> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        String name = file.getFileName().toString();
        boolean seed = Files.isRegularFile(file) && name.endsWith(ending) == with;
        boolean beside = name.startsWith("expected") || name.endsWith("l") && !name.contains("ml");
        if (seed && !beside && !name.endsWith(".py") && Files.size(file) < 2_000_000) {
          seeds.add(new Seed(Files.readAllBytes(file), name.endsWith(".gz")));
        }
      }
    }
    return List.copyOf(seeds);
  }

  private static final String SITEMAP =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://site.example/a</loc><lastmod>2024-05-06</lastmod><news:news>
      <news:publication><news:name>Mill</news:name><news:language>en</news:language>
      </news:publication><news:publication_date>2024-05-06T07:08:09Z</news:publication_date>
      <news:title>Wheel &amp; water</news:title><news:keywords>mill, wheel</news:keywords>
      </news:news></url></urlset>
      """;

  private static final String OPML =
      """
      <?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
      <outline text="News"><outline type="rss" text="Mill" xmlUrl="https://site.example/feed"
      htmlUrl="https://site.example/" category="/a/b,c"/></outline></body></opml>
      """;

  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /private/*.html$
      Allow: /private/open
      Crawl-delay: 5
      User-agent: wireroom
      Disallow: /2024/**/*a*b*c*d$
      Sitemap: https://site.example/sitemap.xml
      """;
}
