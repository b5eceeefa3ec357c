package io.wireroom.article;

import java.util.HashMap;
import java.util.Map;

/**
 * The words behind {@link Hints}: the common vocabulary in which web authors name the parts of a
 * page, by what they mean. Nearly always English, whatever the page's language.
 */
final class HintWords {
  /** Looked for anywhere in a name, once its punctuation is gone; {@code ^} is a name's start. */
  static final Map<String, Integer> STEMS = new HashMap<>();

  /** Whole words only: too short, or too common in others, to be looked for inside them. */
  static final Map<String, Integer> WORDS = new HashMap<>();

  /** Elements that say what they are by their tag. */
  static final Map<String, Integer> TAGS = new HashMap<>();

  static {
    add(
        STEMS,
        Hints.BODY,
        "articlebody articlecontent articletext entrycontent postcontent postbody storybody "
            + "storycontent");
    add(STEMS, Hints.COMMENT, "comment discussion disqus");
    add(STEMS, Hints.RELATED, "related recommend recirc popular");
    add(STEMS, Hints.SHARE, "share social follow facebook");
    add(STEMS, Hints.SIGN_UP, "newsletter subscri signup donat");
    add(STEMS, Hints.NAVIGATION, "navig breadcrumb");
    add(STEMS, Hints.SIDE, "sidebar");
    add(STEMS, Hints.FOOT, "footer copyright disclaimer");
    add(STEMS, Hints.HEAD, "masthead");
    add(STEMS, Hints.ADVERT, "advert sponsor promo banner");
    add(STEMS, Hints.CONSENT, "cookie consent popup modal overlay");
    add(STEMS, Hints.AUTHOR, "author byline");
    add(STEMS, Hints.META, "timestamp updated");
    add(STEMS, Hints.CAPTION, "caption");
    add(STEMS, Hints.TAGS, "topics");
    add(STEMS, Hints.MEDIA, "gallery video player photo image figure thumb");
    add(
        STEMS,
        Hints.WALL,
        "paywall paygate regwall loginwall meterwall registrationwall subscriberonly"
            + " subscribersonly membersonly gatedcontent contentgate lockedcontent pelcro poool");
    add(STEMS, Hints.CREDIT, "credit");

    add(WORDS, Hints.NAVIGATION, "nav menu skip tabs");
    add(WORDS, Hints.SIDE, "aside side right");
    add(WORDS, Hints.CREDIT, "source sources");
    add(WORDS, Hints.TAGS, "category tag tags");
    add(WORDS, Hints.FOOT, "foot terms");
    add(WORDS, Hints.HEAD, "header");
    add(WORDS, Hints.ADVERT, "ad cta");
    add(WORDS, Hints.AUTHOR, "bio about");
    add(WORDS, Hints.META, "date time meta info");
    add(WORDS, Hints.RELATED, "next more links");

    add(TAGS, Hints.NAVIGATION, "nav menu");
    add(TAGS, Hints.SIDE, "aside");
    add(TAGS, Hints.FOOT, "footer");
    add(TAGS, Hints.HEAD, "header");
    add(TAGS, Hints.CAPTION, "figcaption caption");
    add(TAGS, Hints.MEDIA, "figure");
    add(TAGS, Hints.FORM, "form fieldset");
    add(TAGS, Hints.CONSENT, "dialog");
    add(TAGS, Hints.AUTHOR, "address");
  }

  private HintWords() {}

  private static void add(Map<String, Integer> to, int hint, String words) {
    for (String word : words.split(" ", -1)) {
      to.put(word, hint);
    }
  }
}
