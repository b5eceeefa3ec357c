package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Quantity.Bound;
import java.util.Set;

/**
 * Reads the words before a number that make it a limit or an estimate, for "up to 40" is borne out
 * by other numbers than "over 40".
 */
final class BoundReader {

  /** How many words before "more than" a "not" still is about it. */
  private static final int DENIAL_REACH = 6;

  private static final Set<String> NOT_BEFORE_ARTICLE = Set.of("under", "over", "above", "below");

  private final TokenizedText passage;
  private final FactLexicon lexicon;

  BoundReader(TokenizedText passage, FactLexicon lexicon) {
    this.passage = passage;
    this.lexicon = lexicon;
  }

  /** "Had not met him more than twice": up to twice. */
  private boolean isDenied(int at) {
    for (int i = at - 1; i >= Math.max(0, at - DENIAL_REACH); i--) {
      if (passage.word(i).clause() != passage.word(at).clause()) {
        return false;
      }
      if (passage.at(i, "not") || passage.at(i, "never")) {
        return true;
      }
    }
    return false;
  }

  /** How what stands before a number limits it: "up to", "nearly". */
  Bound before(int from) {
    // "Under a £23m scheme" sets no limit, "about a dozen" is one.
    boolean article = passage.at(from - 1, "a");
    if (article && from > 1 && NOT_BEFORE_ARTICLE.contains(passage.word(from - 2).lower())) {
      return Bound.NONE;
    }
    boolean hyphen = passage.at(from - 1, "-") && passage.word(from - 1).glued();
    int at = article || hyphen ? from - 1 : from;
    // "Just under" before "under".
    if (!lexicon.before("nearly", passage, at).groups().isEmpty()) {
      return Bound.NEARLY;
    }
    FactLexicon.Hit less = lexicon.before("less-than", passage, at);
    if (!less.groups().isEmpty()) {
      // "No fewer than" is at least.
      boolean denied = passage.at(less.from() - 1, "no") || passage.at(less.from() - 1, "not");
      return denied ? Bound.MORE : Bound.LESS;
    }
    if (!lexicon.before("up-to", passage, at).groups().isEmpty()) {
      return Bound.UP_TO;
    }
    FactLexicon.Hit more = lexicon.before("more-than", passage, at);
    if (!more.groups().isEmpty()) {
      return passage.at(more.from(), "more") && isDenied(more.from()) ? Bound.UP_TO : Bound.MORE;
    }
    return lexicon.before("about", passage, at).groups().isEmpty() ? Bound.NONE : Bound.ABOUT;
  }
}
