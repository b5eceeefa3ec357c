package io.wireroom.deliver;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Opinion;
import io.wireroom.brief.Paragraph;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Briefs that no engine would write but a sender must survive; the same for the same seed. */
public final class RandomBriefs {

  private static final List<String> PIECES =
      List.of(
          "a",
          "the ",
          "word ",
          "Wirtschaft ",
          "& ",
          "&amp; ",
          "<",
          ">",
          "<!channel> ",
          "<@U1> ",
          "@here ",
          "*",
          "_",
          "~",
          "`",
          "\"",
          "\\",
          "|",
          "\n",
          "\r\n",
          "\t",
          "\u0000",
          "\u001b",
          ". ",
          "! ",
          ":tada: ",
          "\uD83D\uDE00",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uD83C\uDDE9\uD83C\uDDEA",
          "e\u0301",
          "\u0301",
          "\uD800",
          "\uDC00",
          "\u202E",
          "\u2069",
          "\u4E2D\u6587",
          "\u0E20\u0E32\u0E29\u0E32",
          "\u0645\u0631\u062D\u0628\u0627 ",
          "\u05E9\u05DC\u05D5\u05DD ",
          "\u200F",
          "\uD840\uDC00",
          "<https://example.com/a|b> ",
          "|>",
          "]]>",
          "```",
          "\u00a0",
          "https://example.com/a?b=c&d=e ",
          "{",
          "}",
          "$1",
          "%s",
          "\u2028",
          "\uFEFF");

  /** Now and then, a text is one piece so many times over, without a space. */
  private static final int LONG_WORD = 20_000;

  private final Random random;

  private RandomBriefs(long seed) {
    this.random = new Random(seed);
  }

  public static Brief of(long seed) {
    return new RandomBriefs(seed).brief();
  }

  /** A round-up of up to 100 of them, with up to 20 more by name. */
  public static RoundUp roundUp(long seed) {
    RandomBriefs random = new RandomBriefs(seed);
    List<Brief> briefs = random.list(1 + random.random.nextInt(100), random::brief);
    List<Brief> rest = random.list(random.random.nextInt(21), random::brief);
    Instant at = Instant.ofEpochSecond(1_780_000_000);
    int left = rest.size() + random.random.nextInt(200);
    return new RoundUp(
        "r1", random.text(60), at.minusSeconds(86_400), at, ZoneOffset.UTC, briefs, rest, left);
  }

  /** A notice on any topic. */
  public static Notice notice(long seed) {
    RandomBriefs random = new RandomBriefs(seed);
    String about = random.text(1 + random.random.nextInt(400));
    String reason = random.text(random.random.nextInt(5_000));
    Instant at = Instant.ofEpochSecond(1_780_000_000);
    return switch (random.random.nextInt(5)) {
      case 0 -> Notice.destinationOff(about, reason, at);
      case 1 ->
          Notice.destinationFailing(
              about, at.minusSeconds(300_000), 70, at.plusSeconds(100_000), reason, at);
      case 2 -> Notice.sourceGone(about, reason, at);
      case 3 -> Notice.sourceFailing(about, random.random.nextInt(), reason, at);
      default -> Notice.budgetSpent(LocalDate.EPOCH, random.random.nextLong(), at);
    };
  }

  private Brief brief() {
    ArticleStatus status = ArticleStatus.values()[random.nextInt(4)];
    boolean full = random.nextInt(4) > 0;
    return new Brief(
        "b" + random.nextInt(1_000_000),
        "i",
        "s",
        origin(),
        text(random.nextInt(400)),
        full ? ArticleStatus.FULL : status,
        text(random.nextInt(1_500)),
        list(random.nextInt(8), () -> claim(random.nextInt(400))),
        list(random.nextInt(5), this::paragraph),
        random.nextBoolean() ? null : new Opinion(text(random.nextInt(3_000)), text(40)),
        new Brief.Made(
            "model",
            "1.0",
            random.nextBoolean() ? null : text(60),
            "ab",
            random.nextInt(4),
            random.nextBoolean() ? null : text(random.nextInt(600)),
            Instant.ofEpochSecond(1_780_000_000)));
  }

  private Brief.Origin origin() {
    String link = "https://example.com/" + "path/".repeat(random.nextInt(3) * random.nextInt(300));
    String query = random.nextBoolean() ? "" : "?q=" + "%7C&x=1".repeat(random.nextInt(60));
    boolean bad = random.nextInt(10) == 0;
    return new Brief.Origin(
        "source",
        text(random.nextInt(200)),
        link,
        bad ? text(200) : link + query,
        list(random.nextInt(6), () -> text(random.nextInt(80))),
        random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(2_000_000_000)),
        List.of("en", "und", "de", "", "xx-\u0000", "zh").get(random.nextInt(6)),
        list(random.nextInt(12), () -> text(random.nextInt(60))),
        null);
  }

  private Paragraph paragraph() {
    return new Paragraph(list(random.nextInt(8), () -> claim(random.nextInt(900))));
  }

  private Claim claim(int length) {
    return new Claim(text(length), List.of());
  }

  /** Mostly words, or mostly one nasty piece, of about so many UTF-16 units. */
  private String text(int length) {
    if (random.nextInt(1_500) == 0) {
      return PIECES.get(random.nextInt(PIECES.size())).strip().repeat(LONG_WORD);
    }
    if (random.nextInt(30) == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder(length + 32);
    String theme = PIECES.get(random.nextInt(PIECES.size()));
    int plain = random.nextInt(3);
    while (text.length() < length) {
      boolean word = random.nextInt(3) < plain;
      text.append(
          word
              ? "word "
              : random.nextBoolean() ? theme : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static <T> List<T> list(int size, Supplier<T> next) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(next.get());
    }
    return list;
  }
}
