package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds how certain a sentence is to how certain its evidence is: what may happen must not become
 * what will, what is planned must not become done, and what will happen must not become a chance.
 */
final class ModalFacts extends Check {

  /** Stems of verbs that say little: of "might come too late", the lateness is what counts. */
  private static final Set<String> LIGHT = Set.of("come", "becom", "prove", "get", "go", "take");

  /** Stems of verbs of thinking: what follows is what somebody expects. */
  private static final Set<String> OPINIONS = Set.of("reckon", "think", "expect", "believ", "hope");

  private static final int OPINION_REACH = 8;

  private final List<Modal> said;
  private final List<Modal> borne;

  ModalFacts(Claim claim) {
    super(claim);
    this.said = Modal.in(sentence, lexicon);
    this.borne = Modal.in(evidence, lexicon);
  }

  @Override
  void check() {
    added();
    lost();
  }

  private void added() {
    for (Modal modal : said) {
      if (!isBorne(modal)) {
        String what = sentence.slice(modal.hit().from(), modal.hit().to());
        object(Kind.STATUS, what, "the evidence does not put it so");
      }
    }
  }

  private void lost() {
    for (Modal modal : borne) {
      boolean denied = evidence.at(modal.hit().from() - 1, "not");
      if (modal.isHedge() && !denied && isAsserted(modal)) {
        String what = evidence.slice(modal.hit().from(), modal.hit().to());
        object(Kind.STATUS, what, "the sentence leaves this out");
      }
    }
  }

  private boolean isBorne(Modal modal) {
    String verb = modal.verb();
    if (modal.level() == Modal.WILL && isOpinion(modal.hit().from())) {
      return true;
    }
    List<Modal> same =
        borne.stream().filter(other -> !verb.isEmpty() && other.verb().equals(verb)).toList();
    if (same.isEmpty() && isHedgePutIn(modal)) {
      return false;
    }
    if (same.isEmpty()) {
      // Another word for it: then what the evidence puts otherwise must be the same otherwise.
      boolean weakerOnly =
          nearby.isAll()
              && modal.level() == Modal.WILL
              && !borne.isEmpty()
              && borne.stream().allMatch(other -> other.level() < Modal.PLAN)
              && borne.stream().anyMatch(this::isLost)
              && !evidence.contentStems().contains(verb);
      return !weakerOnly
          && borne.stream()
              .noneMatch(
                  other -> !fits(modal, other) && isLost(other) && isSamePlace(modal, other));
    }
    return same.stream().anyMatch(other -> fits(modal, other))
        || (borne.stream().anyMatch(other -> fits(modal, other))
            && same.stream().noneMatch(other -> isSameFrame(modal, other)))
        || same.stream().noneMatch(other -> isSamePlace(modal, other));
  }

  /** "Reckons that losses will reach": no more than that they are expected to. */
  private boolean isOpinion(int at) {
    for (int i = at - 1; i >= Math.max(0, at - OPINION_REACH); i--) {
      Word word = sentence.word(i);
      if (Speakers.STOPS.contains(word.text())) {
        return false;
      }
      if (OPINIONS.contains(word.stem())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence does without a modal of the evidence that stands where it speaks of. */
  private boolean isLost(Modal other) {
    return nearby.speaksOf(other.hit().from())
        && !sentence.has(evidence.word(other.hit().from()).lower());
  }

  /** Whether short evidence hedges nothing of this, and the sentence does: may, for is. */
  private boolean isHedgePutIn(Modal modal) {
    return nearby.isAll()
        && modal.level() == Modal.POSSIBLE
        && borne.stream().noneMatch(other -> other.isHedge() && nearby.speaksOf(other.hit().from()))
        && lexicon.hits("doubt", evidence).isEmpty()
        && lexicon.hits("open-ended", evidence).isEmpty();
  }

  private boolean isSameFrame(Modal modal, Modal other) {
    return places.isSameFrame(
        modal.hit().from(), modal.hit().to(), other.hit().from(), other.hit().to());
  }

  private boolean isSamePlace(Modal modal, Modal other) {
    return places.samePlace(modal.hit(), other.hit());
  }

  /** "Would" may report a plan. */
  private boolean fits(Modal modal, Modal other) {
    return modal.mayStandFor(other)
        || (sentence.at(modal.hit().from(), "would") && other.level() != Modal.POSSIBLE);
  }

  /** Whether the sentence says what the modal speaks of, and nothing that hedges it. */
  private boolean isAsserted(Modal modal) {
    Set<String> elsewhere = new HashSet<>();
    for (int i = 0; i < evidence.size(); i++) {
      if (i < modal.hit().to() || i >= modal.hit().to() + Modal.REACH) {
        elsewhere.add(evidence.word(i).stem());
      }
    }
    List<String> own = modal.stems().stream().filter(stem -> !elsewhere.contains(stem)).toList();
    long kept = own.stream().filter(sentence.contentStems()::contains).count();
    // Of a mere chance, in short evidence, the verb alone tells that it is the same.
    boolean light = LIGHT.contains(modal.verb());
    boolean chance = nearby.isAll() && modal.level() == Modal.POSSIBLE && !light;
    boolean plain =
        said.stream().noneMatch(other -> !chance || other.verb().equals(modal.verb()))
            && !sentence.has("if")
            && !sentence.has("should")
            && lexicon.hits("doubt", sentence).isEmpty();
    if (places.isLeftOut(modal.hit())) {
      return true;
    }
    return plain
        && nearby.isAll()
        && !own.isEmpty()
        && (chance || light || (kept > Math.min(1, own.size() - 1) && 2 * kept >= own.size()))
        && own.get(0).equals(modal.verb())
        && (sentence.contentStems().contains(modal.verb()) || (light && kept > 0));
  }
}
