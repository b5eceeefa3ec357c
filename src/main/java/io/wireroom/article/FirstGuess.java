package io.wireroom.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the article is by rule of thumb: the region with the most prose in it that no name calls
 * something else. It is what people know about pages in general; the models, which know only the
 * pages they were fitted on, start from it.
 */
final class FirstGuess {
  /** Names of parts that are never the article, however much prose they hold. */
  private static final int NEVER = Hints.COMMENT | Hints.CONSENT | Hints.NAVIGATION | Hints.FOOT;

  /** Names of parts that are around an article or between its paragraphs. */
  private static final int BESIDE =
      NEVER
          | Hints.RELATED
          | Hints.SHARE
          | Hints.SIGN_UP
          | Hints.SIDE
          | Hints.ADVERT
          | Hints.CAPTION
          | Hints.TAGS
          | Hints.CREDIT;

  /** Names of parts that are beside the article if they are short. */
  private static final int BESIDE_IF_SHORT = Hints.AUTHOR | Hints.META | Hints.HEAD | Hints.FORM;

  private static final int SHORT = 60;

  /** A block that is not prose costs as much as this many words of prose. */
  private static final int COST_OF_OTHERS = 4;

  final Region container;
  private final PageStats page;
  private final boolean[] beside;
  private final Set<Integer> templates = new HashSet<>();

  FirstGuess(PageBlocks blocks, PageStats page) {
    this.page = page;
    int count = page.blocks.size();
    beside = new boolean[count];
    int allProse = page.proseWords(0, count);
    for (Region region : blocks.regions) {
      if (isBeside(region, allProse)) {
        Arrays.fill(beside, region.first, region.end, true);
      }
    }
    for (int i = 0; i < count; i++) {
      Block block = page.blocks.get(i);
      beside[i] |= PageStats.isProse(block) && page.timesSeen(block) > 1;
    }
    Region found = best(blocks.regions);
    for (int i = found.first; i < found.end; i++) {
      if (!beside[i] && PageStats.isProse(page.blocks.get(i))) {
        templates.add(page.blocks.get(i).region().pathHash);
      }
    }
    container = best(blocks.regions);
  }

  private boolean isBeside(Region region, int allProse) {
    int prose = page.proseWords(region.first, region.end);
    int words = page.words(region.first, region.end);
    if (region.parent == null || 2 * prose > allProse) {
      return false;
    }
    if (region.holdsBody) {
      return false;
    }
    if ((region.hints & BESIDE) != 0) {
      return true;
    }
    return (region.hints & BESIDE_IF_SHORT) != 0 && words < SHORT;
  }

  private Region best(List<Region> regions) {
    float[] worthBefore = new float[beside.length + 1];
    for (int i = 0; i < beside.length; i++) {
      worthBefore[i + 1] = worthBefore[i] + worth(i);
    }
    @Nullable Region best = null;
    float most = 0;
    for (Region region : regions) {
      float worth = worthBefore[region.end] - worthBefore[region.first];
      if ((region.hints & Hints.BODY) != 0) {
        worth = worth * 1.25f + 20;
      }
      if (best == null || worth >= most) {
        best = region;
        most = worth;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("a page has at least its body");
    }
    return best;
  }

  private float worth(int index) {
    Block block = page.blocks.get(index);
    int words = block.words();
    if (beside[index]) {
      return -COST_OF_OTHERS - 0.3f * words;
    }
    if (PageStats.isProse(block)) {
      float worth = words - block.linkWords();
      worth *= block.region().is("li") ? 0.5f : 1;
      return templates.contains(block.region().pathHash) ? 2 * worth : worth;
    }
    return block.linkDensity() > 0.5 ? -COST_OF_OTHERS - 0.5f * words : -0.5f;
  }

  boolean isBeside(int index) {
    return beside[index];
  }

  boolean isInside(int index) {
    return index >= container.first && index < container.end;
  }

  /** Whether the rule of thumb would keep the block. */
  boolean keeps(int index) {
    Block block = page.blocks.get(index);
    return isInside(index)
        && !beside[index]
        && index != page.titleIndex
        && (block.linkDensity() < 0.6);
  }
}
