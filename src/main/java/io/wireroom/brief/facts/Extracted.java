package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a sentence is made of words of a text in their order, as the local engine makes its
 * sentences, so that it can be trusted without knowing the language: words may be left out, none
 * added, none changed. Works in every language.
 */
public final class Extracted {

  /**
   * A word with its inner marks, or one character of a script that puts no spaces. The marks are
   * bounded: Java's matcher recurses for each.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]"
              + "|[\\p{L}\\p{M}\\p{N}]+(?:(?:['\u2019\u00b4\u05f4\u05f3\u00b7-]|(?<=\\p{N})[.,:](?=\\p{N}))"
              + "[\\p{L}\\p{M}\\p{N}]+){0,20}|[%\u2030$\u00a3\u20ac\u00a5\u20b9\u20bd+\u2212]");

  /** Words for no, and for hedges, that must not be the ones left out. */
  private static final Set<String> PIVOTAL =
      words(
              "not no never none neither nor without n't nicht kein keine keinen keinem keiner nie"
                  + " niemals ohne angeblich mutma\u00dflich ne pas jamais aucun aucune sans non ni"
                  + " nunca jam\u00e1s ning\u00fan ninguna sin presunto presunta mai nessun nessuna"
                  + " senza presunta n\u00e3o nem nenhum nenhuma sem niet geen nooit zonder"
                  + " vermeend inte aldrig ikke aldri ei nie bez nem \u043d\u0435 \u043d\u0438"
                  + " \u043d\u0435\u0442 \u0431\u0435\u0437 \u043d\u0456 \u05dc\u05d0"
                  + " \u05d0\u05d9\u05df \u0644\u0627 \u0644\u0645 \u0644\u0646 \u0644\u064a\u0633"
                  + " de\u011fil hay\u0131r \u4e0d \u6ca1 \u672a \u65e0 \u975e \u7121 \u6c92 \u306a"
                  + " alleged allegedly reportedly suspected")
          .stream()
          .collect(Collectors.toUnmodifiableSet());

  private Extracted() {}

  /**
   * The sentence's words that are missing in the text, or stand there in another order; none if all
   * is well.
   */
  public static List<String> strangers(String sentence, String text) {
    List<String> source = words(text);
    List<String> strangers = new ArrayList<>();
    int at = 0;
    for (String word : words(sentence)) {
      int found = indexOf(source, word, at);
      if (found < 0) {
        strangers.add(word);
      } else {
        at = found + 1;
      }
    }
    return strangers;
  }

  /**
   * Words for no and hedges that lie between the sentence's words in the text and were left out.
   */
  static List<String> lostPivots(String sentence, String text) {
    List<String> source = words(text);
    List<String> said = words(sentence);
    List<Integer> best = List.of();
    for (int start = 0; start < source.size() && !said.isEmpty(); start++) {
      if (!source.get(start).equals(said.get(0))) {
        continue;
      }
      List<Integer> places = places(said, source, start);
      if (places.isEmpty()) {
        break;
      }
      best = best.isEmpty() || spread(places) < spread(best) ? places : best;
    }
    List<String> lost = new ArrayList<>();
    for (int i = 0; i + 1 < best.size(); i++) {
      for (String skipped : source.subList(best.get(i) + 1, best.get(i + 1))) {
        if (PIVOTAL.contains(skipped)) {
          lost.add(skipped);
        }
      }
    }
    return lost;
  }

  /** Where the words stand in the source, each after the one before; empty when not all do. */
  private static List<Integer> places(List<String> words, List<String> source, int start) {
    List<Integer> places = new ArrayList<>();
    int at = start;
    for (String word : words) {
      int found = indexOf(source, word, at);
      if (found < 0) {
        return List.of();
      }
      places.add(found);
      at = found + 1;
    }
    return places;
  }

  private static int spread(List<Integer> places) {
    return places.get(places.size() - 1) - places.get(0);
  }

  private static int indexOf(List<String> words, String word, int from) {
    for (int i = from; i < words.size(); i++) {
      if (words.get(i).equals(word)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(match -> match.group().toLowerCase(Locale.ROOT).replace('\u2019', '\''))
        .toList();
  }
}
