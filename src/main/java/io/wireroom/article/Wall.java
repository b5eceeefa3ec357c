package io.wireroom.article;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page that keeps its article behind a wall (pay, log in, consent) from one whose article
 * is just short. A wall is believed only when little text was found: many pages say that they are
 * not free, or carry the wall's markup, and still show everything to this reader.
 */
final class Wall {
  /**
   * With this many words an article is worth a brief, wall or not. Publishers' teasers are the
   * first one to three paragraphs, which rarely reach it.
   */
  private static final int WORDS_OF_A_TEASER = 200;

  /** A wall says why one stands before it; a log-in link does not. */
  private static final int FEWEST_WORDS_OF_A_WALL = 5;

  /** A notice that stands alone; in a longer block the words may be the story. */
  private static final int WORDS_OF_A_NOTICE = 60;

  private static final int LONGEST_NOTICE = 600;

  /** What stands there on pages without any wall: an account sold below, or asked for by others. */
  private static final int AROUND_THE_ARTICLE = Hints.FOOT | Hints.NAVIGATION | Hints.COMMENT;

  private Wall() {}

  /**
   * @param article the blocks found; a wall stands after the first of them, what is above is the
   *     page's head, where subscriptions are sold on every page
   */
  static boolean hides(PageMetadata metadata, PageBlocks page, List<Block> article) {
    int words = article.stream().mapToInt(Block::words).sum();
    if (words >= WORDS_OF_A_TEASER) {
      return false;
    }
    int from = article.isEmpty() ? 0 : Math.max(0, page.blocks.indexOf(article.get(0)));
    return metadata.sold() || hasWall(page, from) || hasNotice(page, from);
  }

  private static boolean hasWall(PageBlocks page, int from) {
    for (Region region : page.regions) {
      boolean named = (region.hints & Hints.WALL) != 0 && region.first >= from;
      if (named && page.words(region) >= FEWEST_WORDS_OF_A_WALL) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNotice(PageBlocks page, int from) {
    return page.blocks.subList(from, page.blocks.size()).stream()
        .anyMatch(block -> isNotice(block) && !isAround(block.region()));
  }

  private static boolean isAround(Region region) {
    for (@Nullable Region at = region; at != null; at = at.parent) {
      if ((at.hints & AROUND_THE_ARTICLE) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the block asks the reader to pay, log in or consent in order to read on. */
  static boolean isNotice(Block block) {
    if (block.words() > WORDS_OF_A_NOTICE || block.text().length() > LONGEST_NOTICE) {
      return false;
    }
    String text = block.text().toLowerCase(Locale.ROOT);
    return WallNotices.contains(text);
  }
}
