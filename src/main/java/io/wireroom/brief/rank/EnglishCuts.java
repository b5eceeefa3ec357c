package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be left out of one English sentence; see {@link Shortener} for what never may. */
final class EnglishCuts {

  private static final String NAME = "(?:[A-Z][\\w.'’-]*|[a-z][\\w'’-]*)";
  private static final String SAID =
      "(?:said|says|added|told|tells|reported|wrote|noted|explained)";
  private static final String DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

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
              + DAY
              + ")?(?: (?:morning|afternoon|evening|night))?"
              + "( that)? (?=([\\w$£€]+))");

  private static final Pattern WEEKDAY =
      Pattern.compile(
          " (?:(on|late|early) )?" + DAY + "(?: (?:morning|afternoon|evening|night))?(?=[ ,.;]|$)");

  private static final Pattern OCCASION =
      Pattern.compile(
          " (?:in (?:a|an|his|her|their|its) (?:\\w+ ){0,2}(?:statement|release|interview|tweet"
              + "|post|email|e-mail|speech|blog post|press conference|news conference)"
              + "|at a (?:press|news) conference|to reporters)(?: with [A-Z]\\w+| to [A-Z]\\w+)?"
              + "(?=[ ,.;]|$)");

  private static final Pattern AGE = Pattern.compile("\\d{1,3}");
  private static final Set<String> APPOSITION_STARTS =
      Set.of(
          "a", "an", "the", "one", "former", "his", "her", "its", "their", "who", "which", "whose",
          "where", "whom");
  private static final Set<String> WEEKDAY_FOLLOWERS =
      Set.of(
          "in",
          "at",
          "after",
          "to",
          "that",
          "when",
          "as",
          "with",
          "by",
          "for",
          "from",
          "and",
          "while",
          "during",
          "before",
          "over",
          "near",
          "against",
          "amid",
          "because",
          "but",
          "he",
          "she",
          "they",
          "it",
          "following");
  private static final Set<String> WEEKDAY_LEADERS =
      Set.of(
          "the", "a", "an", "this", "that", "last", "next", "every", "each", "of", "since", "by",
          "until", "from", "to", "through", "before", "after", "between", "and", "or", "for",
          "than", "is", "was", "on", "late", "early", "black", "good", "easter", "bloody", "super");
  private static final Pattern DIGITS = Pattern.compile(".*\\d.*");
  private static final int APPOSITION_WORDS = 14;
  private static final int LEAD_WORDS = 14;

  private final String text;
  private final Clauses clauses;
  private final Lexicon lexicon;
  private final Lexicon.Grammar grammar;
  private final int body;
  private final int first;

  /**
   * @param body where the sentence starts once its opener is left out
   */
  EnglishCuts(String text, Clauses clauses, Lexicon lexicon, int body) {
    this.text = text;
    this.clauses = clauses;
    this.lexicon = lexicon;
    this.grammar = lexicon.grammar();
    this.body = body;
    this.first = clauses.parts.get(0).from() == body ? 0 : 1;
  }

  void addTo(List<Cut> cuts) {
    conjunction(cuts);
    leadingSaid(cuts);
    lead(cuts);
    attributions(cuts);
    appositions(cuts);
    tails(cuts);
    if (!clauses.quotes) {
      weekdays(cuts);
      occasions(cuts);
    }
  }

  private void conjunction(List<Cut> cuts) {
    String[] words = words(part(first));
    if (words.length > 2
        && (words[0].equals("but") || words[0].equals("and"))
        && Character.isUpperCase(text.charAt(body))
        && !words[1].equals("for")) {
      cuts.add(new Cut(body, body + words[0].length() + 1, Cut.Kind.OPENER));
    }
  }

  private void leadingSaid(List<Cut> cuts) {
    Matcher said = LEADING_SAID.matcher(text).region(body, part(first).to());
    if (!said.lookingAt() || clauses.quotes) {
      return;
    }
    String next = said.group(3);
    String lower = next.toLowerCase(Locale.ROOT);
    boolean subject =
        grammar.determiners().contains(lower) || Character.isUpperCase(next.charAt(0));
    boolean names = !grammar.leads().contains(words(said.group(1))[0]);
    if (names
        && subject
        && !lexicon.refer().contains(lower)
        && !lexicon.days().contains(lower)
        && finiteIn(Arrays.asList(words(text.substring(said.end(), clauses.bodyEnd))))) {
      cuts.add(new Cut(body, said.end(), Cut.Kind.ATTRIBUTION));
    }
  }

  /** "On Monday, …", "After a week of rain, …", "According to police, …". */
  private void lead(List<Cut> cuts) {
    if (clauses.parts.size() < first + 2 || part(first + 1).before() != ',') {
      return;
    }
    String[] words = words(part(first));
    String[] next = words(part(first + 1));
    if (words.length == 0 || next.length == 0 || next[0].equals("and") || next[0].equals("or")) {
      return;
    }
    boolean attribution = words[0].equals("according") && words.length > 2;
    boolean circumstance =
        grammar.leads().contains(words[0])
            && words.length <= LEAD_WORDS
            && limitsNothing(part(first), words)
            && startsClause(next, part(first + 1));
    if (attribution || circumstance) {
      cuts.add(
          new Cut(
              body, part(first + 1).from(), attribution ? Cut.Kind.ATTRIBUTION : Cut.Kind.LEAD));
    }
  }

  private boolean limitsNothing(Clauses.Part part, String[] words) {
    if (DIGITS.matcher(text.substring(part.from(), part.to())).matches()) {
      return false;
    }
    for (String word : words) {
      if (grammar.scope().contains(word) || lexicon.months().contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a part starts with a subject of its own. */
  private boolean startsClause(String[] words, Clauses.Part part) {
    boolean subject =
        grammar.determiners().contains(words[0])
            || Character.isUpperCase(text.charAt(part.from()))
            || lexicon.refer().contains(words[0]);
    return subject && finiteIn(Arrays.asList(words(text.substring(part.from(), clauses.bodyEnd))));
  }

  private void attributions(List<Cut> cuts) {
    for (int i = first + 1; i < clauses.parts.size(); i++) {
      Clauses.Part part = part(i);
      if (part.before() != ',' || clauses.quotes) {
        continue;
      }
      if (!ATTRIBUTION.matcher(text.substring(part.from(), part.to())).matches()) {
        continue;
      }
      boolean last = i == clauses.parts.size() - 1;
      boolean said = words(part)[0].equals("said") || words(part)[0].equals("according");
      if (last || said && restIsApposition(i + 1)) {
        if (finiteBefore(i)) {
          cuts.add(new Cut(part.markAt(), clauses.bodyEnd, Cut.Kind.ATTRIBUTION));
        }
      } else if (part(i + 1).before() == ',') {
        cuts.add(new Cut(part.markAt(), afterMark(i + 1, i), Cut.Kind.ATTRIBUTION));
      }
    }
  }

  private boolean restIsApposition(int from) {
    for (int i = from; i < clauses.parts.size(); i++) {
      if (part(i).before() != ',' || finiteIn(Arrays.asList(words(part(i))))) {
        return false;
      }
    }
    return true;
  }

  /** ", 26," and ", a former soldier from Ohio," between a name and its verb. */
  private void appositions(List<Cut> cuts) {
    for (int i = first + 1; i < clauses.parts.size(); i++) {
      if (part(i).before() != ',' || !opensApposition(i)) {
        continue;
      }
      int length = 0;
      for (int j = i; j < clauses.parts.size(); j++) {
        String[] words = words(part(j));
        boolean relative = j == i && words.length > 0 && words[0].startsWith("wh");
        length += words.length;
        boolean listed = words.length == 0 || words[0].equals("and") || words[0].equals("or");
        if (part(j).before() != ',' || listed || length > APPOSITION_WORDS) {
          break;
        }
        if (j > i && finiteFirst(words)) {
          cuts.add(new Cut(part(i).markAt(), part(j).from(), Cut.Kind.APPOSITION));
          break;
        }
        if (!relative && finiteIn(Arrays.asList(words))) {
          break;
        }
        if (j == clauses.parts.size() - 1 && finiteBefore(i)) {
          cuts.add(new Cut(part(i).markAt(), clauses.bodyEnd, Cut.Kind.APPOSITION));
        }
      }
    }
  }

  private boolean opensApposition(int i) {
    String[] words = words(part(i));
    String raw = text.substring(part(i).from(), part(i).to());
    return words.length > 0
        && (AGE.matcher(raw).matches()
            || APPOSITION_STARTS.contains(words[0])
            || Character.isUpperCase(raw.charAt(0)) && words.length <= 3
            || words[0].endsWith("-year-old")
            || words[0].equals("of"));
  }

  /** ", while …", ", including …", ", killing …" to the end of the sentence. */
  private void tails(List<Cut> cuts) {
    for (int i = first + 1; i < clauses.parts.size(); i++) {
      Clauses.Part part = part(i);
      String[] words = words(part);
      boolean tail =
          words.length > 1
              && part.before() != '-'
              && (grammar.tails().contains(words[0])
                  || words[0].equals("and") && startsClause(dropFirst(words), shifted(part, 4))
                  || part.before() == ';');
      if (tail && finiteBefore(i) && limitsNothingFrom(part)) {
        cuts.add(new Cut(part.markAt(), clauses.bodyEnd, Cut.Kind.TAIL));
      }
    }
    bareTails(cuts);
  }

  /** " after …" and " while …" with no comma before. */
  private void bareTails(List<Cut> cuts) {
    for (Clauses.Part part : clauses.parts) {
      Matcher tail =
          Pattern.compile("(\\S+) (after|while|amid) (?=\\S+ \\S+)")
              .matcher(text)
              .region(part.from(), part.to());
      while (tail.find()) {
        String[] kept = words(text.substring(body, tail.end(1)));
        boolean hangs = grammar.measures().contains(tail.group(1).toLowerCase(Locale.ROOT));
        if (!hangs
            && kept.length >= 5
            && finiteIn(Arrays.asList(kept))
            && limitsNothing(part, kept)
            && !clauses.quotes) {
          cuts.add(new Cut(tail.end(1), clauses.bodyEnd, Cut.Kind.TAIL));
        }
      }
    }
  }

  private boolean limitsNothingFrom(Clauses.Part part) {
    String rest = text.substring(part.from(), clauses.bodyEnd).toLowerCase(Locale.ROOT);
    return Arrays.stream(words(rest))
        .noneMatch(
            w ->
                w.equals("if")
                    || w.equals("unless")
                    || w.equals("but")
                    || w.equals("until")
                    || w.equals("although")
                    || w.equals("allegedly")
                    || w.equals("not"));
  }

  private void weekdays(List<Cut> cuts) {
    Matcher day = WEEKDAY.matcher(text).region(body, clauses.bodyEnd);
    while (day.find()) {
      String[] before = words(text.substring(body, day.start()));
      String[] after = words(text.substring(day.end(), clauses.bodyEnd));
      char mark = day.end() < clauses.bodyEnd ? text.charAt(day.end()) : '.';
      boolean leads =
          before.length < 2
              || WEEKDAY_LEADERS.contains(before[before.length - 1])
              || grammar.leads().contains(before[before.length - 1]);
      boolean follows = mark != ' ' || after.length > 0 && WEEKDAY_FOLLOWERS.contains(after[0]);
      boolean dated = mark == ',' && after.length > 0 && lexicon.months().contains(after[0]);
      if (!leads && follows && !dated) {
        cuts.add(new Cut(day.start(), day.end(), Cut.Kind.WEEKDAY));
      }
    }
  }

  private void occasions(List<Cut> cuts) {
    Matcher occasion = OCCASION.matcher(text).region(body, clauses.bodyEnd);
    while (occasion.find()) {
      cuts.add(new Cut(occasion.start(), occasion.end(), Cut.Kind.OCCASION));
    }
  }

  /** Whether what stands before part {@code i} has the verb that makes it a sentence. */
  private boolean finiteBefore(int i) {
    List<String> before = new ArrayList<>();
    for (int j = first; j < i; j++) {
      String[] words = words(part(j));
      boolean hanging =
          words.length > 0
              && (words[0].startsWith("wh") || j == first && grammar.leads().contains(words[0]));
      if (!hanging) {
        before.addAll(Arrays.asList(words));
      }
    }
    return finiteIn(before);
  }

  private boolean finiteFirst(String[] words) {
    return words.length > 0
        && (grammar.finite().contains(words[0])
            || words[0].endsWith("ed") && words[0].length() > 4
            || words[0].endsWith("ly") && words.length > 1 && grammar.finite().contains(words[1]));
  }

  private boolean finiteIn(List<String> words) {
    boolean relative = false;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("who") || word.equals("which") || word.equals("that")) {
        relative = true;
      } else if (grammar.finite().contains(word)
          || word.endsWith("ed")
              && word.length() > 4
              && i + 1 < words.size()
              && grammar.objects().contains(words.get(i + 1))) {
        if (!relative) {
          return true;
        }
        relative = false;
      }
    }
    return false;
  }

  private int afterMark(int next, int current) {
    return current == first ? part(next).from() : part(next).from();
  }

  private Clauses.Part part(int i) {
    return clauses.parts.get(i);
  }

  private Clauses.Part shifted(Clauses.Part part, int by) {
    return new Clauses.Part(
        Math.min(part.to() - 1, part.from() + by), part.to(), part.before(), part.markAt());
  }

  private String[] words(Clauses.Part part) {
    return words(text.substring(part.from(), part.to()));
  }

  private static String[] words(String range) {
    String[] words = range.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}$£€.'’-]+", -1);
    return Arrays.stream(words)
        .map(w -> w.replaceAll("[.'’-]+$", ""))
        .filter(w -> !w.isEmpty())
        .toArray(String[]::new);
  }

  private static String[] dropFirst(String[] words) {
    return Arrays.copyOfRange(words, 1, words.length);
  }
}
