package io.wireroom.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums over a page's blocks, so that any stretch of it can be described without another walk. */
final class PageStats {
  /** Fewer words than this are a label, more are a sentence. */
  static final int WORDS_OF_A_SENTENCE = 10;

  private static final double LINK_DENSITY_OF_PROSE = 0.5;

  private final int[] wordsBefore;
  private final int[] linkWordsBefore;
  private final int[] proseBefore;
  private final Map<String, Integer> timesSeen = new HashMap<>();

  PageStats(List<Block> blocks) {
    int count = blocks.size();
    wordsBefore = new int[count + 1];
    linkWordsBefore = new int[count + 1];
    proseBefore = new int[count + 1];
    for (int i = 0; i < count; i++) {
      Block block = blocks.get(i);
      wordsBefore[i + 1] = wordsBefore[i] + block.words();
      linkWordsBefore[i + 1] = linkWordsBefore[i] + block.linkWords();
      proseBefore[i + 1] = proseBefore[i] + (isProse(block) ? block.words() : 0);
      timesSeen.merge(block.text(), 1, Integer::sum);
    }
  }

  static boolean isProse(Block block) {
    return block.words() >= WORDS_OF_A_SENTENCE && block.linkDensity() < LINK_DENSITY_OF_PROSE;
  }

  int words(Region region) {
    return wordsBefore[region.end] - wordsBefore[region.first];
  }

  double linkDensity(Region region) {
    int links = linkWordsBefore[region.end] - linkWordsBefore[region.first];
    return (double) links / Math.max(1, words(region));
  }

  int proseWords(Region region) {
    return proseBefore[region.end] - proseBefore[region.first];
  }

  int proseWords() {
    return proseBefore[proseBefore.length - 1];
  }

  int timesSeen(Block block) {
    return timesSeen.getOrDefault(block.text(), 0);
  }
}
