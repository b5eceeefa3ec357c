package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what stands in quotation marks to the very words of the evidence: nobody is quoted with
 * what they did not say.
 */
final class QuotationFacts extends Check {

  private static final Pattern QUOTATION =
      Pattern.compile(
          "[\u201c\u201e](?<low>[^\u201c\u201d]+)[\u201c\u201d]|\"(?<straight>[^\"]+)\""
              + "|[\u00ab](?<angle>[^\u00bb]+)\u00bb"
              + "|(?<![\\p{L}\\d])[\u2018'](?<single>[^\u2018\u2019']+(?:['\u2019]\\p{L}+[^\u2018\u2019']*){0,20})"
              + "[\u2019'](?!\\p{L})");

  /** Where a writer left words out of a quotation, or put some in. */
  private static final Pattern GAP = Pattern.compile("\u2026|\\.\\.\\.|\\[[^\\]]*\\]");

  private static final String WHY = "the evidence does not have these words";

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}%$\u00a3\u20ac]+");

  QuotationFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    unborne(sentence.text(), nearby.whole().text())
        .forEach(quotation -> object(Kind.QUOTATION, quotation, WHY));
  }

  /** The same in a language of which the gate knows no words. */
  static List<Objection> inAnyLanguage(String sentence, String evidence) {
    return unborne(sentence, evidence).stream()
        .map(quotation -> new Objection(Kind.QUOTATION, quotation, WHY))
        .toList();
  }

  private static List<String> unborne(String sentence, String evidence) {
    String words = words(evidence);
    String joined = words(String.join(" ", quotations(evidence)));
    return quotations(sentence).stream()
        .filter(quotation -> !isBorne(quotation, words) && !isBorne(quotation, joined))
        .toList();
  }

  /** Whether all parts of a quotation stand in the evidence, word for word. */
  private static boolean isBorne(String quotation, String evidence) {
    for (String part : GAP.split(quotation, -1)) {
      if (!holds(evidence, words(part))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(String whole, String part) {
    return (" " + whole + " ").contains(" " + part + " ") || part.isEmpty();
  }

  private static List<String> quotations(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = QUOTATION.matcher(text);
    while (matcher.find()) {
      for (String group : List.of("low", "straight", "angle", "single")) {
        if (matcher.group(group) != null) {
          found.add(matcher.group(group));
        }
      }
    }
    return found;
  }

  private static String words(String text) {
    String plain = Tokenizer.fold(text.replace('\u2019', '\'')).replace("'ll ", " will ");
    return NOT_WORDS.matcher(plain).replaceAll(" ").strip();
  }
}
