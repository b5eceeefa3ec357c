package io.wireroom.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums over a page's blocks, so that any stretch of it can be described without another walk. */
final class PageStats {
  /** Fewer words than this are a label, more are a sentence. */
  static final int WORDS_OF_A_SENTENCE = 10;

  private static final double LINK_DENSITY_OF_PROSE = 0.5;

  private final int[] wordsBefore;
  private final int[] linkWordsBefore;
  private final int[] proseBefore;
  private final Map<String, Block> firstSeen = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();

  /** Whether the page says most of its prose more than once: it has the article in two forms. */
  private final boolean doubled;

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
      if (firstSeen.putIfAbsent(block.text(), block) != null) {
        repeated.add(block.text());
      }
    }
    int plain = 0;
    int plainRepeated = 0;
    for (Block block : blocks) {
      boolean teaser = block.region().tag.equals("li") || block.linkWords() > 0;
      if (isProse(block) && !teaser) {
        plain += block.words();
        plainRepeated += repeated.contains(block.text()) ? block.words() : 0;
      }
    }
    doubled = 2 * plainRepeated > plain;
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

  /**
   * Whether the block is the page's frame, which says the same in several places; where the article
   * itself is there twice, its second form.
   */
  boolean isRepeated(Block block) {
    return repeated.contains(block.text()) && !(doubled && firstSeen.get(block.text()) == block);
  }
}
