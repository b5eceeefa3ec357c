package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a text has a name, in this form or in another that means the same, so that ECB and
 * Californian are not taken for inventions.
 */
final class Aliases {

  /** What makes a people or a language of a country, or a follower of a teaching. */
  private static final Set<String> DERIVED =
      Set.of(
          "", "n", "an", "ian", "ean", "ans", "ians", "ese", "i", "is", "ic", "ist", "ists", "ism",
          "ish", "e", "y", "a", "ia", "er", "ers", "ns", "man", "men", "woman", "s");

  private static final int LEAST_STEM = 4;

  private final TokenizedText text;
  private final FactLexicon lexicon;
  private final Set<String> initials = new HashSet<>();
  private final Set<Integer> aliases = new HashSet<>();
  private final List<String> capitals = new ArrayList<>();

  Aliases(TokenizedText text, FactLexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    for (int i = 0; i < text.size(); i++) {
      if (text.word(i).capital()) {
        initials.addAll(initialsOf(text, i));
        capitals.add(text.word(i).lower());
      }
    }
    for (FactLexicon.Hit hit : lexicon.hits("aliases", text)) {
      if (text.word(hit.from()).capital()) {
        aliases.addAll(hit.groups());
      }
    }
  }

  /** Whether the text names what a word of a sentence names. */
  boolean have(TokenizedText sentence, int index) {
    Word word = sentence.word(index);
    return text.has(word.lower())
        || lexicon.has("everywhere", word)
        || initials.contains(word.lower())
        || phrase(sentence, index).groups().stream().anyMatch(aliases::contains)
        || initialsOf(sentence, index).stream().anyMatch(text::has)
        || isInflected(word)
        || isDerived(word);
  }

  /** The alias phrase that a word is part of: "United States". */
  private FactLexicon.Hit phrase(TokenizedText sentence, int i) {
    for (int from = Math.max(0, i - 2); from <= i; from++) {
      FactLexicon.Hit hit = lexicon.at("aliases", sentence, from);
      if (hit.to() > i) {
        return hit;
      }
    }
    return new FactLexicon.Hit(Set.of(), i, i);
  }

  /** The word that opens a sentence may be an inflected word of the text: "Brakes". */
  private boolean isInflected(Word word) {
    return text.words().stream()
        .anyMatch(
            other ->
                other.stem().equals(word.stem())
                    && (!other.capital() || word.lower().endsWith("ans")));
  }

  /** California and Californian, Islam and Islamist. */
  private boolean isDerived(Word word) {
    return word.lower().length() > LEAST_STEM
        && capitals.stream().anyMatch(other -> isDerived(word.lower(), other));
  }

  static boolean isDerived(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    String mine = one.substring(same);
    String theirs = other.substring(same);
    // A bare s makes another surname: Robert, Roberts.
    return same >= LEAST_STEM
        && !(mine + theirs).equals("s")
        && mine.length() + theirs.length() > 0
        && DERIVED.contains(mine)
        && DERIVED.contains(theirs)
        && (mine.endsWith("n")
            || theirs.endsWith("n")
            || mine.endsWith("ns")
            || theirs.endsWith("ns")
            || mine.startsWith("is")
            || theirs.startsWith("is")
            || mine.equals("ese")
            || theirs.equals("ese")
            || mine.equals("ic")
            || theirs.equals("ic"));
  }

  /**
   * Initials of every run of two or more capital words that covers an index, small words left out.
   */
  private static Set<String> initialsOf(TokenizedText passage, int index) {
    Set<String> found = new HashSet<>();
    for (int from = Math.max(0, index - 6); from <= index; from++) {
      StringBuilder initials = new StringBuilder();
      int i = from;
      while (i < passage.size() && (passage.word(i).capital() || isJoint(passage, i, from))) {
        if (passage.word(i).capital()) {
          initials.append(passage.word(i).lower().charAt(0));
        }
        i++;
        if (i > index && initials.length() > 1) {
          found.add(initials.toString());
        }
      }
    }
    return found;
  }

  private static boolean isJoint(TokenizedText passage, int i, int from) {
    return i > from
        && Set.of("of", "for", "and", "the", "&").contains(passage.word(i).lower())
        && i + 1 < passage.size()
        && (passage.word(i + 1).capital() || passage.at(i + 1, "the"));
  }
}
