package io.wireroom.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The two fitted models that judge blocks: the first sees each block alone, the second sees also
 * what the first said of the blocks around it. The numbers were fitted on pages whose article a
 * person had marked; the command that fits them is {@code BlockModelTraining} among the tests.
 */
record BlockModel(BoostedTrees first, BoostedTrees second) {
  private static final String RESOURCE = "blocks.model";

  /** The model in the jar. */
  static BlockModel shipped() {
    try (InputStream in = BlockModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BlockModel read(BufferedReader in) throws IOException {
    return new BlockModel(BoostedTrees.read(in), BoostedTrees.read(in));
  }

  /** For each block of the page, the probability that it belongs to the article. */
  float[] judge(PageBlocks page, PageStats stats, StatedBody stated) {
    int count = page.blocks.size();
    float[] alone = new float[count];
    BlockFeatures features = new BlockFeatures(stats, new FirstGuess(page, stats), stated);
    for (int i = 0; i < count; i++) {
      alone[i] = first.probability(features.of(i));
    }
    ContextFeatures context = new ContextFeatures(stats, page.regions, alone);
    float[] together = new float[count];
    for (int i = 0; i < count; i++) {
      together[i] = second.probability(context.of(i));
    }
    return together;
  }
}
