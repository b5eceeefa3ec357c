package io.wireroom.article;

import java.util.Locale;
import java.util.Set;

/**
 * What a node of a page's JSON-LD describes. Source: schema.org, as publishers use it, who also
 * call recipes and reviews what they publish as articles.
 */
enum SchemaType {
  ARTICLE,
  PAGE,
  SITE,
  OTHER;

  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "blogposting",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "backgroundnewsarticle",
          "reviewnewsarticle",
          "liveblogposting",
          "socialmediaposting",
          "discussionforumposting",
          "techarticle",
          "scholarlyarticle",
          "advertisercontentarticle",
          "satiricalarticle",
          "report",
          "review",
          "claimreview",
          "medicalscholarlyarticle",
          "recipe",
          "howto");

  private static final Set<String> PAGES =
      Set.of("webpage", "itempage", "medicalwebpage", "videoobject", "creativework");

  /**
   * @param type as written, with or without schema.org's address before it
   */
  static SchemaType of(String type) {
    String name = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (ARTICLES.contains(name)) {
      return ARTICLE;
    } else if (PAGES.contains(name)) {
      return PAGE;
    }
    return name.equals("website") ? SITE : OTHER;
  }
}
