package io.wireroom.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which blocks lie in a part of the page that its author named as something other than the article:
 * comments, navigation, related links, captions and so on.
 */
final class Boilerplate {
  /** Names of parts that are never the article, however much prose they hold. */
  private static final int NEVER = Hints.COMMENT | Hints.CONSENT | Hints.FOOT;

  /** So much prose must be left when all parts with such a name are gone. */
  private static final int LEAST_PROSE = 60;

  /** Names of parts around an article or between its paragraphs, unless they read like one. */
  private static final int BESIDE =
      Hints.RELATED
          | Hints.SHARE
          | Hints.SIGN_UP
          | Hints.SIDE
          | Hints.ADVERT
          | Hints.TAGS
          | Hints.CREDIT
          | Hints.NAVIGATION
          | Hints.CAPTION;

  /** Names of parts that are beside the article if they are short. */
  private static final int BESIDE_IF_SHORT = Hints.AUTHOR | Hints.META | Hints.HEAD | Hints.FORM;

  private static final int SHORT = 60;

  private static final int PROSE_OF_A_TEXT = 120;
  private static final double LINK_DENSITY_OF_A_TEXT = 0.1;

  /** A picture with fewer words around it has a caption, not a text. */
  private static final int LONGEST_CAPTION = 50;

  private final PageStats stats;
  private final boolean[] beside;

  /** Words of prose that are not in parts which are never the article. */
  private int prose;

  Boilerplate(PageBlocks page, PageStats stats) {
    this.stats = stats;
    List<Block> blocks = page.blocks;
    beside = new boolean[blocks.size()];
    leaveOutNever(page);
    for (int i = 0; i < beside.length; i++) {
      prose += beside[i] || !PageStats.isProse(blocks.get(i)) ? 0 : blocks.get(i).words();
    }
    int believed = believed(page.regions);
    for (Region region : page.regions) {
      if (isBeside(region, region.hints & believed)) {
        Arrays.fill(beside, region.first, region.end, true);
      }
    }
  }

  /**
   * The hints that are to be believed. Where most of the prose is in paragraphs of one name, the
   * name is the template's and says nothing.
   */
  private int believed(List<Region> regions) {
    Map<Integer, Integer> words = new HashMap<>();
    for (Region region : regions) {
      boolean paragraph = region.tag.equals("p") || region.tag.equals("figcaption");
      if (paragraph && region.first < region.end && !beside[region.first]) {
        for (int left = region.hints; left != 0; left &= left - 1) {
          words.merge(Integer.lowestOneBit(left), stats.proseWords(region), Integer::sum);
        }
      }
    }
    int believed = ~0;
    for (Map.Entry<Integer, Integer> hint : words.entrySet()) {
      believed &= 2 * hint.getValue() > prose ? ~hint.getKey() : ~0;
    }
    return believed;
  }

  /** Comments can be longer than the article; so how much a part holds is no excuse for it. */
  private void leaveOutNever(PageBlocks page) {
    int left = stats.proseWords();
    for (Region region : page.regions) {
      boolean inside = region.first < region.end && beside[region.first];
      if (inside || (region.hints & NEVER) == 0 || region.holdsBody) {
        continue;
      }
      if (left - stats.proseWords(region) >= LEAST_PROSE) {
        left -= stats.proseWords(region);
        Arrays.fill(beside, region.first, region.end, true);
      }
    }
  }

  boolean isBeside(int index) {
    return beside[index];
  }

  private boolean isBeside(Region region, int hints) {
    boolean most = 2 * stats.proseWords(region) > prose;
    if (region.parent == null || most || region.holdsBody) {
      return false;
    }
    if ((hints & NEVER) != 0) {
      return true;
    }
    int words = stats.words(region);
    if ((hints & BESIDE) != 0) {
      // Posts of others that an article quotes are wrapped in names of the networks they are from.
      boolean quotation = region.holdsQuote && (hints & BESIDE & ~Hints.SHARE) == 0;
      return !quotation && !readsLikeAnArticle(region);
    }
    boolean picture = (hints & Hints.MEDIA) != 0 && region.images > 0;
    return picture && words < LONGEST_CAPTION || (hints & BESIDE_IF_SHORT) != 0 && words < SHORT;
  }

  /** That much prose with hardly a link in it is a text, whatever its author called it. */
  private boolean readsLikeAnArticle(Region region) {
    return stats.proseWords(region) >= PROSE_OF_A_TEXT
        && 2 * stats.proseWords(region) >= stats.words(region)
        && stats.linkDensity(region) < LINK_DENSITY_OF_A_TEXT;
  }
}
