package io.wireroom.article;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import java.util.stream.Collectors;

public final class ArticleExtractor {
  public Extract extract(String html, @Nullable URI url) {
    Document document = Jsoup.parse(html);
    JsonLd data = JsonLd.of(document);
    MetaTags meta = new MetaTags(document);
    String host = url == null || url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    String title = new Titles(document, meta, data, meta.first("og:site_name")).find(host);
    PageBlocks page = PageBlocks.of(document.body());
    StatedBody stated = new StatedBody(String.join("\n\n", JsonLd.strings(data.ofArticle("articleBody"))));
    List<Block> blocks = new BodyFinder(page, stated).find(title);
    String text = blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    return new Extract(title, List.of(), null, null, null, null, null, text, ArticleStatus.FULL);
  }
}
