package io.wireroom.web;

import io.wireroom.subscribe.Filter;
import java.util.List;

/**
 * Which briefs a subscriber wants, as it was written; the words mean what they do in the config.
 *
 * @param language BCP 47 primary subtags
 */
public record Wish(
    List<String> tags,
    List<String> any,
    List<String> all,
    List<String> none,
    List<String> sources,
    List<String> language) {

  /** Every brief. */
  public static final Wish ALL =
      new Wish(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Wish {
    tags = List.copyOf(tags);
    any = List.copyOf(any);
    all = List.copyOf(all);
    none = List.copyOf(none);
    sources = List.copyOf(sources);
    language = List.copyOf(language);
  }

  public Filter filter() {
    return new Filter(tags, any, all, none, sources, language);
  }
}
