package io.wireroom.subscribe;

import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions on a brief; one that is empty is always met. Phrases are looked for in the headline,
 * the teaser, the takeaways and the summary; see {@link Phrase} for what counts as found. Cases
 * never matter. Thread-safe.
 */
public final class Filter {

  /** Meets every brief. */
  public static final Filter ALL =
      new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private final Set<String> tags;
  private final List<Phrase> any;
  private final List<Phrase> all;
  private final List<Phrase> none;
  private final Set<String> sources;
  private final Set<String> languages;

  /**
   * @param tags the brief has at least one of them
   * @param any its text has at least one of these phrases
   * @param all its text has all of these phrases
   * @param none its text has none of these phrases
   * @param sources it comes from one of these sources (ids)
   * @param languages it is in one of these languages (BCP 47 primary subtags)
   */
  public Filter(
      List<String> tags,
      List<String> any,
      List<String> all,
      List<String> none,
      List<String> sources,
      List<String> languages) {
    this.tags = folded(tags);
    this.any = any.stream().map(Phrase::new).toList();
    this.all = all.stream().map(Phrase::new).toList();
    this.none = none.stream().map(Phrase::new).toList();
    this.sources = Set.copyOf(sources);
    this.languages = folded(languages);
  }

  /** Whether the brief meets every condition. */
  public boolean matches(Brief brief) {
    return judge(brief).stream().allMatch(Judgement::met);
  }

  /** Why the brief meets the conditions, or which of them it does not meet; one line. */
  public String explain(Brief brief) {
    List<Judgement> judgements = judge(brief);
    if (judgements.isEmpty()) {
      return "matches: takes every brief";
    }
    boolean met = judgements.stream().allMatch(Judgement::met);
    return (met ? "matches: " : "does not match: ")
        + judgements.stream()
            .filter(judgement -> judgement.met == met)
            .map(Judgement::reason)
            .collect(Collectors.joining("; "));
  }

  /**
   * The same text for filters that let the same briefs through, in whatever order they are written.
   */
  public String canonical() {
    return Stream.of(tags, folded(any), folded(all), folded(none), sources, languages)
        .map(words -> String.join("\u001f", new TreeSet<>(words)))
        .collect(Collectors.joining("\u001e"));
  }

  private List<Judgement> judge(Brief brief) {
    List<Judgement> judgements = new ArrayList<>();
    Brief.Origin origin = brief.origin();
    if (!sources.isEmpty()) {
      boolean met = sources.contains(origin.sourceId());
      judgements.add(new Judgement(met, "it comes from the source " + origin.sourceId()));
    }
    if (!languages.isEmpty()) {
      boolean met = languages.contains(folded(origin.language()));
      judgements.add(new Judgement(met, "its language is " + origin.language()));
    }
    if (!tags.isEmpty()) {
      judgements.add(judgeTags(origin.tags()));
    }
    if (!any.isEmpty() || !all.isEmpty() || !none.isEmpty()) {
      judgePhrases(Phrase.plain(text(brief)), judgements);
    }
    return judgements;
  }

  private Judgement judgeTags(List<String> its) {
    List<String> shared = its.stream().filter(tag -> tags.contains(folded(tag))).toList();
    return shared.isEmpty()
        ? new Judgement(
            false, "it has none of the tags " + list(tags) + " (it has " + list(its) + ")")
        : new Judgement(true, "it has the tag " + list(shared));
  }

  private void judgePhrases(String text, List<Judgement> judgements) {
    List<Phrase> foundAny = found(any, text);
    if (!any.isEmpty()) {
      judgements.add(
          foundAny.isEmpty()
              ? new Judgement(false, "it says none of " + quoted(any))
              : new Judgement(true, "it says " + quoted(foundAny)));
    }
    if (!all.isEmpty()) {
      List<Phrase> lacking = all.stream().filter(phrase -> !phrase.in(text)).toList();
      judgements.add(
          lacking.isEmpty()
              ? new Judgement(true, "it says " + quoted(all))
              : new Judgement(false, "it does not say " + quoted(lacking)));
    }
    List<Phrase> unwanted = found(none, text);
    if (!none.isEmpty()) {
      judgements.add(
          unwanted.isEmpty()
              ? new Judgement(true, "it does not say " + quoted(none))
              : new Judgement(false, "it says " + quoted(unwanted)));
    }
  }

  private static List<Phrase> found(List<Phrase> phrases, String text) {
    return phrases.stream().filter(phrase -> phrase.in(text)).toList();
  }

  /** All that can be read in a brief; a bar keeps phrases from spanning two parts. */
  private static String text(Brief brief) {
    return Stream.of(
            Stream.of(brief.headline(), brief.teaser()),
            brief.takeaways().stream().map(Claim::text),
            brief.summary().stream().map(Paragraph::text))
        .flatMap(part -> part)
        .collect(Collectors.joining(" | "));
  }

  private static Set<String> folded(List<?> words) {
    return words.stream().map(word -> folded(word.toString())).collect(Collectors.toSet());
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  private static String list(Iterable<String> words) {
    String joined = String.join(", ", words);
    return joined.isEmpty() ? "none" : joined;
  }

  private static String quoted(List<Phrase> phrases) {
    return phrases.stream().map(phrase -> "\"" + phrase + "\"").collect(Collectors.joining(", "));
  }

  /** What one condition says about a brief. */
  private record Judgement(boolean met, String reason) {}
}
