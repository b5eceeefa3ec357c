package io.wireroom.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the pieces of an article, and puts the captions back in their places: a caption is no
 * sentence of the story, but it belongs to what a reader sees.
 */
final class Passages {
  private static final int NO_CAPTION =
      Hints.COMMENT | Hints.RELATED | Hints.ADVERT | Hints.SHARE | Hints.SIGN_UP | Hints.CONSENT;

  private static final int FEWEST_WORDS = 3;
  private static final double MOST_LINKS = 0.5;

  /** The lead picture stands so few blocks above the text. */
  private static final int NEAR = 12;

  /** A list item that holds more blocks is layout. */
  private static final int BLOCKS_OF_AN_ITEM = 5;

  private static final int LEVELS_OF_A_CAPTION = 3;

  private Passages() {}

  /**
   * @param page where the blocks are from
   * @param kept the article's running text, in the page's order
   */
  static List<Passage> of(PageBlocks page, List<Block> kept) {
    Set<Block> text = Collections.newSetFromMap(new IdentityHashMap<>());
    text.addAll(kept);
    int last = kept.isEmpty() ? -1 : indexOf(page.blocks, kept.get(kept.size() - 1));
    if (last < 0) {
      return kept.stream().map(Passages::passage).toList();
    }
    int first = Math.max(0, indexOf(page.blocks, kept.get(0)) - NEAR);
    List<Passage> passages = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Block block : page.blocks.subList(first, last + 1)) {
      if (text.contains(block)) {
        passages.add(passage(block));
      } else if (isCaption(block) && said.add(block.text())) {
        passages.add(new Passage(Passage.Kind.CAPTION, block.text()));
      }
    }
    return List.copyOf(passages);
  }

  private static int indexOf(List<Block> blocks, Block block) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) == block) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isCaption(Block block) {
    if (block.words() < FEWEST_WORDS || block.linkDensity() > MOST_LINKS) {
      return false;
    }
    boolean named = false;
    int level = 0;
    for (@Nullable Region at = block.region(); at != null; at = at.parent) {
      boolean body = (at.hints & Hints.BODY) != 0 || at.tag.equals("article");
      if (body || (at.hints & NO_CAPTION) != 0) {
        return named && body;
      }
      named |= level++ < LEVELS_OF_A_CAPTION && (at.hints & Hints.CAPTION) != 0;
    }
    return named;
  }

  private static Passage passage(Block block) {
    for (@Nullable Region at = block.region(); at != null; at = at.parent) {
      if (Hints.isHeading(at.tag)) {
        return new Passage(Passage.Kind.HEADING, block.text());
      }
      if (at.tag.equals("li") && at.end - at.first <= BLOCKS_OF_AN_ITEM) {
        return new Passage(Passage.Kind.LIST_ITEM, block.text());
      }
      if (at.tag.equals("blockquote")) {
        return new Passage(Passage.Kind.QUOTATION, block.text());
      }
    }
    return new Passage(Passage.Kind.PARAGRAPH, block.text());
  }
}
