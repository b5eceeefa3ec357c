package io.wireroom.brief;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text in an article that speaks to machines instead of readers: instructions to a model,
 * fake roles and outputs, links to click, mentions that ring a channel's phones. Such passages are
 * masked (replaced by as many spaces), so that every offset stays what it was and nobody can quote
 * them.
 *
 * <p>The patterns are bounded, so that a hostile text costs time in proportion to its length.
 *
 * <p>It takes too much rather than too little: a paragraph with a link in it is no loss to a brief.
 * It is one wall of several; what a model says is checked as well.
 */
final class Instructions {

  private static final String MACHINE =
      "(?:an?\\s+)?(?:ai|a\\.i\\.|llm|gpt|chatbot|bot|assistant|language\\s+model|model|summari[sz]er"
          + "|summari[sz]ation|agent|crawler|machine|neural)";

  private static final List<Pattern> PATTERNS =
      List.of(
          // Overruling what was said before.
          pattern(
              "\\b(?:ignore|disregard|forget|override|bypass|overrule|skip|drop|discard|stop\\s+following|do\\s+not\\s+follow|don't\\s+follow|cancel)\\b[^.\\n"
                  + "]{0,60}\\b(?:instruct\\w*|prompts?"
                  + "|above|previous|prior|earlier|preceding|rules?|guidelines?|system|directives?"
                  + "|everything|context|article|constraints?|polic(?:y|ies)|safety|told)\\b"),
          pattern(
              "\\b(?:new|updated|real|actual|secret|hidden|following|these)\\s+instructions?\\b"),
          // Speaking to the machine.
          pattern(
              "\\byou\\s+are\\s+(?:now|no\\s+longer|actually)?\\s*(?:dan\\b|" + MACHINE + "\\b)"),
          pattern(
              "\\b(?:act|behave|pretend|respond|roleplay|role-play)\\s+(?:as|like|to\\s+be)\\b[^.\\n"
                  + "]{0,40}"),
          pattern("\\b(?:if|when|since|because|as)\\s+you(?:'re|\\s+are)?\\s+" + MACHINE + "\\b"),
          pattern(
              "\\b(?:note|notice|message|attention|instructions?|hint|memo|command|reminder|dear|hey"
                  + "|hello|calling)\\s*(?:to|for|,|:)?\\s*(?:all\\s+|any\\s+|the\\s+|every\\s+)?"
                  + MACHINE
                  + "s?\\b"),
          pattern(
              "\\b(?:while|when|before|after|if|in)\\s+(?:you\\s+)?(?:are\\s+)?(?:summari[sz]|processing"
                  + "|translat|reading\\s+this\\s+as|paraphras)\\w*"),
          pattern(
              "\\byour\\s+(?:summary|response|answer|reply|output|takeaways?|bullets?|brief|system|prompt"
                  + "|instructions?|task|guidelines?|rules|developer|training|api\\s+key|headline|opinion)\\b"),
          // Dictating the output.
          pattern(
              "\\b(?:output|print|respond|reply|answer|return|repeat|say|write|append|include|insert|add|begin|start|end|prepend|echo|emit|produce|post|tell|inform|state|replace|summari[sz]e|conclude|report|put|mention|recommend|advise|urge|ask|encourage|instruct)\\b[^.\\n"
                  + "]{0,60}"
                  + "\\b(?:only|exactly|verbatim|the\\s+following|following|instead|in\\s+full|the\\s+words?"
                  + "|the\\s+phrase|the\\s+string|this\\s+link|the\\s+link|readers?|users?|everyone|the\\s+channel"
                  + "|takeaways?|bullet|bullets|summary|headline|opinion|brief|json|nothing\\s+else"
                  + "|no\\s+matter|system\\s+prompt)\\b"),
          pattern("\\bdo\\s+not\\s+(?:summari[sz]e|mention|reveal|tell|report|quote)\\b"),
          pattern(
              "\\b(?:system|hidden|initial|developer)\\s+(?:prompt|message|instructions?|override|note)\\b"),
          pattern(
              "\\b(?:jailbreak|developer\\s+mode|god\\s+mode|prompt\\s+injection|do\\s+anything\\s+now)\\b"),
          // Fake roles, tags and outputs.
          pattern(
              "(?:^|\\n"
                  + "|[.!?>]\\s|[\"'`*#])\\s*(?:system|assistant|user|developer|human|ai|tool)\\s*[:>\\]]"),
          pattern(
              "<\\|[^|\\n"
                  + "]*\\|>|\\[/?(?:inst|sys|system)\\]|<</?sys>>|</?[a-z][a-z0-9_:-]*(?:\\s[^<>\\n"
                  + "]*)?/?>"),
          pattern(
              "#{2,}\\s*(?:instruction|system|response|end|new)|[-=]{3,}\\s*(?:end|begin|stop)\\b"),
          pattern("[\"']?(?:takeaways?|summary|quotes|opinion|role|content|headline)[\"']\\s*:"),
          pattern("```|\\{\\{|\\}\\}|\\$\\{"),
          pattern(
              "\\b(?:end|start|beginning)\\s+of\\s+(?:the\\s+)?(?:article|document|text|prompt|data|input)\\b"),
          // Leading elsewhere, calling people.
          pattern(
              "(?:https?|ftp|file|javascript|data|mailto)\\s*:\\s*(?://|[a-z,;])|\\bhxxps?:|\\bwww\\."),
          pattern("\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.[a-z]{2,24}/\\S*"),
          pattern("!?\\[[^\\]\\n]{0,200}\\]\\([^)\\n]{0,400}\\)"),
          pattern(
              "<[!@#][^>\\n"
                  + "]{0,200}>|(?<![\\w.])@(?:channel|here|everyone|all|team|[a-z0-9_.-]{2,})"),
          pattern("&lt;[!@/a-z]|\\\\u003c|%3c", Pattern.CASE_INSENSITIVE),
          pattern("(?<![\\w/+])[A-Za-z0-9+/]{40,}={0,2}(?![\\w/+])"),
          // The same in other languages that hidden text is written in.
          pattern(
              "\\b(?:ignorier\\w*|vergiss|missachte)\\b[^.\\n"
                  + "]{0,60}\\b(?:anweisung\\w*|oben|vorherig\\w*|regeln)"),
          pattern(
              "\\b(?:ignor(?:ez|e|er|a|ad|are|en)|oublie[zr]?|olvida|dimentica|esque\u00e7a|negeer|vergeet)\\b[^.\\n"
                  + "]{0,60}\\b(?:instru\\w*|istruzion\\w*|consignes?|regl\\w*|opdracht\\w*|precedent\\w*"
                  + "|anterior\\w*|pr\u00e9c\u00e9dent\\w*)"),
          pattern(
              "(?:\u0438\u0433\u043d\u043e\u0440\u0438\u0440\\w*|\u0437\u0430\u0431\u0443\u0434\u044c\\w*)[^.\\n"
                  + "]{0,60}(?:\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446\\w*|\u043f\u0440\u0435\u0434\u044b\u0434\u0443\u0449\\w*)"),
          pattern(
              "(?:\u5ffd\u7565|\u65e0\u89c6|\u7121\u8996|\u5ffd\u7565)[^\u3002\\n"
                  + "]{0,30}(?:\u6307\u4ee4|\u6307\u793a|\u547d\u4ee4)|(?:\u6307\u4ee4|\u6307\u793a|\u547d\u4ee4)[^\u3002\\n"
                  + "]{0,12}(?:\u7121\u8996|\u5ffd\u7565)"));

