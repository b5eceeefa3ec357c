package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what stands in quotation marks to the words that the evidence quotes. */
final class QuotationFacts {

  private static final Pattern QUOTATION =
      Pattern.compile(
          "[\u201c\u201e](?<low>[^\u201c\u201d]+)[\u201c\u201d]"
              + "|\"(?<straight>[^\"]+)\""
              + "|[\u00ab](?<angle>[^\u00bb]+)\u00bb"
              + "|(?<![\\p{L}\\d])[\u2018'](?<single>[^\u2018\u2019']+(?:['\u2019]\\p{L}+[^\u2018\u2019']*)*)"
              + "[\u2019'](?!\\p{L})");

  /** Where a writer left words out of a quotation, or put some in. */
  private static final Pattern GAP = Pattern.compile("\u2026|\\.\\.\\.|\\[[^\\]]*\\]");

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}%$\u00a3\u20ac]+");
  private static final Pattern ANY_MARK =
      Pattern.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\u2018]");

  private QuotationFacts() {}

  static List<Objection> check(String sentence, String evidence) {
    List<Objection> objections = new ArrayList<>();
    List<String> quoted = quotations(evidence).stream().map(QuotationFacts::words).toList();
    for (String quotation : quotations(sentence)) {
      if (!isBorne(quotation, quoted, evidence)) {
        objections.add(
            new Objection(Kind.QUOTATION, quotation, "the evidence does not quote these words"));
      }
    }
    return objections;
  }

  private static boolean isBorne(String quotation, List<String> quoted, String evidence) {
    // A span that begins or ends inside a longer quotation shows only one of its marks.
    boolean open = ANY_MARK.matcher(evidence).results().count() % 2 == 1 || quoted.isEmpty();
    String all = words(evidence);
    boolean marked = ANY_MARK.matcher(evidence).find();
    for (String part : GAP.split(quotation, -1)) {
      String words = words(part);
      boolean inQuotation = quoted.stream().anyMatch(whole -> holds(whole, words));
      if (!inQuotation && !(marked && open && holds(all, words))) {
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
    return NOT_WORDS.matcher(Passage.fold(text.replace('\u2019', '\''))).replaceAll(" ").strip();
  }
}
