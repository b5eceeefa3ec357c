package io.wireroom.brief.model;

import io.wireroom.brief.Claim;
import io.wireroom.brief.Evidence;
import io.wireroom.brief.Evidences;
import io.wireroom.brief.Instructions;
import io.wireroom.brief.facts.FactGate;
import io.wireroom.brief.facts.Objection.Kind;
import io.wireroom.brief.model.ModelAnswer.Draft;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides what of a model's answer may be published: a sentence that is plain text, in scripts the
 * article uses, with quotes that stand in the article, and that passes the fact gate on them.
 */
final class ModelClaims {

  private static final int MOST_TAKEAWAY = 240;
  private static final int MOST_SENTENCE = 600;
  private static final int MOST_OPINION = 1_200;
  private static final int LEAST_QUOTE = 8;

  /** What an opinion may not bring in: facts. That it judges is its purpose. */
  private static final Set<Kind> FACTS =
      EnumSet.of(
          Kind.NUMBER, Kind.AMOUNT, Kind.DATE, Kind.UNIT, Kind.NAME, Kind.QUOTATION, Kind.SUPPORT);

  private static final Pattern UNPRINTED =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\u200C\u200D]]");
  private static final Pattern MARKUP = Pattern.compile("[<>`\\[\\]{}|\\\\]|\\*\\*|__");
  private static final Pattern DOMAIN =
      Pattern.compile("\\b[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,6}\\.[a-z]{2,24}\\b");

  private final String masked;
  private final String language;
  private final Evidences evidences;
  private final Set<UnicodeScript> scripts;

  /**
   * @param text the article's text
   * @param masked the same with passages that speak to machines as spaces
   */
  ModelClaims(String text, String masked, String language) {
    this.masked = masked;
    this.language = language;
    this.evidences = Evidences.in(text);
    this.scripts = scripts(masked);
  }

  Optional<Claim> takeaway(Draft draft) {
    return claim(draft, MOST_TAKEAWAY);
  }

  Optional<Claim> sentence(Draft draft) {
    return claim(draft, MOST_SENTENCE);
  }

  /** The opinion, when it is plain text about this article and brings in no fact of its own. */
  Optional<String> opinion(String opinion) {
    String line = opinion.strip();
    boolean plain = line.lines().allMatch(this::isPlain) && line.length() <= MOST_OPINION;
    boolean factual =
        FactGate.check(line, List.of(masked), language).stream()
            .anyMatch(objection -> FACTS.contains(objection.kind()));
    return line.isEmpty() || !plain || factual ? Optional.empty() : Optional.of(line);
  }

  private Optional<Claim> claim(Draft draft, int most) {
    String line = draft.text().strip();
    if (line.isEmpty() || line.codePointCount(0, line.length()) > most || !isPlain(line)) {
      return Optional.empty();
    }
    List<Evidence> evidence = new ArrayList<>();
    for (String quote : draft.quotes()) {
      find(quote).ifPresent(evidence::add);
    }
    boolean proven =
        !evidence.isEmpty()
            && evidence.size() == draft.quotes().size()
            && FactGate.check(line, evidences.spans(evidence), language).isEmpty();
    return proven ? Optional.of(new Claim(line, evidence)) : Optional.empty();
  }

  /** Whether a line holds no link, mention, markup, unseen character or foreign script. */
  private boolean isPlain(String line) {
    return !UNPRINTED.matcher(line).find()
        && !MARKUP.matcher(line).find()
        && !Instructions.isIn(line)
        && DOMAIN.matcher(line).results().allMatch(match -> masked.contains(match.group()))
        && scripts.containsAll(scripts(line));
  }

  /** The quote's place in the article; models change quotation marks and white space. */
  private Optional<Evidence> find(String quote) {
    String words = quote.strip();
    if (words.length() < LEAST_QUOTE) {
      return Optional.empty();
    }
    int exact = masked.indexOf(words);
    if (exact >= 0) {
      return Optional.of(evidences.at(exact, exact + words.length()));
    }
    StringBuilder loose = new StringBuilder();
    for (String part : words.split("\\s+", -1)) {
      loose.append(loose.length() == 0 ? "" : "\\s+");
      part.codePoints().forEach(c -> loose.append(alike(c)));
    }
    Matcher matcher = Pattern.compile(loose.toString()).matcher(masked);
    return matcher.find()
        ? Optional.of(evidences.at(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  private static String alike(int c) {
    if ("\"\u201c\u201d\u201e\u00ab\u00bb".indexOf(c) >= 0) {
      return "[\"\u201c\u201d\u201e\u00ab\u00bb]";
    }
    if ("'\u2018\u2019".indexOf(c) >= 0) {
      return "['\u2018\u2019]";
    }
    return "-\u2010\u2011\u2013\u2014".indexOf(c) >= 0
        ? "[-\u2010\u2011\u2013\u2014]"
        : Pattern.quote(Character.toString(c));
  }

  private static Set<UnicodeScript> scripts(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .collect(Collectors.toCollection(() -> EnumSet.of(UnicodeScript.COMMON)));
  }

  /** SHA-256 of the article's text. */
  String textHash() {
    return evidences.articleHash();
  }
}
