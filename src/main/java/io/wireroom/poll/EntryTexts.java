package io.wireroom.poll;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry's teaser and full text, chosen among the dozen elements that may hold either. The full
 * text is content:encoded where there is one, else any content, else the second of two teasers.
 */
record EntryTexts(@Nullable String summary, @Nullable String content) {
  private static final Set<String> TEASERS =
      Set.of(
          "summary",
          "description",
          "abstract",
          "dc:description",
          "itunes:summary",
          "dcterms:abstract");

  private static final Set<String> MORE_TEASERS =
      Set.of("media:description", "itunes:subtitle", "googleplay:description");

  private static final Set<String> CONTENTS =
      Set.of("content:encoded", "content", "body", "xhtml:body", "fullitem");

  static EntryTexts of(XmlElement item, FeedContext context) {
    String summary = null;
    String second = null;
    for (Map.Entry<XmlElement, String> teaser : context.htmls(item, TEASERS).entrySet()) {
      boolean podcast = teaser.getKey().name().equals("itunes:summary");
      if (summary == null) {
        summary = teaser.getValue();
      } else if (second == null && !(podcast && teaser.getValue().length() <= summary.length())) {
        second = teaser.getValue();
      }
    }
    String content = null;
    for (Map.Entry<XmlElement, String> full : context.htmls(item, CONTENTS).entrySet()) {
      if (content == null || full.getKey().name().equals("content:encoded")) {
        content = full.getValue();
      }
    }
    if (content == null) {
      content = second;
    }
    if (summary == null && content == null) {
      summary = moreTeasers(item, context);
    }
    return new EntryTexts(summary, content);
  }

  private static @Nullable String moreTeasers(XmlElement item, FeedContext context) {
    XmlElement media = media(item);
    for (XmlElement parent : media == null ? List.of(item) : List.of(item, media)) {
      for (String html : context.htmls(parent, MORE_TEASERS).values()) {
        return html;
      }
    }
    return null;
  }

  static @Nullable XmlElement media(XmlElement item) {
    XmlElement group = item.first("media:group");
    return group == null ? item.first("media:content") : group;
  }
}
