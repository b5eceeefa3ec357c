package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;

/**
 * Holds words of status (alleged, former, proposed, approved, rose) in a sentence to its evidence:
 * each must have its like there, and none may stand for its opposite.
 */
final class StatusFacts extends Check {

  /** How far before a word its "not" stands, at most. */
  private static final int DENIAL_REACH = 6;

  private static final int MANY_SENTENCES = 4;

  StatusFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    unsupported();
    opposed();
  }

  /** A word that is nowhere: telling of short evidence, since longer one says it in other words. */
  private void unsupported() {
    if (evidence.sentences().count() >= MANY_SENTENCES) {
      return;
    }
    for (String section : List.of("status", "roles")) {
      List<FactLexicon.Hit> there = lexicon.hits(section, evidence);
      for (FactLexicon.Hit hit : lexicon.hits(section, sentence)) {
        FactLexicon.Hit sides = lexicon.at("opposed", sentence, hit.from());
        if (there.stream().noneMatch(hit::in)
            && !senses.isBorne(hit.from())
            && !isImplied(hit)
            && !isOfTime(hit)
            && !isDenial(sides)
            && !isToldElsewhere(section, hit, there)) {
          object(hit, "the evidence does not say so");
        }
      }
    }
  }

  /** "The previous night" is a date. */
  private boolean isOfTime(FactLexicon.Hit hit) {
    return lexicon.knows("relative-lead", sentence, hit.from())
        && lexicon.knows("relative-unit", sentence, hit.to());
  }

  /** Who is charged stands accused. */
  private boolean isImplied(FactLexicon.Hit hit) {
    FactLexicon.Hit implied = lexicon.at("implied-by", sentence, hit.from());
    return lexicon.hits("implied-by", evidence).stream()
        .anyMatch(
            other ->
                implied.groups().stream()
                    .anyMatch(group -> group % 2 == 0 && other.groups().contains(group + 1)));
  }

  /** Whether another part of a long evidence has the word, and this part none in its place. */
  private boolean isToldElsewhere(
      String section, FactLexicon.Hit hit, List<FactLexicon.Hit> there) {
    return !nearby.isAll()
        && lexicon.hits(section, nearby.whole()).stream().anyMatch(hit::in)
        && isNear(hit)
        && there.stream()
            .noneMatch(other -> isLost(section, other) && places.samePlace(hit, other));
  }

  /** Whether the word stands elsewhere among words that the sentence has as well. */
  private boolean isNear(FactLexicon.Hit hit) {
    TokenizedText whole = nearby.whole();
    Substitution elsewhere = new Substitution(sentence, whole, lexicon, 1);
    for (int i = 0; i < whole.size(); i++) {
      if (whole.word(i).stem().equals(sentence.word(hit.from()).stem())
          && elsewhere.fit(hit.from(), hit.to(), i, i + 1) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence does without a word of the evidence. */
  private boolean isLost(String section, FactLexicon.Hit there) {
    return lexicon.hits(section, sentence).stream().noneMatch(there::in);
  }

  private void opposed() {
    List<FactLexicon.Hit> there = lexicon.hits("opposed", evidence);
    for (FactLexicon.Hit hit : lexicon.hits("opposed", sentence)) {
      List<FactLexicon.Hit> like = there.stream().filter(hit::in).toList();
      List<FactLexicon.Hit> unlike =
          there.stream().filter(other -> areOpposed(hit, other)).toList();
      if (unlike.isEmpty() || isDenial(hit)) {
        continue;
      }
      List<FactLexicon.Hit> lost =
          unlike.stream().filter(other -> isLost("opposed", other)).toList();
      boolean opposite =
          nearby.isAll() ? fit(hit, unlike) > 0 : fit(hit, lost) >= places.samePlace() / 2;
      if (like.isEmpty() && opposite) {
        object(hit, "the evidence says the opposite");
      } else if (Surroundings.fitsBetter(fit(hit, lost), fit(hit, like) + places.samePlace() - 1)) {
        object(hit, "the evidence says the opposite of this");
      }
    }
  }

  private double fit(FactLexicon.Hit hit, List<FactLexicon.Hit> places) {
    Surroundings here = Surroundings.of(sentence, lexicon, hit.from(), hit.to());
    return places.stream()
        .mapToDouble(
            place -> here.shared(Surroundings.of(evidence, lexicon, place.from(), place.to())))
        .max()
        .orElse(0);
  }

  /** Whether "rejected" stands for "did not approve", or the other way round. */
  private boolean isDenial(FactLexicon.Hit hit) {
    List<FactLexicon.Hit> opposites =
        lexicon.hits("opposed", evidence).stream().filter(other -> areOpposed(hit, other)).toList();
    return !opposites.isEmpty()
        && (!lexicon.knows("lethal", sentence, hit.from()) || isDenied(sentence, hit))
        && isDenied(sentence, hit)
            != opposites.stream().allMatch(other -> isDenied(evidence, other));
  }

  private boolean isDenied(TokenizedText passage, FactLexicon.Hit hit) {
    for (int i = Math.max(0, hit.from() - DENIAL_REACH); i < hit.from(); i++) {
      if (lexicon.knows("negators", passage, i)
          && passage.word(i).clause() == passage.word(hit.from()).clause()) {
        return true;
      }
    }
    return false;
  }

  /** The two sides of a pair are neighbours in the list, the first of them even. */
  private static boolean areOpposed(FactLexicon.Hit one, FactLexicon.Hit other) {
    return one.groups().stream().anyMatch(group -> other.groups().contains(group ^ 1));
  }

  private void object(FactLexicon.Hit hit, String why) {
    object(Kind.STATUS, sentence.slice(hit.from(), hit.to()), why);
  }
}
