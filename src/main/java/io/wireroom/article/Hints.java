package io.wireroom.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What the words in an element's tag, class, id and role say about its text. Not thread-safe: one
 * for each page.
 */
final class Hints {
  static final int BODY = 1;
  static final int COMMENT = 1 << 1;
  static final int RELATED = 1 << 2;
  static final int SHARE = 1 << 3;
  static final int SIGN_UP = 1 << 4;
  static final int NAVIGATION = 1 << 5;
  static final int SIDE = 1 << 6;
  static final int FOOT = 1 << 7;
  static final int HEAD = 1 << 8;
  static final int ADVERT = 1 << 9;
  static final int CONSENT = 1 << 10;
  static final int AUTHOR = 1 << 11;
  static final int META = 1 << 12;
  static final int CAPTION = 1 << 13;
  static final int TAGS = 1 << 14;
  static final int MEDIA = 1 << 15;
  static final int WALL = 1 << 16;
  static final int CREDIT = 1 << 17;
  static final int FORM = 1 << 18;

  /** Longer attribute values are generated styles, not names. */
  private static final int LONGEST_NAME = 300;

  private static final Set<String> NAMING_ATTRIBUTES =
      Set.of(
          "class",
          "id",
          "role",
          "itemprop",
          "data-testid",
          "data-component",
          "data-module",
          "data-type");

  private final Map<String, Integer> seen = new HashMap<>();

  int of(Element element) {
    String tag = element.normalName();
    int hints = HintWords.TAGS.getOrDefault(tag, 0);
    if (element.attributesSize() == 0 || tag.equals("body")) {
      return hints;
    }
    boolean heading = isHeading(tag);
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      // A heading's id is made of its words, to be linked to.
      if (NAMING_ATTRIBUTES.contains(key) && !(heading && key.equals("id"))) {
        hints |= ofName(attribute.getValue());
      }
    }
    // Publishing systems put an article's own categories, tags and state among its class names.
    if (element.hasClass("hentry") || element.hasClass("status-publish")) {
      return hints & BODY;
    }
    boolean article = tag.equals("article") || tag.equals("main");
    return article ? hints & (BODY | COMMENT | RELATED) : hints;
  }

  static boolean isHeading(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  private int ofName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return 0;
    }
    return seen.computeIfAbsent(name, Hints::read);
  }

  private static int read(String name) {
    int hints = 0;
    StringBuilder squeezed = new StringBuilder(name.length() + 1).append('^');
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump =
          letter
              && start >= 0
              && Character.isUpperCase(c)
              && Character.isLowerCase(name.charAt(i - 1));
      if (start >= 0 && (!letter || hump)) {
        String word = name.substring(start, i).toLowerCase(Locale.ROOT);
        squeezed.append(word);
        hints |= HintWords.WORDS.getOrDefault(word, 0);
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
      if (Character.isWhitespace(c)) {
        squeezed.append('^');
      }
    }
    String all = squeezed.toString();
    for (Map.Entry<String, Integer> stem : HintWords.STEMS.entrySet()) {
      if ((hints & stem.getValue()) == 0 && says(all, stem.getKey())) {
        hints |= stem.getValue();
      }
    }
    return hints;
  }

  private static boolean says(String names, String stem) {
    int at = names.indexOf(stem);
    // A commentary is an article; comments are not.
    return at >= 0 && !(stem.equals("comment") && names.startsWith("ary", at + stem.length()));
  }
}
