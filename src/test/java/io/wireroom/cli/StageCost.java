package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.wireroom.article.Article;
import io.wireroom.article.ArticleExtractor;
import io.wireroom.brief.ExtractiveBriefer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Prints the CPU that one stage takes for one input in a warm process, one thread. Arguments:
 * {@code brief} or {@code extract}, the file of lines that the command of that name reads with
 * {@code --jsonl}, and how often to go through it (5); the last time counts.
 */
public final class StageCost {

  private static final ExtractiveBriefer BRIEFER = new ExtractiveBriefer(Clock.systemUTC());
  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
  private static final double NANOS = 1e6;

  /** Work on one input, which was read before. */
  private interface Work {
    void run() throws IOException;
  }

  private StageCost() {}

  public static void main(String... args) throws IOException {
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    List<String> lines = Files.readAllLines(Path.of(args[1]));
    Work[] works = new Work[lines.size()];
    for (int i = 0; i < works.length; i++) {
      works[i] = args[0].equals("brief") ? brief(lines.get(i)) : extract(lines.get(i));
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] nanos = new long[works.length];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < works.length; i++) {
        long before = threads.getCurrentThreadCpuTime();
        works[i].run();
        nanos[i] = threads.getCurrentThreadCpuTime() - before;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s: %d inputs, round %d: median %.1f ms CPU, 90 %% within %.1f, 95 %% within %.1f, slowest"
            + " %.1f%n",
        args[0],
        nanos.length,
        rounds,
        share(nanos, 0.5),
        share(nanos, 0.9),
        share(nanos, 0.95),
        share(nanos, 1));
  }

  private static double share(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / NANOS;
  }

  private static Work brief(String line) throws IOException {
    Article article = new ArticleLines(Clock.systemUTC()).fromJson(line);
    return () -> BRIEFER.brief(article);
  }

  private static Work extract(String line) throws IOException {
    JsonNode in = new ObjectMapper().readTree(line);
    Path path = Path.of(in.path("path").asText());
    byte[] page;
    try (InputStream file = Files.newInputStream(path);
        InputStream unpacked = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
      page = unpacked.readAllBytes();
    }
    String url = in.path("url").asText("");
    URI address = url.isEmpty() ? null : URI.create(url);
    return () -> EXTRACTOR.extract(page, null, address);
  }
}
