package io.wireroom.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;

/**
 * Fits the numbers in {@code blocks.model} on a folder with {@code ground-truth.json} ({@code {id:
 * {articleBody, url}}}) and {@code html/ID.html.gz}, and says how well pages of other sites fare.
 *
 * <p>{@code BlockModelTraining FOLDER [MODEL]}: cross-validates by site; with MODEL, fits on all
 * pages and writes the model there.
 */
final class BlockModelTraining {
  private static final TreeFitting.Options FIRST =
      new TreeFitting.Options(Integer.getInteger("t1", 100), Integer.getInteger("d1", 4), 0.1, 0.7, 0.4, 2, 2);
  private static final TreeFitting.Options SECOND =
      new TreeFitting.Options(Integer.getInteger("t2", 60), Integer.getInteger("d2", 3), 0.1, 0.7, 0.5, 2, 2);
  private static final int INNER_FOLDS = 5;

  private final List<MarkedPage> pages;

  private BlockModelTraining(List<MarkedPage> pages) {
    this.pages = pages;
  }

  public static void main(String[] args) throws IOException {
    List<MarkedPage> pages = read(Path.of(args[0]));
    BlockModelTraining training = new BlockModelTraining(pages);
    Map<BlockModel, List<MarkedPage>> g = new LinkedHashMap<>(); g.put(null, pages); training.report("guess", g, Boolean.getBoolean("g"));
    for (int seed = 1; seed <= Integer.getInteger("seeds", 1); seed++) {
      training.crossValidate(seed, Integer.getInteger("folds", 5));
    }
    if (args.length > 1) {
      String model = training.fit(pages, 1);
      Files.writeString(Path.of(args[1]), model, StandardCharsets.US_ASCII);
      BlockModel whole = BlockModel.read(new BufferedReader(new StringReader(model)));
      training.report("fitted on all", Map.of(whole, pages), false);
    }
  }

