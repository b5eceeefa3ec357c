package io.wireroom.brief;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What text that speaks to machines looks like: patterns, each with cues of which one is in
 * whatever it matches, so that ordinary text is spared most patterns. Stateless, thread-safe.
 *
 * <p>The patterns are bounded, so that a hostile text costs time in proportion to its length.
 */
final class MachineTalk {

  private static final String MACHINE =
      "(?:an?\\s+)?(?:ai|a\\.i\\.|llm|gpt|chatbot|bot|assistant|language\\s+model|model|summari[sz]er"
          + "|summari[sz]ation|agent|crawler|machine|neural)";

  private static final List<Sign> SIGNS =
      List.of(
          // Overruling what was said before.
          sign(
              "^ignore ^disregard ^forget ^override ^bypass ^overrule ^skip ^drop ^discard ^follow ^cancel",
              "\\b(?:ignore|disregard|forget|override|bypass|overrule|skip|drop|discard|stop\\s+following|do\\s+not\\s+follow|don't\\s+follow|cancel)\\b[^.\\n"
                  + "]{0,60}\\b(?:instruct\\w*|prompts?"
                  + "|above|previous|prior|earlier|preceding|rules?|guidelines?|system|directives?"
                  + "|everything|context|article|constraints?|polic(?:y|ies)|safety|told)\\b"),
          sign(
              "^instruction",
              "\\b(?:new|updated|real|actual|secret|hidden|following|these)\\s+instructions?\\b"),
          // Speaking to the machine.
          sign(
              "^you",
              "\\byou\\s+are\\s+(?:now|no\\s+longer|actually)?\\s*(?:dan\\b|" + MACHINE + "\\b)"),
          sign(
              "^act ^behave ^pretend ^respond ^roleplay ^role-play",
              "\\b(?:act|behave|pretend|respond|roleplay|role-play)\\s+(?:as|like|to\\s+be)\\b[^.\\n"
                  + "]{0,40}"),
          sign(
              "^you",
              "\\b(?:if|when|since|because|as)\\s+you(?:'re|\\s+are)?\\s+" + MACHINE + "\\b"),
          sign(
              "^note ^notice ^message ^attention ^instruction ^hint ^memo ^command ^reminder ^dear ^hey ^hello ^calling",
              "\\b(?:note|notice|message|attention|instructions?|hint|memo|command|reminder|dear|hey"
                  + "|hello|calling)\\s*(?:to|for|,|:)?\\s*(?:all\\s+|any\\s+|the\\s+|every\\s+)?"
                  + MACHINE
                  + "s?\\b"),
          sign(
              "^summaris ^summariz ^processing ^translat ^reading ^paraphras",
              "\\b(?:while|when|before|after|if|in)\\s+(?:you\\s+)?(?:are\\s+)?(?:summari[sz]|processing"
                  + "|translat|reading\\s+this\\s+as|paraphras)\\w*"),
          sign(
              "^your",
              "\\byour\\s+(?:summary|response|answer|reply|output|takeaways?|bullets?|brief|system|prompt"
                  + "|instructions?|task|guidelines?|rules|developer|training|api\\s+key|headline|opinion)\\b"),
          // Dictating the output.
          sign(
              "^only ^exactly ^verbatim ^following ^full ^instead ^word ^phrase ^string ^link ^reader ^user ^everyone ^channel ^takeaway ^bullet ^summary ^headline ^opinion ^brief ^json ^nothing ^matter ^prompt",
              "\\b(?:output|print|respond|reply|answer|return|repeat|say|write|append|include|insert|add|begin|start|end|prepend|echo|emit|produce|post|tell|inform|state|replace|summari[sz]e|conclude|report|put|mention|recommend|advise|urge|ask|encourage|instruct)\\b[^.\\n"
                  + "]{0,60}"
                  + "\\b(?:only|exactly|verbatim|the\\s+following|following|instead|in\\s+full|the\\s+words?"
                  + "|the\\s+phrase|the\\s+string|this\\s+link|the\\s+link|readers?|users?|everyone|the\\s+channel"
                  + "|takeaways?|bullet|bullets|summary|headline|opinion|brief|json|nothing\\s+else"
                  + "|no\\s+matter|system\\s+prompt)\\b"),
          sign(
              "^summaris ^summariz ^mention ^reveal ^tell ^report ^quote",
              "\\bdo\\s+not\\s+(?:summari[sz]e|mention|reveal|tell|report|quote)\\b"),
          sign(
              "^system ^hidden ^initial ^developer",
              "\\b(?:system|hidden|initial|developer)\\s+(?:prompt|message|instructions?|override|note)\\b"),
          sign(
              "^jailbreak ^developer ^god ^prompt ^anything",
              "\\b(?:jailbreak|developer\\s+mode|god\\s+mode|prompt\\s+injection|do\\s+anything\\s+now)\\b"),
          // Fake roles, tags and outputs.
          sign(
              "^system ^assistant ^user ^developer ^human ^ai ^tool",
              "(?:^|\\n"
                  + "|[.!?>]\\s|[\"'`*#])\\s*(?:system|assistant|user|developer|human|ai|tool)\\s*[:>\\]]"),
          sign(
              "< [",
              "<\\|[^|\\n"
                  + "]*\\|>|\\[/?(?:inst|sys|system)\\]|<</?sys>>|</?[a-z][a-z0-9_:-]*(?:\\s[^<>\\n"
                  + "]*)?/?>"),
          sign(
              "## -- == -= =-",
              "#{2,}\\s*(?:instruction|system|response|end|new)|[-=]{3,}\\s*(?:end|begin|stop)\\b"),
          sign(
              "takeaway\" takeaways\" summary\" quotes\" opinion\" role\" content\" headline\" takeaway' takeaways' summary' quotes' opinion' role' content' headline'",
              "[\"']?(?:takeaways?|summary|quotes|opinion|role|content|headline)[\"']\\s*:"),
          sign("``` {{ }} ${", "```|\\{\\{|\\}\\}|\\$\\{"),
          sign(
              "^article ^document ^text ^prompt ^data ^input",
              "\\b(?:end|start|beginning)\\s+of\\s+(?:the\\s+)?(?:article|document|text|prompt|data|input)\\b"),
          // Leading elsewhere, calling people.
          sign(
              "http ftp file javascript data mailto hxxp ^www.",
              "(?:https?|ftp|file|javascript|data|mailto)\\s*:\\s*(?://|[a-z,;])|\\bhxxps?:|\\bwww\\."),
          sign("/", "\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.[a-z]{2,24}/\\S*"),
          sign("](", "!?\\[[^\\]\\n]{0,200}\\]\\([^)\\n]{0,400}\\)"),
          sign(
              "<! <@ <# @",
              "<[!@#][^>\\n"
                  + "]{0,200}>|(?<![\\w.])@(?:channel|here|everyone|all|team|[a-z0-9_.-]{2,})"),
          sign("&lt; \\u003c %3c", "&lt;[!@/a-z]|\\\\u003c|%3c"),
          // The same in other languages that hidden text is written in.
          sign(
              "^ignorier ^vergiss ^missachte",
              "\\b(?:ignorier\\w*|vergiss|missachte)\\b[^.\\n"
                  + "]{0,60}\\b(?:anweisung\\w*|oben|vorherig\\w*|regeln)"),
          sign(
              "^ignor ^oublie ^olvida ^dimentica ^esque\u00e7a ^negeer ^vergeet",
              "\\b(?:ignor(?:ez|e|er|a|ad|are|en)|oublie[zr]?|olvida|dimentica|esque\u00e7a|negeer|vergeet)\\b[^.\\n"
                  + "]{0,60}\\b(?:instru\\w*|istruzion\\w*|consignes?|regl\\w*|opdracht\\w*|precedent\\w*"
                  + "|anterior\\w*|pr\u00e9c\u00e9dent\\w*)"),
          sign(
              "\u0438\u0433\u043d\u043e\u0440\u0438\u0440 \u0437\u0430\u0431\u0443\u0434\u044c",
              "(?:\u0438\u0433\u043d\u043e\u0440\u0438\u0440\\w*|\u0437\u0430\u0431\u0443\u0434\u044c\\w*)[^.\\n"
                  + "]{0,60}(?:\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446\\w*|\u043f\u0440\u0435\u0434\u044b\u0434\u0443\u0449\\w*)"),
          sign(
              "\u5ffd\u7565 \u65e0\u89c6 \u7121\u8996",
              "(?:\u5ffd\u7565|\u65e0\u89c6|\u7121\u8996|\u5ffd\u7565)[^\u3002\\n"
                  + "]{0,30}(?:\u6307\u4ee4|\u6307\u793a|\u547d\u4ee4)|(?:\u6307\u4ee4|\u6307\u793a|\u547d\u4ee4)[^\u3002\\n"
                  + "]{0,12}(?:\u7121\u8996|\u5ffd\u7565)"));

