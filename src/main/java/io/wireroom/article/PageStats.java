package io.wireroom.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums over a page's blocks, so that any stretch of it can be described without another walk. */
final class PageStats {
  /** Fewer words than this are a label, more are a sentence. */
  static final int WORDS_OF_A_SENTENCE = 10;

  private static final double LINK_DENSITY_OF_PROSE = 0.5;

  final List<Block> blocks;

  /** The index of the block that is the title, -1 when none is. */
  final int titleIndex;

  private final int[] wordsBefore;
  private final int[] linkWordsBefore;
  private final int[] proseBefore;
  private final Map<Integer, Template> templates = new HashMap<>();
  private final Map<String, Integer> timesSeen = new HashMap<>();
  private final Set<String> titleWords;

  /** Blocks made by the same part of the site's template. */
  static final class Template {
    int blocks;
    int words;
    int linkWords;
  }

  PageStats(List<Block> blocks, String title) {
    this.blocks = blocks;
    this.titleWords = new HashSet<>(Words.of(title));
    int count = blocks.size();
    wordsBefore = new int[count + 1];
    linkWordsBefore = new int[count + 1];
    proseBefore = new int[count + 1];
    for (int i = 0; i < count; i++) {
      Block block = blocks.get(i);
      wordsBefore[i + 1] = wordsBefore[i] + block.words();
      linkWordsBefore[i + 1] = linkWordsBefore[i] + block.linkWords();
      proseBefore[i + 1] = proseBefore[i] + (isProse(block) ? block.words() : 0);
      Template template = templates.computeIfAbsent(block.region().pathHash, k -> new Template());
      template.blocks++;
      template.words += block.words();
      template.linkWords += block.linkWords();
      timesSeen.merge(block.text(), 1, Integer::sum);
    }
    titleIndex = findTitle();
  }

  static boolean isProse(Block block) {
    return block.words() >= WORDS_OF_A_SENTENCE && block.linkDensity() < LINK_DENSITY_OF_PROSE;
  }

  private int findTitle() {
    int found = -1;
    double best = 0.5;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.words() == 0 || block.words() > 60) {
        continue;
      }
      String tag = block.region().element.normalName();
      double likeness = likenessToTitle(block);
      double bonus = tag.equals("h1") ? 0.5 : tag.startsWith("h") ? 0.1 : 0;
      double score = likeness == 0 ? 0 : likeness + bonus;
      if (score > best) {
        best = score;
        found = i;
      }
    }
    return found;
  }

  /** From 0, nothing in common, to 1, the same words (Dice's coefficient). */
  double likenessToTitle(Block block) {
    if (titleWords.isEmpty() || block.words() > 60) {
      return 0;
    }
    Set<String> words = new HashSet<>(Words.of(block.text().toLowerCase(Locale.ROOT)));
    if (words.isEmpty()) {
      return 0;
    }
    int common = 0;
    for (String word : words) {
      common += titleWords.contains(word) ? 1 : 0;
    }
    return 2.0 * common / (words.size() + titleWords.size());
  }

  int words() {
    return wordsBefore[blocks.size()];
  }

  int words(int from, int to) {
    return wordsBefore[to] - wordsBefore[from];
  }

  int linkWords(int from, int to) {
    return linkWordsBefore[to] - linkWordsBefore[from];
  }

  int proseWords(int from, int to) {
    return proseBefore[to] - proseBefore[from];
  }

  Template template(Region region) {
    Template template = templates.get(region.pathHash);
    return template == null ? new Template() : template;
  }

  /**
   * What the names around a block say: of its own region, of the two above, and of those further
   * up. Names of elements that hold most of the page's prose say nothing of a part of it, unless
   * they say that it is the article.
   */
  int[] hints(Region region) {
    int[] hints = new int[3];
    int all = proseWords(0, blocks.size());
    @Nullable Region at = region;
    for (int level = 0; at != null; level++) {
      boolean most = 2 * proseWords(at.first, at.end) > all;
      int said = most ? at.hints & Hints.OF_ARTICLES : at.hints;
      hints[level == 0 ? 0 : level <= 2 ? 1 : 2] |= said;
      at = at.parent;
    }
    return hints;
  }

  int timesSeen(Block block) {
    return timesSeen.getOrDefault(block.text(), 0);
  }
}
