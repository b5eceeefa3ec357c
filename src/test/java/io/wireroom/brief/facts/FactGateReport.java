package io.wireroom.brief.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wireroom.brief.facts.Objection.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the fact gate on articles with human highlights, kept outside the project: {@code
 * FactGateReport FILE.jsonl [verbose]}, lines of {@code {"text", "highlights"}}. A highlight is
 * taken for true, so what is refused includes what its writer made up; corruptions are planted by
 * {@link Corruptor} into sentences of the article and into highlights that pass.
 */
public final class FactGateReport {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int EXTRACTED_PER_ARTICLE = 6;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private record Case(String text, List<String> highlights, List<Sentences> sentences) {}

  /** A sentence of the article with what stands around it. */
  private record Sentences(String sentence, String around) {}

  private final boolean verbose;
  private final Map<String, int[]> caught = new TreeMap<>();
  private final Map<Kind, Integer> refusedBy = new TreeMap<>();
  private int highlights;
  private int refused;
  private int extracted;
  private int extractedRefused;
  private long nanos;

  private FactGateReport(boolean verbose) {
    this.verbose = verbose;
  }

  public static void main(String[] args) throws IOException {
    FactGateReport report = new FactGateReport(args.length > 2);
    int step = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ % step == 0) {
          report.article(parse(line));
        }
      }
    }
    report.print();
  }

  private static Case parse(String line) throws IOException {
    JsonNode node = MAPPER.readTree(line);
    List<String> highlights = new ArrayList<>();
    node.path("highlights").forEach(highlight -> highlights.add(highlight.asText()));
    String text = node.path("text").asText();
    List<String> all = new ArrayList<>();
    for (String sentence :
        text.split("(?<=[a-z\\d)][.!?][\"'\u201d\u2019]?)\\s+(?=[A-Z\"'\u201c\u2018])")) {
      if (sentence.length() > 50 && sentence.length() < 300) {
        all.add(sentence);
      }
    }
    List<Sentences> chosen = new ArrayList<>();
    for (int i = 0; i < all.size() && chosen.size() < EXTRACTED_PER_ARTICLE; i += 3) {
      chosen.add(
          new Sentences(
              all.get(i),
              String.join(" ", all.subList(Math.max(0, i - 1), Math.min(all.size(), i + 2)))));
    }
    return new Case(text, highlights, chosen);
  }

  private void article(Case article) {
    Corruptor corruptor = new Corruptor(article.text());
    for (String highlight : article.highlights()) {
      highlights++;
      List<Objection> objections = check(highlight, article.text());
      if (objections.isEmpty()) {
        plant("highlight", highlight, article.text(), corruptor);
      } else {
        refused++;
        objections.stream()
            .map(Objection::kind)
            .distinct()
            .forEach(kind -> refusedBy.merge(kind, 1, Integer::sum));
        say("REFUSED " + highlight + " " + objections);
      }
    }
    for (Sentences span : article.sentences()) {
      extracted++;
      if (!check(span.sentence(), article.text()).isEmpty()) {
        extractedRefused++;
        say("COPY " + span.sentence() + " " + check(span.sentence(), article.text()));
      }
      plant("copied, whole article", span.sentence(), article.text(), corruptor);
      plant("copied, three sentences", span.sentence(), span.around(), corruptor);
    }
  }

  private List<Objection> check(String sentence, String evidence) {
    long start = CPU.getCurrentThreadCpuTime();
    List<Objection> objections = FactGate.check(sentence, List.of(evidence), "en");
    nanos += CPU.getCurrentThreadCpuTime() - start;
    return objections;
  }

  private void plant(String where, String sentence, String evidence, Corruptor corruptor) {
    for (Corruptor.Planted planted : corruptor.plant(sentence)) {
      boolean found = !FactGate.check(planted.sentence(), List.of(evidence), "en").isEmpty();
      int[] counts = caught.computeIfAbsent(where + ", " + planted.kind(), any -> new int[2]);
      counts[0] += found ? 1 : 0;
      counts[1]++;
      if (!found) {
        say(
            "MISSED "
                + where
                + " "
                + planted.kind()
                + " "
                + planted.how()
                + ": "
                + planted.sentence());
      }
    }
  }

  private void say(String line) {
    if (verbose) {
      System.out.println(line);
    }
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "highlights refused %d of %d (%.1f %%) %s%ncopied refused %d of %d; %.2f ms of processor"
            + " time a check%n",
        refused,
        highlights,
        100.0 * refused / highlights,
        refusedBy,
        extractedRefused,
        extracted,
        nanos / 1e6 / (highlights + extracted));
    caught.forEach(
        (key, counts) ->
            System.out.printf(
                Locale.ROOT,
                "%-40s caught %5d of %5d (%.1f %%)%n",
                key,
                counts[0],
                counts[1],
                100.0 * counts[0] / counts[1]));
  }
}
