package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds who is said to say something to short evidence: a critic or an analyst must be there, and
 * what stands between quotation marks must be said by one of those the sentence names before it.
 */
final class QuotedSpeakers extends Check {

  private static final String QUOTES = "\"\u201c\u201d";

  QuotedSpeakers(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    if (nearby.isAll()) {
      strangers();
      quoted();
      named();
    }
  }

  private void strangers() {
    for (int i = 0; i < sentence.size(); i++) {
      FactLexicon.Hit person = lexicon.at("strangers", sentence, i);
      // "Crew members", "the source of": no persons of their own.
      boolean part =
          (sentence.word(i).lower().startsWith("source") && sentence.at(i + 1, "of"))
              || (i > 0
                  && TokenizedText.isContent(sentence.word(i - 1))
                  && isIn(i - 1, 0, evidence.size()));
      if (!person.groups().isEmpty() && !part && !isIn(i, 0, evidence.size())) {
        object(Kind.ATTRIBUTION, sentence.word(i).text(), "the evidence has no such person");
      }
    }
  }

  private void quoted() {
    int open = mark(sentence, 0);
    int at = toldAt(open);
    List<Integer> persons = new ArrayList<>();
    for (int i = 0; i < open && at >= 0; i++) {
      if (sentence.word(i).capital() && !sentence.word(i).opens()) {
        return;
      }
      if (isPerson(i)) {
        persons.add(i);
      }
    }
    if (persons.isEmpty()) {
      return;
    }
    int told = evidence.sentences().at(at);
    int start = evidence.sentences().from(told);
    int end = evidence.sentences().to(told);
    if (persons.stream().noneMatch(i -> isIn(i, start, end)) && !pointsBack(start, end)) {
      object(persons.get(0));
    }
  }

  /**
   * Words between marks are said, in the evidence, by the first who has a name in their sentence:
   * the claim must name him, unless it names nobody.
   */
  private void named() {
    int at = toldAt(mark(sentence, 0));
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < sentence.size() && at >= 0; i++) {
      if (Name.isPart(sentence, lexicon, i)) {
        names.add(i);
      }
    }
    if (names.isEmpty()) {
      return;
    }
    int told = evidence.sentences().at(at);
    List<Word> said = firstName(evidence.sentences().from(told), evidence.sentences().to(told));
    boolean his =
        said.stream()
            .anyMatch(word -> names.stream().anyMatch(i -> sentence.word(i).is(word.lower())));
    if (!said.isEmpty() && !his) {
      object(names.get(0));
    }
  }

  /** Where the evidence has, between marks, what the sentence has behind its mark; -1 nowhere. */
  private int toldAt(int open) {
    for (int at = 0; at + 1 < evidence.size() && open >= 0 && open + 2 < sentence.size(); at++) {
      if (evidence.word(at).is(sentence.word(open + 1).lower())
          && evidence.word(at + 1).is(sentence.word(open + 2).lower())
          && marksBefore(at) % 2 == 1) {
        return at;
      }
    }
    return -1;
  }

  private void object(int speaker) {
    object(
        Kind.ATTRIBUTION, sentence.word(speaker).text(), "in the evidence somebody else says this");
  }

  /** The first name of a sentence; empty where a pronoun comes before it. */
  private List<Word> firstName(int from, int to) {
    List<Word> name = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Word word = evidence.word(i);
      if (name.isEmpty() && Speakers.PRONOUNS.contains(word.lower()) && marksBefore(i) % 2 == 0) {
        return List.of();
      }
      if (marksBefore(i) % 2 == 1) {
        continue;
      }
      if (Name.isPart(evidence, lexicon, i)) {
        name.add(word);
      } else if (!name.isEmpty()) {
        return name;
      }
    }
    return name;
  }

  private boolean isPerson(int i) {
    return lexicon.knows("people", sentence, i)
        || lexicon.knows("roles", sentence, i)
        || lexicon.knows("speakers", sentence, i)
        || lexicon.knows("strangers", sentence, i);
  }

  /** Whether a sentence names its speaker by a pronoun only. */
  private boolean pointsBack(int start, int end) {
    return evidence.words().subList(start, end).stream()
        .anyMatch(word -> Speakers.PRONOUNS.contains(word.lower()) && !word.is("it"));
  }

  /** Whether a stretch of the evidence has a word of the sentence, or one for the same people. */
  private boolean isIn(int i, int from, int to) {
    for (int at = from; at < to; at++) {
      if (sentence.word(i).stem().equals(evidence.word(at).stem())) {
        return true;
      }
      for (String section : List.of("people", "roles", "strangers", "speakers", "senses")) {
        FactLexicon.Hit here = lexicon.at(section, sentence, i);
        if (here.in(lexicon.at(section, evidence, at))) {
          return true;
        }
      }
    }
    return false;
  }

  private static int mark(TokenizedText passage, int from) {
    for (int i = from; i < passage.size(); i++) {
      if (QUOTES.contains(passage.word(i).text())) {
        return i;
      }
    }
    return -1;
  }

  private long marksBefore(int at) {
    return evidence.words().subList(0, at).stream()
        .filter(word -> QUOTES.contains(word.text()))
        .count();
  }
}
