package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where the sentences of a passage begin and end. A fact proves something only beside what it is
 * told with, so most checks ask in which sentence a word stands: here all get the same answer.
 *
 * @param starts indexes of their first words, ascending; empty when the passage has no words
 * @param size how many words the passage has
 */
record Sentences(List<Integer> starts, int size) {

  Sentences {
    starts = List.copyOf(starts);
  }

  static Sentences of(List<Word> words) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean first =
          i == 0
              || !words.get(i - 1).opens()
              || Tokenizer.SENTENCE_ENDS.contains(words.get(i - 1).text());
      if (i == 0 || (words.get(i).opens() && first)) {
        starts.add(i);
      }
    }
    return new Sentences(starts, words.size());
  }

  /** The same, with the parts that a mark divides them into as sentences of their own. */
  Sentences dividedAt(String mark, TokenizedText passage) {
    TreeSet<Integer> parts = new TreeSet<>(starts);
    for (int i = 0; i + 1 < size; i++) {
      if (passage.at(i, mark)) {
        parts.add(i + 1);
      }
    }
    return new Sentences(List.copyOf(parts), size);
  }

  int count() {
    return starts.size();
  }

  /** Index of the first word of a sentence. */
  int from(int sentence) {
    return starts.get(sentence);
  }

  /** One past the last word of a sentence. */
  int to(int sentence) {
    return sentence + 1 < starts.size() ? starts.get(sentence + 1) : size;
  }

  /** The sentence that a word is in. */
  int at(int word) {
    int sentence = starts.size() - 1;
    while (sentence > 0 && starts.get(sentence) > word) {
      sentence--;
    }
    return sentence;
  }
}
