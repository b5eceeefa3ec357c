package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Participant.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds who speaks in a sentence and who else has a name there, each with the part of it that is to
 * be held to them.
 */
final class Participants {

  /** Stems of what somebody thinks: "in the opinion of". */
  private static final Set<String> VIEWS =
      TokenizedText.of(
              "opinion view words judgement judgment estimate estimation reckoning account belief"
                  + " assessment eyes")
          .contentStems();

  private static final Set<String> DO = Set.of("do", "does", "did");

  /** After these, a name only says where, or of what. */
  private static final Set<String> PLACES =
      Set.of("in", "at", "near", "from", "outside", "off", "across", "through", "to", "of");

  private final TokenizedText sentence;
  private final FactLexicon lexicon;
  private final Set<Integer> dates;
  private final List<Name> names;
  private final Subjects subjects;
  private final SentenceParts parts;
  private final Set<Name> speaking = new HashSet<>();
  private final List<Participant> found = new ArrayList<>();

  private Participants(TokenizedText sentence, FactLexicon lexicon, Set<Integer> dates) {
    this.sentence = sentence;
    this.lexicon = lexicon;
    this.dates = dates;
    this.names = Name.in(sentence, lexicon, dates);
    this.subjects = new Subjects(sentence, lexicon, names);
    this.parts = new SentenceParts(sentence);
  }

  /**
   * @param dates indexes of the words of the sentence that are part of a date
   */
  static List<Participant> in(TokenizedText sentence, FactLexicon lexicon, Set<Integer> dates) {
    Participants participants = new Participants(sentence, lexicon, dates);
    participants.speakers();
    participants.thinkers();
    participants.others();
    return participants.found;
  }

  private void speakers() {
    SpeechVerbs speech = new SpeechVerbs(sentence);
    List<FactLexicon.Hit> verbs = SpeechVerbs.in(sentence, lexicon);
    verbs.addAll(lexicon.hits("say-act", sentence));
    for (FactLexicon.Hit verb : verbs) {
      // ", arguing that": the sentence's own subject does.
      boolean participle =
          sentence.at(verb.from() - 1, ",")
              && sentence.word(verb.from()).lower().endsWith("ing")
              && !sentence.at(verb.from(), "according");
      boolean report = (speech.isReport(verb) || isDenied(verb)) && !speech.isNoun(verb);
      // Whoever promises that something will be may do it in the evidence: then the name is held.
      if (report && !speech.isPromiseOfFuture(verb, sentence) && !participle) {
        speaker(verb);
      }
    }
  }

  /** "Does not think": a report as well. */
  private boolean isDenied(FactLexicon.Hit verb) {
    return verb.from() >= 2
        && sentence.at(verb.from() - 1, "not")
        && DO.contains(sentence.word(verb.from() - 2).lower());
  }

  private void speaker(FactLexicon.Hit verb) {
    NavigableSet<Integer> heads = subjects.of(verb);
    if (heads.isEmpty()
        || dates.contains(heads.last())
        || sentence.word(heads.last()).isNumber()
        || Speakers.PRONOUNS.contains(sentence.word(heads.last()).lower())
        || lexicon.knows("say-act", sentence, heads.last())) {
      return;
    }
    NavigableSet<Integer> words = new TreeSet<>(heads);
    for (int i = Math.min(verb.from(), heads.last()); i < Math.max(verb.to(), heads.last()); i++) {
      words.add(i);
    }
    Optional<Name> name =
        names.stream()
            .filter(one -> one.words().contains(heads.last()))
            .findFirst()
            .or(
                () ->
                    names.stream()
                        .filter(one -> one.described(sentence).contains(heads.last()))
                        .findFirst());
    if (name.isPresent()) {
      speaking.add(name.get());
      words.addAll(name.get().described(sentence));
      add(name.get().words(), words, verb);
      return;
    }
    // "The actors' guild": the actors are no part of what it says.
    for (int i = heads.first() - 1; i >= 0 && isPartOfNoun(i); i--) {
      words.add(i);
    }
    add(new TreeSet<>(Set.of(heads.last())), words, verb);
  }

  private boolean isPartOfNoun(int i) {
    return TokenizedText.isContent(sentence.word(i))
        || sentence.at(i, "'")
        || sentence.at(i, "\u2019");
  }

  private void add(NavigableSet<Integer> heads, Set<Integer> words, FactLexicon.Hit verb) {
    Role role = lexicon.knows("say-act", sentence, verb.from()) ? Role.HOLDS : Role.SAYS;
    int start = parts.from(heads.first());
    int end = parts.to(heads.first());
    // "…, the minister said", "… told analysts"
    boolean closes = verb.to() + 1 >= end || sentence.at(verb.to(), ",");
    boolean behind = heads.first() > verb.from() || closes;
    found.add(
        verb.from() > start && behind
            ? new Participant(
                heads,
                words,
                parts.fromStop(heads.first()),
                Math.min(end, Math.max(heads.first(), verb.to()) + 1),
                role)
            : new Participant(heads, words, Math.min(heads.first(), verb.from()), end, role));
  }

  /** "In the opinion of the agriculture secretary": as good as that she says so. */
  private void thinkers() {
    for (int i = 0; i + 1 < sentence.size(); i++) {
      if (VIEWS.contains(sentence.word(i).stem()) && sentence.at(i + 1, "of")) {
        thinker(i);
      }
    }
  }

  private void thinker(int view) {
    NavigableSet<Integer> who = new TreeSet<>();
    for (int i = view + 2; i < sentence.size() && sentence.word(i).isWord(); i++) {
      if (TokenizedText.isContent(sentence.word(i))) {
        who.add(i);
      }
    }
    if (who.isEmpty()) {
      return;
    }
    NavigableSet<Integer> words = new TreeSet<>(who);
    words.add(view);
    NavigableSet<Integer> heads = new TreeSet<>(Set.of(who.last()));
    for (Name name : names) {
      if (name.words().stream().anyMatch(who::contains) && speaking.add(name)) {
        heads = name.words();
        words.addAll(name.described(sentence));
        break;
      }
    }
    found.add(new Participant(heads, words, parts.from(view), parts.to(view), Role.HOLDS));
  }

  private void others() {
    for (Name name : names) {
      boolean place = name.from() > 0 && PLACES.contains(sentence.word(name.from() - 1).lower());
      // "The R5" is a model, whoever is meant by it.
      boolean model =
          name.words().stream()
              .anyMatch(i -> sentence.word(i).lower().chars().anyMatch(Character::isDigit));
      if (!speaking.contains(name) && !place && !model && !name.isPossessive(sentence)) {
        found.add(
            new Participant(
                name.words(),
                name.described(sentence),
                parts.from(name.from()),
                parts.to(name.from()),
                Role.NAMED));
      }
    }
  }
}
