package io.wireroom.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the blocks of the article's region one after the other and leaves out what is not text: the
 * title, links, notices, blocks said before, and headings that nothing follows.
 */
final class Selection {
  private static final int WORDS_BEFORE_COMMENTS = 50;
  private static final int LONGEST_BYLINE = 120;

  private final List<String> title;
  private final List<String> authors;
  private final List<Block> kept = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private final Set<Integer> templates;
  private @Nullable Block linkedHeading;
  private boolean inRelated;
  private int words;

  /** How many blocks were kept when the comments began, -1 before. */
  private int end = -1;

  private int wordsAfterEnd;

  /**
   * @param templates of the regions that the article's prose is in
   */
  Selection(String title, List<String> authors, Set<Integer> templates) {
    this.title = Words.of(title);
    this.authors = authors;
    this.templates = templates;
  }

  void offer(Block block, boolean link) {
    Notices.Kind notice = Notices.kind(block);
    if (notice == Notices.Kind.COMMENTS) {
      // A count of comments can stand above the text; it ends nothing until there is some.
      end = end < 0 && words >= WORDS_BEFORE_COMMENTS ? kept.size() : end;
      return;
    }
    if (notice == Notices.Kind.RELATED) {
      // What follows such a heading is a list of links, until the text goes on.
      inRelated = block.words() <= 8;
      return;
    }
    if (inRelated && (block.linkDensity() >= 0.3 || block.region().tag.equals("li"))) {
      return;
    }
    inRelated = false;
    Block heading = linkedHeading;
    linkedHeading = link && isHeading(block) ? block : null;
    if (heading != null && isHeadingOf(heading, block)) {
      kept.add(heading);
    }
    if (link
        || notice == Notices.Kind.NOTICE
        || Wall.isNotice(block)
        || isTitle(block)
        || isByline(block)) {
      return;
    }
    if (PageStats.isProse(block) && !said.add(block.text())) {
      return;
    }
    kept.add(block);
    words += block.words();
    wordsAfterEnd += end >= 0 ? block.words() : 0;
  }

  /** A heading that is a link belongs to the article when the article goes on right below it. */
  private boolean isHeadingOf(Block heading, Block block) {
    return PageStats.isProse(block)
        && templates.contains(block.region().template)
        && heading.region().parent == block.region().parent;
  }

  private boolean isTitle(Block block) {
    if (words < PageStats.WORDS_OF_A_SENTENCE && block.region().tag.equals("h1")) {
      return true;
    }
    return kept.size() < 3 && !title.isEmpty() && Words.of(block.text()).equals(title);
  }

  /** A block above the text that holds an author's name and next to nothing else. */
  private boolean isByline(Block block) {
    if (words >= PageStats.WORDS_OF_A_SENTENCE || block.text().length() > LONGEST_BYLINE) {
      return false;
    }
    return authors.stream()
        .anyMatch(
            name -> block.text().contains(name) && block.words() <= Words.of(name).size() + 6);
  }

  List<Block> blocks() {
    boolean cut = end >= 0 && 2 * wordsAfterEnd < words;
    int last = cut ? end : kept.size();
    while (last > 0 && isHeading(kept.get(last - 1))) {
      last--;
    }
    return kept.subList(0, last);
  }

  private static boolean isHeading(Block block) {
    return Hints.isHeading(block.region().tag);
  }
}
