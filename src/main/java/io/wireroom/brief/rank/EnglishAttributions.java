package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who said so in an English sentence: at its start, in its middle, at its end, and on what
 * occasion it was said.
 */
final class EnglishAttributions {

  private static final String NAME = "(?:[A-Z][\\w.'’-]*|[a-z][\\w'’-]*)";
  private static final String SAID =
      "(?:said|says|added|told|tells|reported|wrote|noted|explained)";

  /** A part that only says who said so. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?:according to .+"
              + "|(?:"
              + NAME
              + " ){1,7}"
              + SAID
              + "(?: "
              + NAME
              + "){0,6}"
              + "|(?:said|says|added) (?:[A-Z]|the |a |an )[^,;]*)");

  /** "Police said that …" at the start of a sentence. */
  private static final Pattern LEADING_SAID =
      Pattern.compile(
          "((?:"
              + NAME
              + " ){1,6}?)(?:said|says|reported|announced|confirmed)"
              + "(?: (?:on )?"
              + EnglishWeekdays.DAY
              + ")?(?: (?:morning|afternoon|evening|night))?"
              + "( that)? (?=([\\w$£€]+))");

  /** A side in a dispute: what it says is a charge until a court has spoken. */
  private static final Set<String> SIDES =
      Set.of(
          "suit",
          "lawsuit",
          "lawsuits",
          "complaint",
          "complaints",
          "indictment",
          "affidavit",
          "prosecutor",
          "prosecutors",
          "lawyer",
          "lawyers",
          "attorney",
          "attorneys",
          "plaintiff",
          "plaintiffs",
          "accuser",
          "accusers",
          "defense",
          "documents",
          "filing",
          "filings",
          "petition",
          "warrant",
          "critics",
          "opponents",
          "activists",
          "rebels",
          "militants");

  private static final Pattern OCCASION =
      Pattern.compile(
          " (?:in (?:a|an|his|her|their|its) (?:\\w+ ){0,2}(?:statement|release|interview|tweet"
              + "|post|email|e-mail|speech|blog post|press conference|news conference)"
              + "|at a (?:press|news) conference|to reporters)(?: with [A-Z]\\w+| to [A-Z]\\w+)?"
              + "(?=[,.;]|$| that | (?:on )?"
              + EnglishWeekdays.DAY
              + ")");

  private final EnglishSentence s;

  EnglishAttributions(EnglishSentence sentence) {
    this.s = sentence;
  }

  void addTo(List<Cut> cuts) {
    // A quotation must keep its speaker.
    if (s.clauses.quotes) {
      return;
    }
    leading(cuts);
    for (int i = s.first + 1; i < s.parts(); i++) {
      trailing(i, cuts);
    }
    Matcher occasion = OCCASION.matcher(s.text).region(s.body, s.clauses.bodyEnd);
    while (occasion.find()) {
      cuts.add(new Cut(occasion.start(), occasion.end(), Cut.Kind.OCCASION));
    }
  }

  /** "Police said Monday that the …"; not when a pronoun would then stand first. */
  private void leading(List<Cut> cuts) {
    Matcher said = LEADING_SAID.matcher(s.text).region(s.body, s.part(s.first).to());
    if (!said.lookingAt()) {
      return;
    }
    String next = said.group(3).toLowerCase(Locale.ROOT);
    String[] speaker = s.words(s.body, said.end(1));
    boolean names =
        !takesSides(speaker)
            && !s.grammar.leads().contains(speaker[0])
            && !s.anyOf(s.grammar.scope(), speaker);
    if (names
        && !s.lexicon.refer().contains(next)
        && !s.lexicon.days().contains(next)
        && s.startsClause(said.end())) {
      cuts.add(new Cut(s.body, said.end(), Cut.Kind.ATTRIBUTION));
    }
  }

  /** ", police said" at the end, or with a comma after it. */
  private void trailing(int i, List<Cut> cuts) {
    Clauses.Part part = s.part(i);
    String[] words = s.words(i);
    if (part.before() != ','
        || s.anyOf(s.grammar.scope(), words)
        || words.length == 0
        || takesSides(words)
        || words[0].equals("said") && s.finiteIn(List.of(words))
        || !ATTRIBUTION.matcher(s.raw(i)).matches()) {
      return;
    }
    boolean last = i == s.parts() - 1;
    boolean saidFirst = words[0].equals("said") || words[0].equals("according");
    if (last || saidFirst && restIsApposition(i + 1)) {
      if (s.finiteBefore(i)) {
        cuts.add(new Cut(part.markAt(), s.clauses.bodyEnd, Cut.Kind.ATTRIBUTION));
      }
    } else if (s.part(i + 1).before() == ',' && !(saidFirst && describes(i + 1))) {
      cuts.add(new Cut(part.markAt(), s.part(i + 1).from(), Cut.Kind.ATTRIBUTION));
    }
  }

  static boolean takesSides(String[] words) {
    return Arrays.stream(words).anyMatch(SIDES::contains);
  }

  /** ", a police official in the north,": it would hang in the air without the speaker. */
  private boolean describes(int i) {
    String[] words = s.words(i);
    return words.length > 0
        && s.grammar.determiners().contains(words[0])
        && !s.finiteIn(List.of(words));
  }

  private boolean restIsApposition(int from) {
    for (int i = from; i < s.parts(); i++) {
      if (s.part(i).before() != ',' || s.finiteIn(List.of(s.words(i)))) {
        return false;
      }
    }
    return true;
  }
}
