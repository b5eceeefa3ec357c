package io.wireroom.article;

import java.net.URI;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

record PageMetadata(String title, String statedBody) {
  static PageMetadata of(Document document, JsonLd data, @Nullable URI url) {
    MetaTags meta = new MetaTags(document);
    String host = url == null || url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    String body = String.join("\n\n", JsonLd.strings(data.ofArticle("articleBody")));
    return new PageMetadata(
        new Titles(document, meta, data, meta.first("og:site_name")).find(host), body);
  }
}
