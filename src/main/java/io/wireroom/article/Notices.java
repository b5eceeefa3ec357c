package io.wireroom.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Short blocks between or after an article's paragraphs that speak of the page, not of the story:
 * invitations to follow or subscribe, pointers to other articles, dates, credits. They are told by
 * how they begin, in the languages where the wording is settled.
 */
final class Notices {
  enum Kind {
    NONE,
    /** Leads to other articles; links may follow. */
    RELATED,
    /** The heading of the readers' part of the page. */
    COMMENTS,
    NOTICE
  }

  private static final int LONGEST_NOTICE = 60;
  private static final int LONGEST_POINTER = 30;
  private static final int LONGEST_CREDIT = 25;
  private static final int LONGEST_LABEL = 6;

  private static final List<String> RELATED =
      List.of(
          "related:",
          "related articles",
          "related stories",
          "related news",
          "related content",
          "related posts",
          "related topics",
          "related video",
          "related coverage",
          "read more:",
          "read more about",
          "read more on",
          "read more from",
          "read also",
          "read next",
          "read this next",
          "read:",
          "also read",
          "see also",
          "see more:",
          "more:",
          "more from",
          "more stories",
          "more on this",
          "more news",
          "more great",
          "you may also",
          "you may like",
          "you might also",
          "you might like",
          "you might be interested",
          "don't miss",
          "don’t miss",
          "recommended for you",
          "recommended stories",
          "most read",
          "most popular",
          "trending now",
          "up next",
          "must read",
          "must-read",
          "further reading",
          "watch:",
          "watch now",
          "watch more",
          "watch next",
          "in case you missed",
          "what to read next",
          "what others are reading",
          "lesen sie auch",
          "lesen sie mehr",
          "mehr zum thema",
          "auch interessant",
          "zum thema:",
          "lire aussi",
          "à lire aussi",
          "à lire également",
          "sur le même sujet",
          "voir aussi",
          "lea también",
          "lea además",
          "lee también",
          "leer más",
          "le puede interesar",
          "te puede interesar",
          "relacionado:",
          "noticias relacionadas",
          "ver también",
          "leia também",
          "leia mais",
          "veja também",
          "saiba mais",
          "confira também",
          "leggi anche",
          "leggi di più",
          "per approfondire",
          "lees ook",
          "lees meer",
          "czytaj także",
          "czytaj też",
          "czytaj więcej",
          "zobacz też",
          "läs också",
          "läs mer",
          "les også",
          "læs også",
          "lue myös",
          "читайте также",
          "читать также",
          "также читайте",
          "смотрите также",
          "по теме:",
          "читайте також",
          "baca juga",
          "baca lagi",
          "xem thêm",
          "ayrıca bakınız",
          "ilgili haberler",
          "関連記事",
          "あわせて読みたい",
          "相关阅读",
          "延伸阅读",
          "相關新聞",
          "관련기사");

  private static final List<String> NOTICE =
      List.of(
          "advertisement",
          "story continues",
          "article continues",
          "continue reading",
          "subscribe",
          "sign up",
          "sign-up",
          "click here to",
          "click to ",
          "get the latest",
          "get our ",
          "get top ",
          "get all the latest",
          "get breaking news",
          "stay up to date",
          "stay informed",
          "stay connected",
          "join our ",
          "join us on",
          "join the conversation",
          "like us on",
          "follow us",
          "follow me",
          "follow @",
          "follow our ",
          "find us on",
          "connect with us",
          "have a tip",
          "got a tip",
          "have a news tip",
          "do you have a story",
          "have a story",
          "if you enjoyed",
          "enjoyed this",
          "if you liked",
          "support our journalism",
          "support independent",
          "download our",
          "download the app",
          "want to read more",
          "for more stories",
          "for more news",
          "for all the latest",
          "tell us what",
          "let us know",
          "share this",
          "share on",
          "share:",
          "tags:",
          "tagged:",
          "filed under",
          "posted in",
          "topics:",
          "comments are closed",
          "your email address",
          "join the discussion",
          "this site uses",
          "we use cookies",
          "by signing up",
          "by subscribing",
          "thanks for reading",
          "thank you for reading",
          "log in to",
          "already a subscriber",
          "already have an account",
          "you have reached your",
          "please enable",
          "loading...",
          "loading…",
          "print this",
          "email this",
          "report an error",
          "report a typo",
          "was this article",
          "was this helpful",
          "did you find this",
          "disclaimer:",
          "our standards:",
          "editing by ",
          "reporting by ",
          "abonnieren sie",
          "jetzt abonnieren",
          "newsletter",
          "folgen sie uns",
          "abonnez-vous",
          "inscrivez-vous",
          "suivez-nous",
          "suscríbete",
          "suscríbase",
          "síguenos",
          "síganos",
          "inscreva-se",
          "assine ",
          "siga-nos",
          "iscriviti",
          "seguici",
          "abonneer",
          "подписывайтесь",
          "подпишитесь",
          "следите за",
          "підписуйтесь",
          "ikuti kami");

