package io.wireroom.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The addresses a page gives for itself and its lead image, made absolute; only http and https. */
final class PageLinks {
  private static final int LONGEST_ADDRESS = 4_000;

  private final Document document;
  private final MetaTags meta;
  private final JsonLd data;
  private final @Nullable URI page;
  private final @Nullable URI base;

  PageLinks(Document document, MetaTags meta, JsonLd data, @Nullable URI page) {
    this.document = document;
    this.meta = meta;
    this.data = data;
    this.page = page;
    Element element = document.selectFirst("base[href]");
    URI stated = element == null ? null : resolve(page, element.attr("href"));
    this.base = stated == null ? page : stated;
  }

  /** Null when the page gives none, or gives its site's front page for an article. */
  @Nullable URI canonical() {
    List<String> stated = new ArrayList<>();
    for (Element link : document.select("link[rel~=(?i)^canonical$]")) {
      stated.add(link.attr("href"));
    }
    stated.addAll(meta.all("og:url"));
    stated.addAll(JsonLd.strings(data.ofArticle("url")));
    JsonNode main = data.ofArticle("mainEntityOfPage");
    stated.add(main.isTextual() ? main.asText() : main.path("@id").asText(""));
    for (String address : stated) {
      URI found = resolve(base, address);
      if (found != null && !(isFront(found) && page != null && !isFront(page))) {
        return found;
      }
    }
    return null;
  }

  private static boolean isFront(URI address) {
    String path = address.getRawPath();
    return (path == null || path.length() <= 1) && address.getRawQuery() == null;
  }

  /** Null when the page names none. */
  @Nullable URI image() {
    List<String> stated = new ArrayList<>();
    stated.addAll(meta.all("og:image:secure_url", "og:image", "og:image:url"));
    addImages(stated, data.ofArticle("image"));
    stated.addAll(meta.all("twitter:image", "twitter:image:src", "parsely-image-url", "image"));
    addImages(stated, data.ofArticle("thumbnailUrl"));
    for (Element link : document.select("link[rel=image_src], [itemprop=image]")) {
      stated.add(link.hasAttr("href") ? link.attr("href") : link.attr("src"));
    }
    for (String address : stated) {
      URI found = resolve(base, address);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void addImages(List<String> stated, JsonNode image) {
    JsonNode first = image.isArray() ? data.resolve(image.path(0)) : image;
    stated.add(first.isTextual() ? first.asText() : first.path("url").asText(""));
  }

  private static @Nullable URI resolve(@Nullable URI base, String address) {
    String plain = JsonLd.plain(address).strip().replace(" ", "%20");
    if (plain.isEmpty() || plain.length() > LONGEST_ADDRESS) {
      return null;
    }
    try {
      URI uri = new URI(plain);
      URI whole = base == null ? uri : base.resolve(uri);
      String scheme = whole.getScheme();
      boolean web =
          scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
      return web && whole.getHost() != null ? whole : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
