package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plants corruptions into true sentences by rule, without regard to how the gate works: what it
 * puts in is taken from the same text where possible (another of its numbers, names, speakers). The
 * same sentence always gets the same corruptions.
 */
final class Corruptor {

  /**
   * @param how the rule, such as {@code year shifted}
   */
  record Planted(Kind kind, String how, String sentence) {}

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w$\u00a3\u20ac.,])\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?(?![\\w]|[.,:/-]\\d)");
  private static final Pattern MONEY =
      Pattern.compile(
          "([$\u00a3\u20ac])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)( ?(?:million|billion|m|bn)\\b)?");
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\w,.$-])(?:19[3-9]\\d|20[0-2]\\d)(?![\\w,-])");
  private static final Pattern NAME =
      Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*");
  private static final Pattern QUOTE =
      Pattern.compile("[\"\u201c]([^\"\u201c\u201d]{12,})[\"\u201d]");
  private static final Pattern SAID =
      Pattern.compile(
          "\\b(?:(?<after>[Ss]aid|says) (?<who>[A-Z][a-z]+(?:"
              + " [A-Z][a-z]+)?)|(?<before>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:said|says|told))\\b");

  private static final List<String> SMALL =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "April",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final Set<String> NO_NAMES =
      Stream.of(
              DAYS.stream(),
              MONTHS.stream(),
              Stream.of(
                  "March", "May", "The", "This", "That", "But", "And", "He", "She", "They", "It",
                  "Mr", "Mrs", "Ms", "Dr", "Sir", "In", "When", "What", "There", "You", "We", "His",
                  "Her"))
          .flatMap(any -> any)
          .collect(Collectors.toSet());

  private static final List<String[]> UNITS =
      pairs(
          "per cent=percentage points",
          "percent=percentage points",
          "miles=kilometres",
          "mile=kilometre",
          "hours=days",
          "days=weeks",
          "weeks=months",
          "months=years",
          "years=months",
          "minutes=hours",
          "pounds=euros",
          "feet=metres",
          "metres=feet",
          "inches=feet",
          "mph=kph",
          "dollars=pounds",
          "degrees=per cent",
          "tons=pounds",
          "kg=lb",
          "a day=a week",
          "a week=a month",
          "a month=a year",
          "a year=a month",
          "-year-old=-month-old");

  private static final List<String[]> STATUS =
      pairs(
          "arrested=charged",
          "arrested=convicted",
          "charged=convicted",
          "convicted=acquitted",
          "convicted=accused",
          "accused=convicted",
          "accused of=guilty of",
          "jailed=fined",
          "sentenced=acquitted",
          "suspected=convicted",
          "alleged =",
          "allegedly =",
          "reportedly =",
          "apparently =",
          "former =",
          "proposed=approved",
          "planned=completed",
          "plans to=has decided to",
          "may=will",
          "might=will",
          "could=will",
          "will=may",
          "would=might",
          "expected to=certain to",
          "likely=certain",
          "hopes to=will",
          "rose=fell",
          "fell=rose",
          "increased=decreased",
          "won=lost",
          "lost=won",
          "killed=injured",
          "injured=killed",
          "wounded=killed",
          "died=was injured",
          "dead=injured",
          "released=detained",
          "rejected=accepted",
          "approved=rejected",
          "first=last",
          "best=worst",
          "more=less",
          "higher=lower",
          "before=after",
          "after=before",
          "with=without",
          "signed=proposed",
          "resigned=was sacked",
          "missing=dead",
          "trying to=managing to",
          "attempted=completed",
          "banned=allowed",
          "supports=opposes",
          "opened=closed",
          "began=ended",
          "increase=decrease",
          "all=some",
          "some=all",
          "most=few",
          "many=few",
          "always=sometimes",
          "never=often",
          "nearly=more than",
          "more than=less than",
          "at least=at most",
          "almost=exactly",
          "up to=more than",
          "success=failure",
          "largest=smallest",
          "only=also");

  private static final List<String[]> NEGATE =
      pairs(
          "is=is not",
          "was=was not",
          "are=are not",
          "were=were not",
          "has=has not",
          "have=have not",
          "had=had not",
          "will=will not",
          "would=would not",
          "can=cannot",
          "could=could not",
          "did not=did",
          "does not=does",
          "do not=do",
          "was not=was",
          "is not=is",
          "were not=were",
          "will not=will",
          "has not=has",
          "cannot=can",
          "didn't=did",
          "doesn't=does",
          "don't=do",
          "wasn't=was",
          "isn't=is",
          "won't=will",
          "can't=can",
          "couldn't=could",
          "wouldn't=would",
          "not =",
          "no =",
          "never =",
          "without=with",
          "failed to=managed to",
          "refused to=agreed to");

  private static final List<String[]> VERBS =
      pairs(
          "said=denied",
          "says=denies",
          "said=admitted",
          "says=admits",
          "told=promised",
          "denied=admitted",
          "denies=confirms",
          "claimed=denied",
          "claims=denies",
          "admitted=denied",
          "warned=denied",
          "insisted=conceded",
          "insists=concedes",
          "according to=contrary to",
          "praised=criticised",
          "announced=denied");

  private static final Map<String, String> SIGNS =
      Map.of("$", "\u00a3", "\u00a3", "\u20ac", "\u20ac", "$");
  private static final List<String> OUTSIDERS =
      List.of("Halvorsen", "Marlow", "Brenneck", "Osgood");

  private final List<String> numbers;
  private final List<String> names;

  Corruptor(String text) {
    numbers = all(NUMBER, text);
    names =
        all(NAME, text).stream()
            .filter(name -> !NO_NAMES.contains(name.split(" ", -1)[0]))
            .toList();
  }

  List<Planted> plant(String sentence) {
    Random random = new Random(sentence.hashCode());
    List<Planted> planted = new ArrayList<>();
    numbers(sentence, random, planted);
    money(sentence, random, planted);
    dates(sentence, random, planted);
    units(sentence, random, planted);
    names(sentence, random, planted);
    some(Kind.NEGATION, NEGATE, sentence, 2, random, planted);
    quotation(sentence, random, planted);
    speakers(sentence, random, planted);
    some(Kind.ATTRIBUTION, VERBS, outsideQuotes(sentence), 1, random, planted, sentence);
    some(Kind.STATUS, STATUS, sentence, 2, random, planted);
    return planted;
  }

  private void numbers(String sentence, Random random, List<Planted> planted) {
    Matcher number = NUMBER.matcher(sentence);
    if (number.find() && !YEAR.matcher(number.group()).matches()) {
      String old = number.group();
      List<String> others =
          numbers.stream()
              .filter(other -> !sentence.contains(other) && !YEAR.matcher(other).matches())
              .toList();
      if (!others.isEmpty()) {
        add(
            Kind.NUMBER,
            "another number of the text",
            sentence,
            number,
            pick(others, random),
            planted);
      }
      String turned = new StringBuilder(old).reverse().toString();
      boolean same = turned.equals(old) || turned.startsWith("0") || old.length() < 2;
      String changed = same || old.contains(",") || old.contains(".") ? bump(old) : turned;
      add(Kind.NUMBER, "digits changed", sentence, number, changed, planted);
      if (number.find() && !number.group().equals(old) && !YEAR.matcher(number.group()).matches()) {
        String swapped = swap(sentence, old, number.group());
        planted.add(new Planted(Kind.NUMBER, "two numbers swapped", swapped));
      }
    }
    for (String word : SMALL) {
      Matcher found = Pattern.compile("\\b" + word + "\\b").matcher(sentence);
      if (found.find()) {
        String other = SMALL.get((SMALL.indexOf(word) + 1 + random.nextInt(8)) % SMALL.size());
        add(Kind.NUMBER, "number word", sentence, found, other, planted);
        return;
      }
    }
  }

  private static void money(String sentence, Random random, List<Planted> planted) {
    Matcher money = MONEY.matcher(sentence);
    if (!money.find()) {
      return;
    }
    String rest = money.group(3) == null ? "" : money.group(3);
    add(
        Kind.AMOUNT,
        "digits",
        sentence,
        money,
        money.group(1) + bump(money.group(2)) + rest,
        planted);
    if (rest.contains("m")) {
      String other =
          rest.contains("illion") ? (rest.contains("mill") ? " billion" : " million") : "bn";
      add(Kind.AMOUNT, "scale", sentence, money, money.group(1) + money.group(2) + other, planted);
    } else {
      add(Kind.AMOUNT, "scale", sentence, money, money.group(1) + money.group(2) + "0", planted);
    }
    String sign = SIGNS.getOrDefault(money.group(1), "$");
    add(Kind.UNIT, "currency", sentence, money, sign + money.group(2) + rest, planted);
  }

  private static void dates(String sentence, Random random, List<Planted> planted) {
    Matcher year = YEAR.matcher(sentence);
    if (year.find()) {
      int shift = random.nextBoolean() ? 1 : -1 - random.nextInt(9);
      String other = String.valueOf(Integer.parseInt(year.group()) + shift);
      add(Kind.DATE, "year shifted", sentence, year, other, planted);
    }
    for (List<String> names : List.of(DAYS, MONTHS)) {
      Matcher name = Pattern.compile("\\b(?:" + String.join("|", names) + ")\\b").matcher(sentence);
      if (name.find()) {
        String other =
            names.get(
                (names.indexOf(name.group()) + 1 + random.nextInt(names.size() - 1))
                    % names.size());
        add(Kind.DATE, "day or month", sentence, name, other, planted);
      }
    }
    for (String[] pair :
        pairs(
            "last week=next week",
            "last year=this year",
            "last month=last year",
            "yesterday=tomorrow",
            "this week=last week",
            "next year=this year",
            "today=yesterday")) {
      some(Kind.DATE, List.<String[]>of(pair), sentence, 1, random, planted);
    }
  }

  private static void units(String sentence, Random random, List<Planted> planted) {
    for (String[] unit : UNITS) {
      Matcher found =
          Pattern.compile(
                  "(?<=\\d ?|two |three |four |five |six |seven )" + Pattern.quote(unit[0]) + "\\b")
              .matcher(sentence);
      if (found.find()) {
        add(Kind.UNIT, unit[0] + " to " + unit[1], sentence, found, unit[1], planted);
        return;
      }
    }
  }

  private void names(String sentence, Random random, List<Planted> planted) {
    Matcher name = NAME.matcher(sentence);
    while (name.find()) {
      String old = name.group();
      if (NO_NAMES.contains(old.split(" ", -1)[0])) {
        continue;
      }
      List<String> others =
          names.stream()
              .filter(other -> !sharesWord(other, sentence))
              .filter(other -> other.contains(" ") == old.contains(" "))
              .toList();
      if (!others.isEmpty()) {
        add(Kind.NAME, "another name of the text", sentence, name, pick(others, random), planted);
      }
      String outsider = pick(OUTSIDERS, random);
      int space = old.lastIndexOf(' ');
      add(
          Kind.NAME,
          "a name from outside",
          sentence,
          name,
          old.substring(0, space + 1) + outsider,
          planted);
      return;
    }
  }

  private static void quotation(String sentence, Random random, List<Planted> planted) {
    Matcher quote = QUOTE.matcher(sentence);
    if (!quote.find()) {
      return;
    }
    String[] words = quote.group(1).split(" ", -1);
    int at = 1 + random.nextInt(Math.max(1, words.length - 1));
    if (at < words.length) {
      words[at] =
          words[at].matches("[a-z]+ly")
              ? "badly"
              : words[at].matches("[a-z]+s") ? "others" : "never";
      String changed =
          sentence.substring(0, quote.start(1))
              + String.join(" ", words)
              + sentence.substring(quote.end(1));
      planted.add(new Planted(Kind.QUOTATION, "a word changed", changed));
    }
    if (words.length > 4) {
      String cut = quote.group(1).replaceFirst(" \\S+ (?=\\S+ \\S+$)", " ");
      planted.add(
          new Planted(
              Kind.QUOTATION,
              "a word left out",
              sentence.substring(0, quote.start(1)) + cut + sentence.substring(quote.end(1))));
    }
  }

  private void speakers(String sentence, Random random, List<Planted> planted) {
    Matcher said = SAID.matcher(sentence);
    while (said.find()) {
      String group = said.group("who") == null ? "before" : "who";
      String old = said.group(group);
      if (NO_NAMES.contains(old.split(" ", -1)[0])) {
        continue;
      }
      List<String> others = names.stream().filter(other -> !sharesWord(other, sentence)).toList();
      if (!others.isEmpty()) {
        String changed =
            sentence.substring(0, said.start(group))
                + pick(others, random)
                + sentence.substring(said.end(group));
        planted.add(new Planted(Kind.ATTRIBUTION, "another speaker", changed));
      }
      return;
    }
  }

  private static void some(
      Kind kind,
      List<String[]> pairs,
      String sentence,
      int most,
      Random random,
      List<Planted> planted) {
    some(kind, pairs, outsideQuotes(sentence), most, random, planted, sentence);
  }

  /** Replaces a few of the words that a list knows, where they stand outside quotation marks. */
  private static void some(
      Kind kind,
      List<String[]> pairs,
      String where,
      int most,
      Random random,
      List<Planted> planted,
      String sentence) {
    List<String[]> hits = new ArrayList<>();
    for (String[] pair : pairs) {
      if (matcher(pair[0], where).find()) {
        hits.add(pair);
      }
    }
    for (int i = 0; i < most && !hits.isEmpty(); i++) {
      String[] pair = hits.remove(random.nextInt(hits.size()));
      Matcher found = matcher(pair[0], where);
      if (found.find()) {
        add(kind, pair[0] + " to " + pair[1], sentence, found, pair[1], planted);
      }
    }
  }

  private static Matcher matcher(String words, String text) {
    return Pattern.compile(
            "(?<![\\w'-])" + Pattern.quote(words) + (words.endsWith(" ") ? "" : "(?![\\w'-])"))
        .matcher(text);
  }

  private static String outsideQuotes(String sentence) {
    StringBuilder masked = new StringBuilder(sentence);
    Matcher quote =
        Pattern.compile("[\"\u201c][^\"\u201c\u201d]*(?:[\"\u201d]|$)").matcher(sentence);
    while (quote.find()) {
      for (int i = quote.start(); i < quote.end(); i++) {
        masked.setCharAt(i, '_');
      }
    }
    return masked.toString();
  }

  private static boolean sharesWord(String name, String sentence) {
    return Stream.of(name.split(" ", -1)).anyMatch(sentence::contains);
  }

  private static void add(
      Kind kind, String how, String sentence, Matcher at, String text, List<Planted> planted) {
    String changed = sentence.substring(0, at.start()) + text + sentence.substring(at.end());
    if (!changed.equals(sentence)) {
      planted.add(new Planted(kind, how, changed));
    }
  }

  private static String swap(String sentence, String one, String two) {
    return sentence
        .replaceFirst(Pattern.quote(one), "\u0000")
        .replaceFirst(Pattern.quote(two), Matcher.quoteReplacement(one))
        .replace("\u0000", two);
  }

  /** Another number of as many digits. */
  private static String bump(String number) {
    char first = number.charAt(0);
    char other = first >= '9' ? '2' : (char) (first + 1);
    return other + number.substring(1);
  }

  private static List<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group()));
    return List.copyOf(found);
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String[]> pairs(String... pairs) {
    return Stream.of(pairs).map(pair -> pair.split("=", 2)).toList();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "corruptor of %d numbers, %d names", numbers.size(), names.size());
  }
}
