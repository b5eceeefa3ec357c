package io.wireroom.brief.rank;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the dateline of a news report: where it was filed, when, and by which agency, before the
 * first sentence. As in {@code WASHINGTON (Reuters) - }, {@code London (CNN)}, {@code PARIS, May 3
 * (AFP) — } or {@code Berlin (dpa) – }.
 */
final class Dateline {

  private static final String PLACE =
      "(?:\\p{Lu}[\\p{L}.'’-]*(?:["
          + " /](?:\\p{Lu}[\\p{L}.'’-]*|de|la|el|del|do|am|d'|\\d{1,2}\\.?))*)";

  /** Words in brackets may stand for the agency when they are short and a capital leads. */
  private static final Pattern WITH_AGENCY =
      Pattern.compile(
          "(?:"
              + PLACE
              + "(?:,? [\\p{L}\\d.]{1,12}){0,4}(?:, "
              + PLACE
              + ")?(?:, [\\p{L}\\d. ]{1,20})?\\s*)?"
              + "\\((?:\\p{Lu}[\\p{L} ./&-]{1,24}|dpa|dapd|afp|epd|kna|sid|efe)\\)"
              + "\\s*(?:\\.?\\s*(?:--|[-–—])|:)?\\s*");

  /** The same in scripts without capitals; the dash tells it from a sentence with brackets. */
  private static final Pattern CASELESS =
      Pattern.compile("[\\p{Lo}\\p{M} ]{2,40}?[(（][\\p{Lo}\\p{M} ]{2,24}[)）]\\s*(?:--|[-–—])\\s*");

  /** Without an agency a place must be in capitals and a dash must follow. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "\\p{Lu}{3}[\\p{Lu} .'’-]*(?:, [\\p{L}\\d. ]{2,24}){0,2}\\s+(?:--|[–—-])\\s+");

  /** A town and the short form of its state: {@code Dekalb, Ill. — }. */
  private static final Pattern STATE =
      Pattern.compile(PLACE + ", \\p{Lu}\\p{L}{1,5}\\. ?(?:--|[–—-])\\s+");

  /** As some Asian papers set it: {@code NEW DELHI: }; at the start of the whole text only. */
  private static final Pattern COLON = Pattern.compile("\\p{Lu}{3}[\\p{Lu} .'’-]*:\\s+");

  /** What is left of a dateline whose place went missing. */
  private static final Pattern DASH = Pattern.compile("(?:--|[–—-])\\s+");

  private static final List<Pattern> ANYWHERE =
      List.of(WITH_AGENCY, CASELESS, CAPITALS, STATE, DASH);
  private static final List<Pattern> AT_THE_TOP =
      List.of(WITH_AGENCY, CASELESS, CAPITALS, STATE, COLON, DASH);

  private static final int LONGEST = 80;

  private Dateline() {}

  /**
   * @param start where the text's or block's first sentence starts
   * @param end where it ends
   * @return where what it says starts: {@code start} when there is no dateline
   */
  static int skip(String text, int start, int end) {
    int limit = Math.min(end, start + LONGEST);
    for (Pattern form : start == 0 ? AT_THE_TOP : ANYWHERE) {
      Matcher dateline = form.matcher(text).region(start, limit);
      if (dateline.lookingAt() && saysMore(text, dateline.end(), end)) {
        return dateline.end();
      }
    }
    return start;
  }

  /**
   * Whether the full stop before {@code dash} is that of a state, so that no sentence ends there.
   */
  static boolean endsWithState(String text, int start, int dash) {
    return dash - start < LONGEST
        && "–—-".indexOf(text.charAt(dash)) >= 0
        && STATE.matcher(text).region(start, Math.min(text.length(), dash + LONGEST)).lookingAt();
  }

  /** A dateline is followed by a sentence: a capital, a digit or a quotation, and some length. */
  private static boolean saysMore(String text, int from, int end) {
    if (end - from < 20) {
      return false;
    }
    char first = text.charAt(from);
    return Character.isUpperCase(first)
        || Character.isDigit(first)
        || FullStop.isOpener(first)
        || Character.isLetter(first) && !Character.isLowerCase(first);
  }
}
