package io.wireroom.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's {@code meta} elements by name, whether the name is in name, property or itemprop. */
final class MetaTags {
  private final Map<String, List<String>> values = new HashMap<>();

  MetaTags(Document document) {
    for (Element meta : document.getElementsByTag("meta")) {
      String content = meta.attr("content").strip();
      if (content.isEmpty()) {
        continue;
      }
      for (String key : new String[] {"name", "property", "itemprop", "http-equiv"}) {
        String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          values.computeIfAbsent(name, k -> new ArrayList<>()).add(content);
        }
      }
    }
  }

  /** The content of the first of the names that is there; empty when none is. */
  String first(String... names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found.get(0);
      }
    }
    return "";
  }

  /** Everything under the first of the names that is there. */
  List<String> all(String... names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }
}