  /** Dates and credits, which would be read as sentences if they were long. */
  private static final List<String> CREDIT =
      List.of(
          "updated:",
          "updated on",
          "updated at",
          "updated ",
          "last updated",
          "last modified",
          "first published",
          "published:",
          "published on",
          "published at",
          "published ",
          "posted:",
          "posted on",
          "posted by",
          "posted ",
          "source:",
          "sources:",
          "photo:",
          "photos:",
          "photo by",
          "photo credit",
          "photograph:",
          "image:",
          "image credit",
          "image source",
          "image copyright",
          "image caption",
          "picture:",
          "credit:",
          "video:",
          "video by",
          "by ap",
          "written by",
          "©",
          "(c) ",
          "copyright ",
          "all rights reserved",
          "foto:",
          "bild:",
          "quelle:",
          "crédit photo",
          "fuente:",
          "fonte:",
          "crédito",
          "источник:",
          "фото:",
          "sumber:",
          "kaynak:");

  private static final Pattern FOLLOW =
      Pattern.compile(
          "^(?:(?:please )?follow|join|like|find|listen to|watch|catch) .{1,90}\\b(?:on|at|to) .{0,40}"
              + "(?:twitter|facebook|instagram|youtube|telegram|linkedin|whatsapp|podcast|https?:"
              + "|apple|spotify|weekdays)");

  private static final Pattern CONTRIBUTED =
      Pattern.compile("contributed to (?:this|the) (?:report|story|article|post)\\W*$");

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("\\b[\\w.-]{1,40}@[\\w-]{1,40}\\.[a-z]");

  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:19|20)\\d\\d\\b.{0,12}\\b\\d{1,2}:\\d\\d|\\b\\d{1,2}:\\d\\d\\b.{0,25}\\b(?:19|20)\\d\\d\\b");

  private static final int LONGEST_DATE = 10;

  private static final Pattern COMMENTS =
      Pattern.compile(
          "\\(?\\d{0,6}\\)? ?(?:user |reader |view |show |all |post a |leave a |add a |write a )?"
              + "(?:comments?|responses|replies|reply|discussion|kommentare?|commentaires?"
              + "|comentarios?|comentários?|commenti|reacties|komentar|комментарии|отзывы|yorumlar)"
              + "[ :]*\\(?\\d{0,6}\\)?");

  private static final int LONGEST_HEADING = 5;

  private Notices() {}

  static Kind kind(Block block) {
    int words = block.words();
    if (words > LONGEST_NOTICE) {
      return Kind.NONE;
    }
    String text = block.text();
    String start = text.substring(0, Math.min(text.length(), 400)).toLowerCase(Locale.ROOT);
    if (words <= LONGEST_POINTER && startsWithAny(start, RELATED)) {
      boolean pointer = block.linkDensity() >= 0.3 || words <= LONGEST_LABEL || start.contains(":");
      return pointer ? Kind.RELATED : Kind.NONE;
    }
    if (words <= LONGEST_HEADING && COMMENTS.matcher(start).matches()) {
      return Kind.COMMENTS;
    }
    if (startsWithAny(start, NOTICE) || FOLLOW.matcher(start).find()) {
      return Kind.NOTICE;
    }
    if (words <= LONGEST_CREDIT && startsWithAny(start, CREDIT)) {
      // "Published in 1813, it …" is a sentence of the story.
      return words <= LONGEST_DATE || !text.endsWith(".") ? Kind.NOTICE : Kind.NONE;
    }
    boolean credit =
        words <= LONGEST_NOTICE && CONTRIBUTED.matcher(start).find()
            || words <= LONGEST_DATE && DATE.matcher(start).find()
            || words <= LONGEST_CREDIT && MAIL_ADDRESS.matcher(start).find();
    return credit ? Kind.NOTICE : Kind.NONE;
  }

  private static boolean startsWithAny(String text, List<String> starts) {
    for (String start : starts) {
      boolean whole =
          text.length() <= start.length()
              || !Character.isLetter(start.charAt(start.length() - 1))
              || !Character.isLetter(text.charAt(start.length()))
              || Character.isIdeographic(start.charAt(0));
      if (whole && text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