  private static final Cues CUES = new Cues(SIGNS.stream().map(Sign::cues).toList());

  /** Text that is encoded, so that nobody can read it. */
  private static final Pattern ENCODED = pattern("(?<![\\w/+])[A-Za-z0-9+/]{40,}={0,2}(?![\\w/+])");

  private static final int SHORTEST_ENCODED = 40;

  private MachineTalk() {}

  /**
   * @param cues as {@link Cues} takes them; what the pattern matches has one of them in it
   */
  record Sign(List<String> cues, Pattern pattern) {}

  /** Every pattern that goes with cues. */
  static List<Sign> signs() {
    return SIGNS;
  }

  /** Whether the text matches any pattern. */
  static boolean isIn(String text) {
    long worthTrying = CUES.in(text);
    while (worthTrying != 0) {
      Pattern pattern = SIGNS.get(Long.numberOfTrailingZeros(worthTrying)).pattern();
      if (pattern.matcher(text).find()) {
        return true;
      }
      worthTrying &= worthTrying - 1;
    }
    return longWord(text) && ENCODED.matcher(text).find();
  }

  /** Whether so many characters stand together that the shortest encoded text could be there. */
  private static boolean longWord(String text) {
    for (int i = SHORTEST_ENCODED - 1; i < text.length(); i += SHORTEST_ENCODED) {
      int start = i;
      while (start > 0 && mayEncode(text.charAt(start))) {
        start--;
      }
      int end = i;
      while (end < text.length() && mayEncode(text.charAt(end))) {
        end++;
      }
      if (end - start >= SHORTEST_ENCODED) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayEncode(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '/' && c <= '9'
        || c == '+'
        || c > 127;
  }

  private static Sign sign(String cues, String regex) {
    return new Sign(List.of(cues.split(" ")), pattern(regex));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
