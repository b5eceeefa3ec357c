package io.wireroom.brief.rank;

import io.wireroom.bundle.Bundled;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of one language that sentences are read by. Lower case throughout; abbreviations
 * without their last full stop. The lists are resources, one per language, read when first asked
 * for.
 *
 * @param language BCP 47 primary subtag; {@code und} for the lists used when there are none
 * @param stop function words
 * @param titles abbreviations that never end a sentence, since a name or number follows
 * @param numbered abbreviations only where a number follows, else words of their own
 * @param abbreviations abbreviations that may end one
 * @param clock abbreviations after a time of day
 * @param zones time zones, which may follow those
 * @param months names of months, in full and short
 * @param days names of weekdays
 * @param refer words that point at something said before
 * @param speech verbs of saying, as they stand beside a speaker
 * @param openers adverbs and conjunctions that only link a sentence to the one before
 * @param furniture words of by-lines, credits and links; two of them make a sentence one
 * @param labels first words of a line that leads elsewhere, before its colon
 * @param bylines two words that follow a reporter's name
 * @param speakers pronouns that can have said something
 * @param personal pronouns of the writer
 * @param joins words that more must follow: "and", "the"
 * @param grammar what shortening needs; empty lists where only the common rules apply
 */
record Lexicon(
    String language,
    Set<String> stop,
    Set<String> titles,
    Set<String> numbered,
    Set<String> abbreviations,
    Set<String> clock,
    Set<String> zones,
    Set<String> months,
    Set<String> days,
    Set<String> refer,
    Set<String> speech,
    Set<String> openers,
    Set<String> furniture,
    Set<String> labels,
    Set<String> bylines,
    Set<String> speakers,
    Set<String> personal,
    Set<String> joins,
    Grammar grammar) {

  /** The languages with lists of their own. */
  static final Set<String> LANGUAGES =
      new LinkedHashSet<>(Arrays.asList("en", "de", "fr", "es", "it", "pt", "nl"));

  private static final String UNDETERMINED = "und";

  /** Characters that are enough to tell a language by. */
  private static final int SAMPLE = 1500;

  private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

  /**
   * @param language BCP 47 tag or primary subtag, in any case
   * @return its lists, or those for an undetermined language
   */
  static Lexicon of(String language) {
    String subtag = language.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "");
    return READ.computeIfAbsent(LANGUAGES.contains(subtag) ? subtag : UNDETERMINED, Lexicon::read);
  }

  /**
   * The lists of a text's language; told by its function words when the language is unknown.
   *
   * @param language BCP 47 tag, or {@code und}
   */
  static Lexicon forText(String language, String text) {
    if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).startsWith(UNDETERMINED)) {
      return of(language);
    }
    String[] words =
        text.substring(0, Math.min(SAMPLE, text.length()))
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}]+", -1);
    String best = UNDETERMINED;
    long most = words.length / 5;
    for (String candidate : LANGUAGES) {
      Set<String> stop = of(candidate).stop();
      long count = Arrays.stream(words).filter(w -> w.length() > 1 && stop.contains(w)).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return of(best);
  }

  private static Lexicon read(String language) {
    Properties lists = new Properties();
    try {
      lists.load(new StringReader(Bundled.text(Lexicon.class, language + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException("Word lists for " + language, e);
    }
    return new Lexicon(
        language,
        words(lists, "stop"),
        words(lists, "titles"),
        words(lists, "numbered"),
        words(lists, "abbreviations"),
        words(lists, "clock"),
        words(lists, "zones"),
        words(lists, "months"),
        words(lists, "days"),
        words(lists, "refer"),
        words(lists, "speech"),
        words(lists, "openers"),
        words(lists, "furniture"),
        words(lists, "labels"),
        words(lists, "bylines"),
        words(lists, "speakers"),
        words(lists, "personal"),
        words(lists, "joins"),
        new Grammar(
            words(lists, "finite"),
            words(lists, "presents"),
            words(lists, "bases"),
            words(lists, "plurals"),
            words(lists, "objects"),
            words(lists, "determiners"),
            words(lists, "tails"),
            words(lists, "leads"),
            words(lists, "scope"),
            words(lists, "measures"),
            words(lists, "expletives"),
            words(lists, "extraposed"),
            words(lists, "bare"),
            words(lists, "partitives"),
            words(lists, "elliptic"),
            words(lists, "places"),
            words(lists, "bodies"),
            words(lists, "answers"),
            words(lists, "pointers"),
            words(lists, "sources"),
            words(lists, "articles"),
            words(lists, "copulas")));
  }

  private static Set<String> words(Properties lists, String key) {
    return Arrays.stream(lists.getProperty(key, "").trim().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace('_', ' '))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Words that tell what may be left out of a sentence.
   *
   * @param finite finite verbs that are not also nouns
   * @param presents more present forms, which may be nouns too
   * @param bases verbs in the form that follows a plural
   * @param plurals plurals that don't end in s
   * @param objects what follows a past form that is the verb of its clause
   * @param determiners words that a noun phrase starts with
   * @param tails words that start a clause which may go from the end, after a comma
   * @param leads words that start a phrase which may go from the start, before a comma
   * @param scope words in a phrase that limit what the rest says; such a phrase stays
   * @param measures words that would be left hanging before a tail
   * @param expletives pronoun and next word, where the pronoun may stand for nothing
   * @param extraposed words of which one must follow "it is" when "it" stands for nothing
   * @param bare words that refer back when their verb follows at once
   * @param partitives pairs of words that count some out of what was named before: "of them"
   * @param elliptic pairs of words that have left their noun behind when a verb follows: "the
   *     first"
   * @param places words that start a phrase of place or time, whose names are no persons
   * @param bodies nouns of what speaks and is neither he nor she
   * @param answers words that answer a question, before a comma
   * @param pointers last words that point at a link or another place of the page
   * @param sources words that lead to who said so: "according to"
   * @param articles words of {@code refer} that are articles too
   * @param copulas verbs before which those are no articles
   */
  record Grammar(
      Set<String> finite,
      Set<String> presents,
      Set<String> bases,
      Set<String> plurals,
      Set<String> objects,
      Set<String> determiners,
      Set<String> tails,
      Set<String> leads,
      Set<String> scope,
      Set<String> measures,
      Set<String> expletives,
      Set<String> extraposed,
      Set<String> bare,
      Set<String> partitives,
      Set<String> elliptic,
      Set<String> places,
      Set<String> bodies,
      Set<String> answers,
      Set<String> pointers,
      Set<String> sources,
      Set<String> articles,
      Set<String> copulas) {}
}
