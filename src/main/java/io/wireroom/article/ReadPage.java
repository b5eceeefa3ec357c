package io.wireroom.article;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A parsed page with everything that its article is found by. */
record ReadPage(PageMetadata metadata, PageBlocks blocks, PageStats stats, StatedBody stated) {

  static ReadPage of(Document document, @Nullable URI url) {
    JsonLd data = JsonLd.of(document);
    PageMetadata metadata = PageMetadata.of(document, data, url);
    PageBlocks blocks = PageBlocks.of(document.body());
    return new ReadPage(
        metadata,
        blocks,
        new PageStats(blocks.blocks, metadata.title()),
        new StatedBody(metadata.statedBody()));
  }
}
