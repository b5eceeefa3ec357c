package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds "X said" in a sentence to a long evidence: the same speaker must speak there. In short
 * evidence {@link ParticipantFacts} tell who speaks.
 */
final class AttributionFacts extends Check {

  /** How many words of the evidence may be its subject. */
  private static final int SUBJECT_WORDS = 6;

  /** Stems of words that stand for whoever speaks in the evidence. */
  private static final Set<String> ANYBODY =
      TokenizedText.of(
              "company firm business spokesman spokeswoman spokesperson statement report study"
                  + " researcher scientist author")
          .contentStems();

  private final SpeechVerbs speech;

  AttributionFacts(Claim claim) {
    super(claim);
    this.speech = new SpeechVerbs(sentence);
  }

  @Override
  void check() {
    if (!nearby.isAll()) {
      speakers();
    }
  }

  /** "Ida Renn, the team's leader, said": who stands before the commas may speak as well. */
  private boolean speaksBefore(FactLexicon.Hit verb, List<Word> speaker, Set<String> there) {
    if (speaker.get(0).start() > sentence.word(verb.from()).start()) {
      return false;
    }
    int clause = speaker.get(0).clause();
    List<Word> before =
        sentence.words().stream()
            .filter(word -> word.clause() < clause && word.clause() >= clause - 2)
            .filter(word -> word.capital() && !word.opens())
            .toList();
    return !before.isEmpty()
        && sentence.words().stream()
            .anyMatch(
                word -> word.is(",") && word.clause() <= clause && word.clause() >= clause - 1)
        && before.stream().allMatch(word -> there.contains(word.stem()));
  }

  /** "…, says administrator Otto Kern": after a comma the speaker may follow the verb. */
  private boolean speaksBehind(FactLexicon.Hit verb, Set<String> there) {
    if (!sentence.at(verb.from() - 1, ",") || sentence.at(verb.to(), "that")) {
      return false;
    }
    List<Word> behind = Speakers.behind(sentence, verb);
    return !behind.isEmpty() && speaks(behind, there);
  }

  /** "His lawyer" for "his attorney". */
  private boolean isSynonym(Word head) {
    FactLexicon.Hit role = lexicon.at("people", sentence, sentence.words().indexOf(head));
    return lexicon.hits("people", evidence).stream().anyMatch(role::in);
  }

  private void speakers() {
    Set<String> there = new HashSet<>();
    List<FactLexicon.Hit> verbs = SpeechVerbs.in(evidence, lexicon);
    verbs.addAll(lexicon.hits("say-wide", evidence));
    for (FactLexicon.Hit verb : verbs) {
      there.addAll(Speakers.candidates(evidence, verb));
    }
    if (verbs.isEmpty()) {
      there.addAll(subject());
    }
    for (FactLexicon.Hit verb : SpeechVerbs.in(sentence, lexicon)) {
      List<Word> speaker = Speakers.inSentence(sentence, verb);
      if (!speaker.isEmpty()
          && speech.isReport(verb)
          && !speech.isNoun(verb)
          && !speech.isPromiseOfFuture(verb, evidence)
          && !speaks(speaker, there)
          && !speaksBehind(verb, there)
          && !speaksBefore(verb, speaker, there)
          && !isNamedElsewhere(speaker, verbs)) {
        object(
            Kind.ATTRIBUTION,
            speaker.stream().map(Word::text).collect(Collectors.joining(" ")),
            there.isEmpty()
                ? "the evidence attributes nothing to anybody"
                : "in the evidence somebody else says it");
      }
    }
  }

  /** Who the evidence begins with: "Police are treating it as" is as good as "police say". */
  private Set<String> subject() {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < Math.min(evidence.size(), SUBJECT_WORDS); i++) {
      words.add(Speakers.key(evidence.word(i)));
    }
    return words;
  }

  /**
   * Whether the evidence may have this speaker: all parts of the name, or the noun it ends with.
   */
  private boolean speaks(List<Word> speaker, Set<String> there) {
    Word head = speaker.get(speaker.size() - 1);
    boolean anybody = speaker.size() == 1 && ANYBODY.contains(head.stem());
    // "He said" in the evidence: whoever it names may be meant.
    boolean somebody =
        Speakers.PRONOUNS.stream().anyMatch(there::contains)
            && evidence.contentStems().contains(head.stem());
    if (anybody
        || somebody
        || speaker.stream().anyMatch(word -> Speakers.PRONOUNS.contains(word.lower()))) {
      return !there.isEmpty();
    }
    List<Word> names = speaker.stream().filter(word -> word.capital() && !word.opens()).toList();
    if (names.isEmpty()) {
      return there.contains(head.stem())
          || speaker.stream().anyMatch(word -> lexicon.has("people", word) && isSynonym(word));
    }
    // Initials are held to the evidence by the check of names.
    return names.stream()
        .allMatch(
            name ->
                there.contains(name.stem())
                    || name.text().equals(name.text().toUpperCase(Locale.ROOT)));
  }

  /**
   * Whether a long evidence has the speaker in another part, and in this part nobody else speaks
   * who has a name: "He said" there, and his name before.
   */
  private boolean isNamedElsewhere(List<Word> speaker, List<FactLexicon.Hit> verbs) {
    boolean anotherSpeaks =
        verbs.stream()
            .flatMap(verb -> Speakers.words(evidence, verb).stream())
            .anyMatch(
                word ->
                    word.capital()
                        && !CommonWords.isCommon(word, lexicon)
                        && !sentence.has(word.lower()));
    Word head = speaker.get(speaker.size() - 1);
    boolean named = speaker.stream().anyMatch(word -> word.capital() && !word.opens());
    return named
        ? !anotherSpeaks
            && speaker.stream()
                .filter(Word::capital)
                .allMatch(word -> nearby.wide().has(word.lower()))
        : nearby.whole().contentStems().contains(head.stem()) || lexicon.has("people", head);
  }
}
