package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;
import opennlp.tools.stemmer.Stemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/**
 * Numbers the words of one text so that forms of the same word share a number. English uses
 * Porter's stemmer on words of more than three letters, as ROUGE does; languages without a stemmer
 * here keep their words as they are. Not thread-safe: one for each text.
 */
final class Stems {

  private static final int SHORT_WORD = 3;

  private static final Map<String, ALGORITHM> SNOWBALL =
      Map.of(
          "de", ALGORITHM.GERMAN,
          "fr", ALGORITHM.FRENCH,
          "es", ALGORITHM.SPANISH,
          "it", ALGORITHM.ITALIAN,
          "pt", ALGORITHM.PORTUGUESE,
          "nl", ALGORITHM.DUTCH);

  private final Map<String, Integer> byWord = new HashMap<>();
  private final Map<String, Integer> byStem = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Stemmer stemmer;

  Stems(String language) {
    ALGORITHM algorithm = SNOWBALL.get(language);
    if (language.equals("en")) {
      this.stemmer = new PorterStemmer();
    } else if (algorithm != null) {
      this.stemmer = new SnowballStemmer(algorithm);
    } else {
      this.stemmer = word -> word;
    }
  }

  /** The number of a word's stem, from 0 up in order of first use. */
  int of(String word) {
    Integer known = byWord.get(word);
    if (known == null) {
      String lower = word.toLowerCase(Locale.ROOT);
      String stem = lower.length() > SHORT_WORD ? stemmer.stem(lower).toString() : lower;
      known = byStem.get(stem);
      if (known == null) {
        known = texts.size();
        byStem.put(stem, known);
        texts.add(stem);
      }
      byWord.put(word, known);
    }
    return known;
  }

  /** The letters of a stem. */
  String text(int stem) {
    return texts.get(stem);
  }

  /** How many stems there are so far. */
  int count() {
    return texts.size();
  }
}
