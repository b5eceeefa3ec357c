package io.wireroom.brief.rank;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fits the ranker's numbers and says how good they are: {@code RankerTraining ARTICLES.jsonl
 * OUT.bin}. Each line of the articles is {@code {"id","text","highlights":[…]}}, the highlights
 * written by a person. First five-fold cross-validation, whose figures are printed beside those of
 * the first three sentences; then the numbers of all articles together go to OUT.
 *
 * <p>The same articles give the same bytes. Only numbers are written, never text.
 */
public final class RankerTraining {

  private static final int FOLDS = 5;
  private static final int CHARS = 240;
  private static final int TAKEAWAYS = 3;

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
    double[] lead = new double[3];
    double[] picked = new double[3];
    double words = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      SentenceRanker ranker = new SentenceRanker(fit(fold));
      for (int i = fold; i < examples.size(); i += FOLDS) {
        Passage passage = examples.get(i).passage;
        List<int[]> first = new ArrayList<>();
        for (int s = 0; s < Math.min(TAKEAWAYS, passage.sentences.size()); s++) {
          first.add(Variant.of(passage, s, List.of()).stems());
        }
        add(lead, rouge.get(i).of(first));
        List<int[]> chosen =
            ranker.rank(passage, new int[0]).pick(TAKEAWAYS, CHARS).stream()
                .map(Variant::stems)
                .toList();
        add(picked, rouge.get(i).of(chosen));
        words += chosen.stream().mapToInt(c -> c.length).sum();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d articles, lead-3 %s, ranker %s, %.1f words%n",
        examples.size(),
        percent(lead),
        percent(picked),
        words / examples.size());
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

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private String percent(double[] sum) {
    double n = examples.size() / 100.0;
    return String.format(Locale.ROOT, "%.2f/%.2f/%.2f", sum[0] / n, sum[1] / n, sum[2] / n);
  }
}
