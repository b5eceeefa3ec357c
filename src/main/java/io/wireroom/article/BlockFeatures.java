package io.wireroom.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a block before any other has been judged: its text, its place, the names of
 * the elements around it, and its neighbours. The order of the numbers is the model's contract:
 * change it, and the model must be fitted again.
 */
final class BlockFeatures {
  /** How many of the nearest regions are described one by one. */
  private static final int LEVELS = 3;

  private static final int NEIGHBOURS = 2;

  private final PageStats page;
  private final FirstGuess guess;
  private final StatedBody stated;

  BlockFeatures(PageStats page, FirstGuess guess, StatedBody stated) {
    this.page = page;
    this.guess = guess;
    this.stated = stated;
  }

  float[] of(int index) {
    Block block = page.blocks.get(index);
    FeatureRow row = new FeatureRow();
    addText(row, block);
    addPlace(row, block, index);
    addNames(row, block);
    addRegions(row, block);
    addNeighbours(row, index);
    PageStats.Template template = page.template(block.region());
    row.addCount(template.blocks)
        .addCount(template.words)
        .add((double) template.words / Math.max(1, template.blocks))
        .add((double) template.linkWords / Math.max(1, template.words))
        .add((double) template.words / Math.max(1, page.words()));
    row.add(stated.likeness(block.text()));
    addGuess(row, block, index);
    for (float count : Phrases.in(block.text())) {
      row.add(count);
    }
    return row.toArray();
  }

  private void addText(FeatureRow row, Block block) {
    TextShape shape = TextShape.of(block.text());
    int words = Math.max(1, block.words());
    row.addCount(block.words())
        .add(block.linkDensity())
        .add(block.linkWords())
        .add((double) block.strongWords() / words)
        .add((double) block.text().length() / words)
        .addCount(shape.sentenceEnds())
        .addCount(shape.commas())
        .add(shape.endsSentence())
        .add(shape.endsWithColon())
        .add(shape.startsUpper())
        .add((double) shape.capitals() / words)
        .add((double) shape.digits() / Math.max(1, block.text().length()))
        .add(shape.lines())
        .add(shape.bars())
        .add(page.timesSeen(block))
        .add(page.likenessToTitle(block));
  }

  private void addPlace(FeatureRow row, Block block, int index) {
    int all = Math.max(1, page.words());
    int title = page.titleIndex;
    row.add((double) page.words(0, index) / all)
        .add((double) page.proseWords(0, index) / Math.max(1, page.proseWords(0, page.blocks.size())))
        .addCount(page.words(0, index))
        .add(block.region().depth)
        .add(title < 0 ? -1 : index - title)
        .add(title < 0 ? -1 : Math.signum(index - title) * page.words(Math.min(title, index), Math.max(title, index)))
        .addCount(all)
        .add((double) page.linkWords(0, page.blocks.size()) / all);
  }

  private void addNames(FeatureRow row, Block block) {
    Region region = block.region();
    String tag = region.element.normalName();
    row.add(tag.equals("p"))
        .add(tag.equals("li") || tag.equals("dd") || tag.equals("dt"))
        .add(tag.length() == 2 && tag.charAt(0) == 'h' ? tag.charAt(1) - '0' : 0)
        .add(tag.equals("div") || tag.equals("section"))
        .add(tag.equals("tr"));
    int[] hints = page.hints(region);
    for (int bit = 0; bit < Hints.COUNT; bit++) {
      int mask = 1 << bit;
      row.add((hints[0] & mask) != 0 ? 3 : (hints[1] & mask) != 0 ? 2 : (hints[2] & mask) != 0 ? 1 : 0);
    }
  }

  private void addRegions(FeatureRow row, Block block) {
    @Nullable Region region = block.region();
    int all = Math.max(1, page.words());
    for (int level = 0; level < LEVELS; level++) {
      if (region == null) {
        row.add(-1).add(-1).add(-1).add(-1).add(-1).add(-1).add(-1).add(-1);
        continue;
      }
      int words = page.words(region.first, region.end);
      addBeside(row, region.first - 1);
      addBeside(row, region.end);
      row.addCount(region.end - region.first)
          .add((double) words / all)
          .add((double) page.linkWords(region.first, region.end) / Math.max(1, words))
          .add((double) page.proseWords(region.first, region.end) / Math.max(1, words));
      region = region.parent;
    }
  }

  private void addGuess(FeatureRow row, Block block, int index) {
    boolean inside = guess.isInside(index);
    Region container = guess.container;
    row.add(guess.keeps(index))
        .add(guess.isBeside(index))
        .add(inside ? block.region().depth - container.depth : -1)
        .addCount(page.words(container.first, container.end))
        .add(index < container.first ? index - container.first : Math.max(0, index - container.end + 1))
        .add(inside ? page.proseWords(container.first, index) : -1)
        .add(inside ? page.proseWords(index + 1, container.end) : -1);
  }

  private void addBeside(FeatureRow row, int index) {
    if (index < 0 || index >= page.blocks.size()) {
      row.add(-1).add(-1);
    } else {
      Block block = page.blocks.get(index);
      row.addCount(block.words()).add(block.linkDensity());
    }
  }

  private void addNeighbours(FeatureRow row, int index) {
    List<Block> blocks = page.blocks;
    Region own = blocks.get(index).region();
    for (int step = -NEIGHBOURS; step <= NEIGHBOURS; step++) {
      int other = index + step;
      if (step == 0) {
        continue;
      }
      if (other < 0 || other >= blocks.size()) {
        row.add(-1).add(-1).add(-1);
        continue;
      }
      Block neighbour = blocks.get(other);
      row.addCount(neighbour.words())
          .add(neighbour.linkDensity())
          .add(neighbour.region().pathHash == own.pathHash ? 1 : 0);
    }
  }
}
