package io.wireroom.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tells what a reader of the page would not see. Text that only a machine reads is where
 * instructions to language models are hidden, so it is never article text.
 */
final class Visibility {
  /** Elements whose content is never shown, or is a control, or is a stand-in for a script. */
  private static final Set<String> NEVER_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "meta",
          "link",
          "iframe",
          "frame",
          "frameset",
          "noframes",
          "object",
          "embed",
          "applet",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "map",
          "area",
          "img",
          "picture",
          "source",
          "track",
          "input",
          "select",
          "option",
          "optgroup",
          "datalist",
          "textarea",
          "button",
          "progress",
          "meter",
          "param",
          "base",
          "rp",
          "rt",
          "amp-analytics",
          "amp-ad",
          "amp-state",
          "amp-sidebar",
          "amp-consent");

  private static final Pattern UNSEEN_STYLE =
      Pattern.compile(
          "(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:0(?:\\.0+)?(?:px|em|rem|pt|%)?"
              + "(?=;|!|$)|opacity:0(?:\\.0+)?(?=;|!|$)|(?:text-indent|left|top|margin-left):-\\d{3,}"
              + "|clip:rect\\(0|clip-path:inset\\((?:50|100)%"
              + "|color:(?:transparent|rgba\\(\\d+,\\d+,\\d+,0(?:\\.0+)?\\)))");

  private static final Pattern WHITE_TEXT =
      Pattern.compile("(?:^|;)color:(?:white|#fff(?:fff)?|rgb\\(255,255,255\\))(?=;|!|$)");

  private static final Pattern NO_ROOM =
      Pattern.compile("(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?=;|!|$)");

  private static final Set<String> UNSEEN_CLASSES =
      Set.of(
          "sr-only",
          "visually-hidden",
          "visuallyhidden",
          "screen-reader-text",
          "screen-reader-only",
          "screenreader-only",
          "screen-reader",
          "u-hidden-visually",
          "hidden-print-only",
          "show-for-sr",
          "element-invisible");

  private static final int LONGEST_STYLE = 2_000;

  private Visibility() {}

  /**
   * @param unscripted whether to judge as where no scripts run: there {@code noscript} is shown,
   *     and nothing was set aside behind a dialog
   */
  static boolean isUnseen(Element element, boolean unscripted) {
    if (unscripted && element.normalName().equals("noscript")) {
      return false;
    }
    if (NEVER_TEXT.contains(element.normalName())) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    boolean setAside = element.attr("aria-hidden").equalsIgnoreCase("true");
    if (element.hasAttr("hidden") || (setAside && !unscripted)) {
      return true;
    }
    return hasUnseenStyle(element) || hasUnseenClass(element);
  }

  private static boolean hasUnseenStyle(Element element) {
    String style = element.attr("style");
    if (style.isEmpty() || style.length() > LONGEST_STYLE) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "").replace("\n", "");
    boolean background = plain.contains("background");
    boolean clipped = plain.contains("overflow:hidden");
    return UNSEEN_STYLE.matcher(plain).find()
        || (!background && WHITE_TEXT.matcher(plain).find())
        || (clipped && NO_ROOM.matcher(plain).find());
  }

  private static boolean hasUnseenClass(Element element) {
    String classes = element.attr("class");
    if (classes.isEmpty()) {
      return false;
    }
    for (String name : classes.split("\\s+", -1)) {
      if (UNSEEN_CLASSES.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
