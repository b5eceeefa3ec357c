package io.wireroom.article;

import org.jspecify.annotations.Nullable;

/**
 * What the config says of the pages of one source.
 *
 * @param name the publisher's name for people; null to take what the page or feed says
 * @param selectors where the article is on its pages
 */
public record SiteNotes(@Nullable String name, PageSelectors selectors) {

  /** The config says nothing. */
  public static final SiteNotes NONE = new SiteNotes(null, PageSelectors.NONE);
}
