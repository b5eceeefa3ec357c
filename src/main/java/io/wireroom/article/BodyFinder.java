package io.wireroom.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article: the region in which prose outweighs everything else the most, and in it the
 * blocks that are neither boilerplate, nor links, nor notices.
 *
 * <p>A region's worth is the sum of its blocks': each word of prose gains one, blocks that are not
 * prose cost. So a larger region wins only when what it adds is mostly prose. The search runs
 * twice: what was made by the same part of the site's template as the prose found first counts
 * double the second time, so that an article in several pieces is found whole.
 *
 * <p>The region is then stretched to what belongs to the article and lies beside it: a lead above
 * the text, and paragraphs of the same template below; as far as what is gained outweighs what is
 * passed over.
 */
final class BodyFinder {
  private static final float COST_OF_LINK = 4;

  /** What is named as something else is left out in any case; so it costs less than links do. */
  private static final float COST_OF_BOILERPLATE = 1;

  private static final float COST_OF_STRANGE_PROSE = 2;

  /** Nothing is looked for behind more than this. */
  private static final float FARTHEST = 100;

  private static final float COST_OF_LABEL = 0.5f;
  private static final double LIKE_STATED = 0.8;

  /** What a teaser has; so many words prove nothing. */
  private static final int WORDS_OF_A_BLURB = 8;

  /** A block in the article with a larger share of link text is a link, not a text with links. */
  private static final double LINK_DENSITY_OF_LINK = 0.6;

  private final List<Block> blocks;
  private final PageStats stats;
  private final Boilerplate boilerplate;
  private final StatedBody stated;
  private final Set<Integer> templates = new HashSet<>();
  private final Region container;
  private final int first;
  private final int end;

  /**
   * @param statedBody the article's text as the page's data has it; empty when it has none
   */
  BodyFinder(PageBlocks page, String statedBody) {
    this.blocks = page.blocks;
    this.stats = new PageStats(blocks);
    this.boilerplate = new Boilerplate(page, stats);
    this.stated = new StatedBody(statedBody);
    Region found = best(page.regions);
    for (int i = found.first; i < found.end; i++) {
      if (!boilerplate.isBeside(i) && PageStats.isProse(blocks.get(i))) {
        templates.add(blocks.get(i).region().template);
      }
    }
    container = best(page.regions);
    first = above(container.first);
    end = below(container.end);
  }

  /** Where the article begins, if it has a lead above the region of its text. */
  private int above(int from) {
    int found = from;
    float gain = 0;
    float most = 0;
    for (int i = from - 1; i >= 0 && gain > -FARTHEST; i--) {
      gain += boilerplate.isBeside(i) ? -COST_OF_BOILERPLATE : worth(i);
      if (gain > most) {
        most = gain;
        found = i;
      }
    }
    return found;
  }

  /** Where the article ends, if it goes on below the region; below are other articles, too. */
  private int below(int from) {
    int found = from;
    float gain = 0;
    float most = 0;
    for (int i = from; i < blocks.size() && gain > -FARTHEST; i++) {
      Block block = blocks.get(i);
      boolean strange = PageStats.isProse(block) && !templates.contains(block.region().template);
      gain +=
          boilerplate.isBeside(i)
              ? -COST_OF_BOILERPLATE
              : strange ? -COST_OF_STRANGE_PROSE : worth(i);
      if (gain > most) {
        most = gain;
        found = i + 1;
      }
    }
    return found;
  }

  private Region best(List<Region> regions) {
    float[] worthBefore = new float[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      worthBefore[i + 1] = worthBefore[i] + worth(i);
    }
    Region best = regions.get(0);
    float most = Float.NEGATIVE_INFINITY;
    for (Region region : regions) {
      float worth = worthBefore[region.end] - worthBefore[region.first];
      if ((region.hints & Hints.BODY) != 0) {
        worth = worth * 1.25f + 20;
      }
      if (worth >= most) {
        best = region;
        most = worth;
      }
    }
    return best;
  }

  private float worth(int index) {
    Block block = blocks.get(index);
    int words = block.words();
    if (boilerplate.isBeside(index)) {
      return -COST_OF_BOILERPLATE - 0.1f * words;
    }
    if (!PageStats.isProse(block)) {
      boolean link = block.linkDensity() > 0.5;
      return link ? -COST_OF_LINK - 0.5f * words : -COST_OF_LABEL;
    }
    if (stats.isRepeated(block)) {
      return -COST_OF_LABEL;
    }
    float worth = Math.max(0, words - block.linkWords() - WORDS_OF_A_BLURB);
    if (block.region().tag.equals("li")) {
      worth /= 2;
    }
    boolean likely =
        templates.contains(block.region().template) || stated.likeness(block.text()) >= LIKE_STATED;
    return likely ? 2 * worth : worth;
  }

  /** The article's blocks, in the page's order. */
  List<Block> find(PageMetadata metadata) {
    Selection selection = new Selection(metadata.title(), metadata.authors(), templates);
    for (int i = first; i < end; i++) {
      if (!boilerplate.isBeside(i) && !isLabelAbove(i)) {
        selection.offer(blocks.get(i), isLink(i));
      }
    }
    return selection.blocks();
  }

  /** Between a lead and the text stand dates and names. */
  private boolean isLabelAbove(int index) {
    Block block = blocks.get(index);
    boolean kept = PageStats.isProse(block) || block.region().tag.equals("li");
    return index < container.first && !kept && !Hints.isHeading(block.region().tag);
  }

  private boolean isLink(int index) {
    Block block = blocks.get(index);
    // A quoted post ends with its author and a link to it.
    if (block.linkDensity() < LINK_DENSITY_OF_LINK || block.region().tag.equals("blockquote")) {
      return false;
    }
    @Nullable Region list = block.region().parent;
    if (block.region().tag.equals("li") && list != null && list.end - list.first > 1) {
      return stats.linkDensity(list) >= LINK_DENSITY_OF_LINK;
    }
    return true;
  }
}
