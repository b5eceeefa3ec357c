package io.wireroom.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Which feed a path names, and in which form; a path that names none is told what there is. */
record FeedPath(FeedName feed, FeedForm form) {

  /**
   * @param path below {@link Feeds#ROOT}, such as {@code tags/ai.atom}
   */
  static FeedPath of(String path) {
    FeedForm form = form(path);
    return new FeedPath(name(path.substring(0, path.length() - form.ending().length())), form);
  }

  private static FeedForm form(String path) {
    for (FeedForm form : FeedForm.values()) {
      if (path.endsWith(form.ending())) {
        return form;
      }
    }
    throw Problem.missing(
        "there is no such feed; there are /feeds/all.atom, /feeds/tags/TAG.atom and"
            + " /feeds/subscriptions/ID.atom, and the same with .rss and .json");
  }

  private static FeedName name(String path) {
    if (path.equals(FeedName.ALL.path())) {
      return FeedName.ALL;
    }
    int slash = path.indexOf('/');
    String value = slash < 0 ? "" : decoded(path.substring(slash + 1));
    String kind = slash < 0 ? "" : path.substring(0, slash);
    if (kind.equals("tags") && !value.isBlank()) {
      return FeedName.tag(value);
    }
    if (kind.equals("subscriptions") && !value.isBlank()) {
      return FeedName.subscription(value);
    }
    throw Problem.missing("there is no such feed; there are all, tags/TAG and subscriptions/ID");
  }

  /** A segment of a path as it is meant. */
  static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.missing("there is nothing here: " + segment + " is not encoded as a path is");
    }
  }
}
