package io.wireroom.brief.rank;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fits the ranker's numbers and says how good they are: {@code RankerTraining ARTICLES.jsonl
 * OUT.bin}. Each line of the articles is {@code {"id","text","highlights":[…]}}, the highlights
 * written by a person. First five-fold cross-validation, whose figures are printed beside those of
 * the first three sentences, for all and for each origin (by the ids); then the numbers of all
 * articles together go to OUT.
 *
 * <p>The same articles give the same bytes. Only numbers are written, never text.
 */
public final class RankerTraining {

  private static final int FOLDS = 5;
  private static final int CHARS = 240;
  private static final int TAKEAWAYS = 3;
  private static final String MEASURES = "12L";

  private final List<Example> examples;
  private final List<Rouge> rouge = new ArrayList<>();

  private RankerTraining(List<Example> examples) {
    this.examples = examples;
    examples.forEach(e -> rouge.add(e.rouge()));
  }

  public static void main(String[] args) throws IOException {
    List<Example> examples = Example.read(Path.of(args[0]));
    Collections.shuffle(examples, new Random(7));
    RankerTraining training = new RankerTraining(examples);
    training.crossValidate();
    ChanceModel model = training.fit(examples.size());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
      model.write(out);
    }
  }

  private void crossValidate() {
    List<Result> results = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      SentenceRanker ranker = new SentenceRanker(fit(fold));
      for (int i = fold; i < examples.size(); i += FOLDS) {
        Passage passage = examples.get(i).passage;
        List<int[]> first = new ArrayList<>();
        for (int s = 0; s < Math.min(TAKEAWAYS, passage.sentences.size()); s++) {
          first.add(Variant.of(passage, s, List.of()).stems());
        }
        List<int[]> chosen =
            ranker.rank(passage, new int[0]).pick(TAKEAWAYS, CHARS, Set.of()).stream()
                .map(Variant::stems)
                .toList();
        results.add(
            new Result(
                examples.get(i).id.replaceAll("-[^-]*$", ""),
                rouge.get(i).of(first),
                rouge.get(i).of(chosen),
                chosen.stream().mapToInt(c -> c.length).sum()));
      }
    }
    print("all", results);
    results.stream()
        .collect(Collectors.groupingBy(Result::origin, TreeMap::new, Collectors.toList()))
        .forEach(RankerTraining::print);
  }

  /**
   * How one article came out.
   *
   * @param origin its id up to the last hyphen: articles of one origin have highlights of one kind
   * @param lead ROUGE-1, -2 and -L of the first sentences
   * @param picked the same of those chosen
   * @param words how many the chosen ones have
   */
  private record Result(String origin, double[] lead, double[] picked, int words) {

    double gain(int measure) {
      return picked[measure] - lead[measure];
    }
  }

  /** In per cent; after the gain its standard error, as articles differ. */
  private static void print(String name, List<Result> of) {
    StringBuilder line = new StringBuilder();
    for (int m = 0; m < 3; m++) {
      int measure = m;
      DoubleSummaryStatistics gain =
          of.stream().mapToDouble(r -> r.gain(measure)).summaryStatistics();
      double spread =
          of.stream().mapToDouble(r -> Math.pow(r.gain(measure) - gain.getAverage(), 2)).sum();
      line.append(
          String.format(
              Locale.ROOT,
              "; ROUGE-%s lead-3 %.2f, ranker %.2f, gain %.2f +- %.2f",
              MEASURES.charAt(m),
              100 * of.stream().mapToDouble(r -> r.lead()[measure]).average().orElse(0),
              100 * of.stream().mapToDouble(r -> r.picked()[measure]).average().orElse(0),
              100 * gain.getAverage(),
              100 * Math.sqrt(spread) / of.size()));
    }
    double words = of.stream().mapToInt(Result::words).average().orElse(0);
    System.out.printf(Locale.ROOT, "%s: %d articles, %.1f words%s%n", name, of.size(), words, line);
  }

  /** Fits on all articles but those of one fold. */
  private ChanceModel fit(int without) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      if (i % FOLDS != without || without >= FOLDS) {
        rows.add(i);
      }
    }
    return new ChanceFit(examples, rouge, rows).model();
  }
}
