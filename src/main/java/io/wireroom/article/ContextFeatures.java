package io.wireroom.article;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a block once every block has a first probability: how its neighbours, its
 * regions and the blocks of its template fared, and whether it lies in the region that holds the
 * article. The order of the numbers is the second model's contract.
 */
final class ContextFeatures {
  /** What a word must promise to be worth having in the article's region. */
  private static final float WORTH = 0.4f;

  private static final int NEIGHBOURS = 3;
  private static final int LEVELS = 3;

  private final PageStats page;
  private final float[] first;
  private final float[] weightBefore;
  private final float[] wordsBefore;
  private final int from;
  private final int to;
  private final int container;
  private final java.util.Map<Integer, float[]> templates = new java.util.HashMap<>();
  private final Region body;

  ContextFeatures(PageStats page, Iterable<Region> regions, float[] first) {
    this.page = page;
    this.first = first;
    int count = page.blocks.size();
    weightBefore = new float[count + 1];
    wordsBefore = new float[count + 1];
    for (int i = 0; i < count; i++) {
      Block block = page.blocks.get(i);
      float words = block.words() + 1f;
      weightBefore[i + 1] = weightBefore[i] + words * first[i];
      wordsBefore[i + 1] = wordsBefore[i] + words;
      float[] sums = templates.computeIfAbsent(block.region().pathHash, k -> new float[2]);
      sums[0] += words * first[i];
      sums[1] += words;
    }
    body = best(regions);
    container = body.depth;
    int start = body.first;
    int end = body.end;
    while (start < end && first[start] < 0.5f) {
      start++;
    }
    while (end > start && first[end - 1] < 0.5f) {
      end--;
    }
    from = start;
    to = end;
  }

  private Region best(Iterable<Region> regions) {
    @Nullable Region best = null;
    float most = 0;
    for (Region region : regions) {
      float worth =
          weightBefore[region.end]
              - weightBefore[region.first]
              - WORTH * (wordsBefore[region.end] - wordsBefore[region.first]);
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

  private float mean(int start, int end) {
    float words = wordsBefore[end] - wordsBefore[start];
    return words <= 0 ? 0 : (weightBefore[end] - weightBefore[start]) / words;
  }

  float[] of(int index) {
    Block block = page.blocks.get(index);
    FeatureRow row = new FeatureRow();
    row.add(first[index]).addCount(block.words()).add(block.linkDensity());
    for (int step = 1; step <= NEIGHBOURS; step++) {
      row.add(index - step < 0 ? -1 : first[index - step]);
      row.add(index + step >= first.length ? -1 : first[index + step]);
    }
    row.add(mean(Math.max(0, index - 5), index)).add(mean(index + 1, Math.min(first.length, index + 6)));
    @Nullable Region region = block.region();
    for (int level = 0; level < LEVELS; level++) {
      if (region == null) {
        row.add(-1).add(-1).add(-1).add(-1);
        continue;
      }
      row.add(mean(region.first, region.end))
          .add(region.end - region.first)
          .add(mean(Math.max(0, region.first - 2), region.first))
          .add(mean(region.end, Math.min(first.length, region.end + 2)));
      region = region.parent;
    }
    float[] template = templates.getOrDefault(block.region().pathHash, new float[] {0, 1});
    row.add(template[0] / template[1]).addCount(template[1]);
    boolean inside = index >= body.first && index < body.end;
    row.add(inside)
        .add(inside ? block.region().depth - container : -1)
        .add(index < from ? index - from : index >= to ? index - to + 1 : 0)
        .add(Math.min(index - from, 20))
        .add(Math.min(to - index, 20))
        .add(index > from ? page.words(Math.min(from, index), index) : -1)
        .add(index < to ? page.words(index, Math.max(to, index)) : -1)
        .add(mean(body.first, body.end))
        .add(mean(from, Math.max(from, to)))
        .addCount(page.words(from, Math.max(from, to)))
        .add(inside ? directChildMean(block) : -1);
    int[] hints = hintsInside(block.region());
    for (int bit = 0; bit < Hints.COUNT; bit++) {
      int mask = 1 << bit;
      row.add((hints[0] & mask) != 0 ? 2 : (hints[1] & mask) != 0 ? 1 : 0);
    }
    return row.toArray();
  }

  private int[] hintsInside(Region from) {
    int[] hints = new int[2];
    @Nullable Region at = from;
    for (int level = 0; at != null && at != body && at.depth > 0; level++) {
      if (body.first < at.first || body.end > at.end) {
        hints[level == 0 ? 0 : 1] |= at.hints;
      }
      at = at.parent;
    }
    return hints;
  }

  /** How the part of the article's region fares that the block lies in. */
  private float directChildMean(Block block) {
    Region region = block.region();
    while (region.parent != null && region.depth > container + 1) {
      region = region.parent;
    }
    return mean(region.first, region.end);
  }
}