  private static List<MarkedPage> read(Path folder) throws IOException {
    JsonNode truths = new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
    List<MarkedPage> pages = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : truths.properties()) {
      try (InputStream in =
          new GZIPInputStream(
              Files.newInputStream(folder.resolve("html").resolve(entry.getKey() + ".html.gz")))) {
        String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        URI url = URI.create(entry.getValue().get("url").asText());
        String[] host = url.getHost().split("\\.", -1);
        pages.add(
            new MarkedPage(
                entry.getKey(),
                host[host.length - 2],
                entry.getValue().get("articleBody").asText(),
                ReadPage.of(Jsoup.parse(html), url)));
      }
    }
    return pages;
  }

  private void crossValidate(int seed, int folds) throws IOException {
    Map<BlockModel, List<MarkedPage>> judged = new LinkedHashMap<>();
    for (int fold = 0; fold < folds; fold++) {
      List<MarkedPage> fitted = new ArrayList<>();
      List<MarkedPage> held = new ArrayList<>();
      for (MarkedPage page : pages) {
        (fold(page, seed, folds) == fold ? held : fitted).add(page);
      }
      judged.put(
          BlockModel.read(new BufferedReader(new StringReader(fit(fitted, seed)))), held);
    }
    report("other sites, seed " + seed, judged, true);
  }

  /** Pages of one site fall into one fold. */
  private static int fold(MarkedPage page, int seed, int folds) {
    return Math.floorMod((page.site.hashCode() * 31 + seed) * 0x9E3779B1, 1 << 16) % folds;
  }

  private String fit(List<MarkedPage> on, int seed) throws IOException {
    Map<MarkedPage, float[]> alone = new LinkedHashMap<>();
    for (int fold = 0; fold < INNER_FOLDS; fold++) {
      List<MarkedPage> fitted = new ArrayList<>();
      List<MarkedPage> held = new ArrayList<>();
      for (MarkedPage page : on) {
        (fold(page, seed + 77, INNER_FOLDS) == fold ? held : fitted).add(page);
      }
      BoostedTrees trees = trees(fitFirst(fitted, seed));
      for (MarkedPage page : held) {
        float[][] rows = firstRows(page);
        float[] p = new float[rows.length];
        for (int i = 0; i < p.length; i++) {
          p[i] = trees.probability(rows[i]);
        }
        alone.put(page, p);
      }
    }
    List<float[]> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    List<Float> w = new ArrayList<>();
    alone.forEach(
        (page, p) -> {
          ContextFeatures context =
              new ContextFeatures(page.page.stats(), page.page.blocks().regions, p);
          for (int i = 0; i < p.length; i++) {
            add(page, i, context.of(i), x, y, w);
          }
        });
    return fitFirst(on, seed) + fit(SECOND, seed, x, y, w);
  }

  private static String fitFirst(List<MarkedPage> on, int seed) {
    List<float[]> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    List<Float> w = new ArrayList<>();
    for (MarkedPage page : on) {
      float[][] rows = firstRows(page);
      for (int i = 0; i < rows.length; i++) {
        add(page, i, rows[i], x, y, w);
      }
    }
    return fit(FIRST, seed, x, y, w);
  }

  private static float[][] firstRows(MarkedPage page) {
    BlockFeatures features = new BlockFeatures(page.page.stats(), new FirstGuess(page.page.blocks(), page.page.stats()), page.page.stated());
    float[][] rows = new float[page.marked.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = features.of(i);
    }
    return rows;
  }

  /** Every page weighs the same, and in it every word, as in the score. */
  private static void add(
      MarkedPage page, int i, float[] row, List<float[]> x, List<Float> y, List<Float> w) {
    x.add(row);
    y.add(page.marked[i]);
    int words = page.page.blocks().blocks.get(i).words();
    w.add(200f * (words + 3) / (MarkedPage.tokens(page.truth).size() + 100));
  }

  private static String fit(
      TreeFitting.Options options, int seed, List<float[]> x, List<Float> y, List<Float> w) {
    float[] ys = new float[y.size()];
    float[] ws = new float[y.size()];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = y.get(i);
      ws[i] = w.get(i);
    }
    return new TreeFitting(options, seed, x.toArray(new float[0][]), ys, ws).fit();
  }

  private static BoostedTrees trees(String model) throws IOException {
    return BoostedTrees.read(new BufferedReader(new StringReader(model)));
  }

  private static float[] guess(ReadPage read) { FirstGuess g = new FirstGuess(read.blocks(), read.stats()); float[] p = new float[read.blocks().blocks.size()]; for (int i=0;i<p.length;i++) p[i]=g.keeps(i)?1:0; return p; }

  private void report(String what, Map<BlockModel, List<MarkedPage>> judged, boolean each) {
    double precision = 0;
    double recall = 0;
    int precise = 0;
    int all = 0;
    StringBuilder bad = new StringBuilder();
    for (Map.Entry<BlockModel, List<MarkedPage>> entry : judged.entrySet()) {
      for (MarkedPage page : entry.getValue()) {
        ReadPage read = page.page;
        float[] p = entry.getKey() == null ? guess(read) : entry.getKey().judge(read.blocks(), read.stats(), read.stated());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < p.length; i++) {
          if (p[i] > 0.5) {
            text.append(read.blocks().blocks.get(i).text()).append("\n\n");
          }
        }
        double[] score = page.score(text.toString());
        if (!Double.isNaN(score[0])) {
          precision += score[0];
          precise++;
        }
        recall += score[1];
        all++;
        if (!(score[0] > 0.93 && score[1] > 0.93)) {
          bad.append(String.format(Locale.ROOT, "  %s %.3f %.3f%n", page.id.substring(0, 8), score[0], score[1]));
          if (Boolean.getBoolean("show")) {
            for (int i = 0; i < p.length; i++) {
              Block b = read.blocks().blocks.get(i);
              if ((p[i] > 0.5) != (page.marked[i] > 0.5) && b.words() > 3) {
                String t = b.text().replace('\n', ' ');
                bad.append(String.format(Locale.ROOT, "      %s p=%.2f m=%.2f w=%d l=%.1f <%s.%s> %s%n", p[i] > 0.5 ? "+" : "-", p[i], page.marked[i], b.words(), b.linkDensity(), b.region().element.normalName(), b.region().element.className(), t.substring(0, Math.min(90, t.length()))));
              }
            }
          }
        }
      }
    }
    double p = precision / precise;
    double r = recall / all;
    System.out.printf(Locale.ROOT, "%s: F1=%.4f P=%.4f R=%.4f pages=%d%n", what, 2 * p * r / (p + r), p, r, all);
    if (each) {
      System.out.print(bad);
    }
  }
}
