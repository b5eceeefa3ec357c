package io.wireroom.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What the words in an element's tag, class, id and role say about its text. Web authors name the
 * parts of a page in a small common vocabulary; these are its words, by meaning, in the languages
 * that sites are built in (nearly always English). Not thread-safe: one for each page.
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
  static final int TITLE = 1 << 14;
  static final int TAGS = 1 << 15;
  static final int MEDIA = 1 << 16;
  static final int WALL = 1 << 17;
  static final int EMBED = 1 << 18;
  static final int CREDIT = 1 << 19;
  static final int SUMMARY = 1 << 20;
  static final int ARTICLE = 1 << 21;
  static final int MAIN = 1 << 22;
  static final int FORM = 1 << 23;
  static final int QUOTE = 1 << 24;
  static final int LIST = 1 << 25;
  static final int COUNT = 26;

  /** The names that are given to the article itself and what it lies in. */
  static final int OF_ARTICLES = BODY | ARTICLE | MAIN;

  /** Found anywhere in the attribute, once its punctuation is gone; a space is a name's start. */
  private static final Map<String, Integer> STEMS =
      Map.ofEntries(
          Map.entry("articlebody", BODY),
          Map.entry("articlecontent", BODY),
          Map.entry("articletext", BODY),
          Map.entry("entrycontent", BODY),
          Map.entry("postcontent", BODY),
          Map.entry("postbody", BODY),
          Map.entry("storybody", BODY),
          Map.entry("storycontent", BODY),
          Map.entry("storytext", BODY),
          Map.entry("bodytext", BODY),
          Map.entry("bodycopy", BODY),
          Map.entry("bodycontent", BODY),
          Map.entry("contentbody", BODY),
          Map.entry("newsbody", BODY),
          Map.entry("newstext", BODY),
          Map.entry("maincontent", MAIN),
          Map.entry("comment", COMMENT),
          Map.entry("disqus", COMMENT),
          Map.entry("replies", COMMENT),
          Map.entry("discussion", COMMENT),
          Map.entry("related", RELATED),
          Map.entry("recommend", RELATED),
          Map.entry("recirc", RELATED),
          Map.entry("readmore", RELATED),
          Map.entry("readnext", RELATED),
          Map.entry("seealso", RELATED),
          Map.entry("morefrom", RELATED),
          Map.entry("morestories", RELATED),
          Map.entry("morenews", RELATED),
          Map.entry("popular", RELATED),
          Map.entry("trending", RELATED),
          Map.entry("mostread", RELATED),
          Map.entry("mostviewed", RELATED),
          Map.entry("similar", RELATED),
          Map.entry("outbrain", RELATED),
          Map.entry("taboola", RELATED),
          Map.entry("upnext", RELATED),
          Map.entry("teaser", RELATED),
          Map.entry("suggest", RELATED),
          Map.entry("latest", RELATED),
          Map.entry("headlines", RELATED),
          Map.entry("share", SHARE),
          Map.entry("sharing", SHARE),
          Map.entry("social", SHARE),
          Map.entry("addthis", SHARE),
          Map.entry("follow", SHARE),
          Map.entry("newsletter", SIGN_UP),
          Map.entry("subscri", SIGN_UP),
          Map.entry("signup", SIGN_UP),
          Map.entry("optin", SIGN_UP),
          Map.entry("mailchimp", SIGN_UP),
          Map.entry("donat", SIGN_UP),
          Map.entry("navig", NAVIGATION),
          Map.entry("navbar", NAVIGATION),
          Map.entry("breadcrumb", NAVIGATION),
          Map.entry("pagination", NAVIGATION),
          Map.entry("pager", NAVIGATION),
          Map.entry("dropdown", NAVIGATION),
          Map.entry("toolbar", NAVIGATION),
          Map.entry("sidebar", SIDE),
          Map.entry(" widget", SIDE),
          Map.entry("complementary", SIDE),
          Map.entry("footer", FOOT),
          Map.entry("copyright", FOOT),
          Map.entry("disclaimer", FOOT),
          Map.entry("masthead", HEAD),
          Map.entry("advert", ADVERT),
          Map.entry("sponsor", ADVERT),
          Map.entry("promo", ADVERT),
          Map.entry("banner", ADVERT),
          Map.entry("affiliate", ADVERT),
          Map.entry("commercial", ADVERT),
          Map.entry("cookie", CONSENT),
          Map.entry("consent", CONSENT),
          Map.entry("gdpr", CONSENT),
          Map.entry("popup", CONSENT),
          Map.entry("modal", CONSENT),
          Map.entry("overlay", CONSENT),
          Map.entry("author", AUTHOR),
          Map.entry("byline", AUTHOR),
          Map.entry("contributor", AUTHOR),
          Map.entry("timestamp", META),
          Map.entry("dateline", META),
          Map.entry("publish", META),
          Map.entry("updated", META),
          Map.entry("caption", CAPTION),
          Map.entry("headline", TITLE),
          Map.entry("keyword", TAGS),
          Map.entry("topics", TAGS),
          Map.entry("gallery", MEDIA),
          Map.entry("slideshow", MEDIA),
          Map.entry("carousel", MEDIA),
          Map.entry("slider", MEDIA),
          Map.entry("video", MEDIA),
          Map.entry("player", MEDIA),
          Map.entry("photo", MEDIA),
          Map.entry("image", MEDIA),
          Map.entry("figure", MEDIA),
          Map.entry("thumb", MEDIA),
          Map.entry("paywall", WALL),
          Map.entry("paygate", WALL),
          Map.entry("regwall", WALL),
          Map.entry("subscriberonly", WALL),
          Map.entry("subscribersonly", WALL),
          Map.entry("membersonly", WALL),
          Map.entry("embed", EMBED),
          Map.entry("tweet", EMBED),
          Map.entry("twitter", EMBED),
          Map.entry("instagram", EMBED),
          Map.entry("facebook", SHARE),
          Map.entry("infobox", EMBED),
          Map.entry("credit", CREDIT),
          Map.entry("attribution", CREDIT),
          Map.entry("excerpt", SUMMARY),
          Map.entry("summary", SUMMARY),
          Map.entry("subtitle", SUMMARY),
          Map.entry("subhead", SUMMARY),
          Map.entry("standfirst", SUMMARY),
          Map.entry("description", SUMMARY),
          Map.entry("pullquote", QUOTE));

  /** Whole words only: too short to be looked for inside others. */
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("nav", NAVIGATION),
          Map.entry("menu", NAVIGATION),
          Map.entry("skip", NAVIGATION),
          Map.entry("respond", COMMENT),
          Map.entry("rail", SIDE),
          Map.entry("source", CREDIT),
          Map.entry("sources", CREDIT),
          Map.entry("category", TAGS),
          Map.entry("categories", TAGS),
          Map.entry("tabs", NAVIGATION),
          Map.entry("aside", SIDE),
          Map.entry("side", SIDE),
          Map.entry("right", SIDE),
          Map.entry("foot", FOOT),
          Map.entry("legal", FOOT),
          Map.entry("terms", FOOT),
          Map.entry("header", HEAD),
          Map.entry("hero", HEAD),
          Map.entry("ad", ADVERT),
          Map.entry("ads", ADVERT),
          Map.entry("adv", ADVERT),
          Map.entry("cta", ADVERT),
          Map.entry("bio", AUTHOR),
          Map.entry("about", AUTHOR),
          Map.entry("date", META),
          Map.entry("time", META),
          Map.entry("meta", META),
          Map.entry("info", META),
          Map.entry("title", TITLE),
          Map.entry("tag", TAGS),
          Map.entry("tags", TAGS),
          Map.entry("dek", SUMMARY),
          Map.entry("lead", SUMMARY),
          Map.entry("lede", SUMMARY),
          Map.entry("intro", SUMMARY),
          Map.entry("article", ARTICLE),
          Map.entry("story", ARTICLE),
          Map.entry("post", ARTICLE),
          Map.entry("entry", ARTICLE),
          Map.entry("blog", ARTICLE),
          Map.entry("content", MAIN),
          Map.entry("main", MAIN),
          Map.entry("body", MAIN),
          Map.entry("quote", QUOTE),
          Map.entry("list", LIST),
          Map.entry("item", LIST),
          Map.entry("card", LIST),
          Map.entry("grid", LIST),
          Map.entry("next", RELATED),
          Map.entry("more", RELATED),
          Map.entry("links", RELATED),
          Map.entry("inline", EMBED),
          Map.entry("module", EMBED),
          Map.entry("box", EMBED));

  private static final Map<String, Integer> TAG_HINTS =
      Map.ofEntries(
          Map.entry("nav", NAVIGATION),
          Map.entry("menu", NAVIGATION),
          Map.entry("aside", SIDE),
          Map.entry("footer", FOOT),
          Map.entry("header", HEAD),
          Map.entry("article", ARTICLE),
          Map.entry("main", MAIN),
          Map.entry("figcaption", CAPTION),
          Map.entry("caption", CAPTION),
          Map.entry("figure", MEDIA),
          Map.entry("form", FORM),
          Map.entry("fieldset", FORM),
          Map.entry("dialog", CONSENT),
          Map.entry("address", AUTHOR),
          Map.entry("blockquote", QUOTE),
          Map.entry("ul", LIST),
          Map.entry("ol", LIST),
          Map.entry("dl", LIST));

  private static final Set<String> TAGS_OF_ARTICLES = Set.of("article", "main");

  /** Longer attribute values are generated styles, not names. */
  private static final int LONGEST_NAME = 300;

  private final Map<String, Integer> seen = new HashMap<>();

  int of(Element element) {
    int hints = TAG_HINTS.getOrDefault(element.normalName(), 0);
    if (element.attributesSize() == 0 || element.is("body, html")) {
      return hints;
    }
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      boolean named =
          key.equals("class")
              || key.equals("id")
              || key.equals("role")
              || key.equals("itemprop")
              || key.equals("data-testid")
              || key.equals("data-component")
              || key.equals("data-module")
              || key.equals("data-type");
      if (named) {
        hints |= ofName(attribute.getValue());
      }
    }
    // Publishing systems put an article's own categories, tags and state among its class names.
    boolean article = TAGS_OF_ARTICLES.contains(element.normalName());
    boolean post = element.hasClass("hentry") || element.hasClass("status-publish");
    return post ? hints & OF_ARTICLES : article ? hints & (OF_ARTICLES | COMMENT | RELATED) : hints;
  }

  private int ofName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return 0;
    }
    return seen.computeIfAbsent(name, Hints::read);
  }

  private static int read(String name) {
    int hints = 0;
    StringBuilder squeezed = new StringBuilder(name.length() + 1).append(' ');
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump = letter && start >= 0 && Character.isUpperCase(c)
          && Character.isLowerCase(name.charAt(i - 1));
      if (start >= 0 && (!letter || hump)) {
        String word = name.substring(start, i).toLowerCase(Locale.ROOT);
        squeezed.append(word);
        hints |= WORDS.getOrDefault(word, 0);
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
      if (Character.isWhitespace(c)) {
        squeezed.append(' ');
      }
    }
    String all = squeezed.toString();
    for (Map.Entry<String, Integer> stem : STEMS.entrySet()) {
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
