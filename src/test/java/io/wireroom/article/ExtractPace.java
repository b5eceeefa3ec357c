package io.wireroom.article;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * How much CPU time the extraction of a page takes, on one thread, in a process that is warm.
 * Arguments: a folder of pages (*.html.gz), and how often all of them are read (20). The first half
 * of the rounds warms up and is not counted.
 */
public final class ExtractPace {

  private ExtractPace() {}

  /** Runs it; see the class. */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    List<byte[]> pages;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      pages = files.filter(file -> file.toString().endsWith(".gz")).map(ExtractPace::page).toList();
    }
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ArticleExtractor extractor = new ArticleExtractor();
    int warm = rounds / 2;
    long[] times = new long[(rounds - warm) * pages.size()];
    int count = 0;
    for (int round = 0; round < rounds; round++) {
      for (byte[] page : pages) {
        long started = thread.getCurrentThreadCpuTime();
        extractor.extract(page, "text/html; charset=utf-8", null);
        long took = thread.getCurrentThreadCpuTime() - started;
        if (round >= warm) {
          times[count++] = took;
        }
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%d pages, CPU ms a page: median %.1f, nine of ten below %.1f, slowest %.1f%n",
        pages.size(),
        times[count / 2] / 1e6,
        times[count * 9 / 10] / 1e6,
        times[count - 1] / 1e6);
  }

  private static byte[] page(Path file) {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