  /**
   * Characters that are there but not seen, in which text can hide: zero width, tags, overrides.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\x{E0000}-\\x{E007F}]{3,}|[\\x{202D}\\x{202E}]|[\\x{200B}\\x{2060}\\x{FEFF}]{2,}");

  /** Characters that split a word without showing. */
  private static final Pattern SPLITTING =
      Pattern.compile("[\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}\\x{00AD}]");

  private static final Pattern BLOCK = Pattern.compile("[^\\n]+");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "[^.!?\u2026\u3002]*[.!?\u2026\u3002]+[\"'\u201d\u2019)]*\\s*|[^.!?\u2026\u3002]+$");

  /**
   * A block up to this length is masked as a whole: what is next to an instruction belongs to it.
   */
  private static final int WHOLE_BLOCK = 600;

  /** In a longer block, how many sentences after a suspicious one go with it. */
  private static final int TAIL = 2;

  private Instructions() {}

  /** Whether the text speaks to machines. */
  static boolean isIn(String text) {
    String seen = seen(text);
    return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(seen).find())
        || UNSEEN.matcher(text).find();
  }

  /** The text with suspicious passages as spaces; every other character stays where it is. */
  static String mask(String text) {
    StringBuilder masked = new StringBuilder(text);
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (isIn(blocks.group())) {
        maskBlock(masked, text, blocks.start(), blocks.end());
      }
    }
    return masked.toString();
  }

  private static void maskBlock(StringBuilder masked, String text, int start, int end) {
    if (end - start <= WHOLE_BLOCK) {
      blank(masked, start, end);
      return;
    }
    Matcher sentences = SENTENCE.matcher(text).region(start, end);
    int left = 0;
    boolean any = false;
    while (sentences.find()) {
      boolean found = isIn(sentences.group());
      any |= found;
      left = found ? TAIL + 1 : left;
      if (left-- > 0) {
        blank(masked, sentences.start(), sentences.end());
      }
    }
    if (!any) {
      // Only the block as a whole is suspicious: no sentence of it can be told to be innocent.
      blank(masked, start, end);
    }
  }

  private static void blank(StringBuilder masked, int start, int end) {
    for (int i = start; i < end; i++) {
      boolean pair =
          i + 1 < end && Character.isSurrogatePair(masked.charAt(i), masked.charAt(i + 1));
      if (pair) {
        // Two spaces would move every later code point: one stands in a pair's place.
        masked.setCharAt(i, BLANK_HIGH);
        masked.setCharAt(i + 1, BLANK_LOW);
        i++;
      } else {
        masked.setCharAt(i, ' ');
      }
    }
  }

  /** U+E0020, an invisible character of two UTF-16 units, for masking characters of as many. */
  private static final char BLANK_HIGH = '\uDB40';

  private static final char BLANK_LOW = '\uDC20';

  /** The text without characters that split words unseen, for matching. */
  private static String seen(String text) {
    return SPLITTING.matcher(text).replaceAll("");
  }

  private static Pattern pattern(String regex) {
    return pattern(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Pattern pattern(String regex, int flags) {
    return Pattern.compile(regex, flags);
  }
}
