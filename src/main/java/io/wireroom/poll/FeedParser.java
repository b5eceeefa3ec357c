package io.wireroom.poll;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads any feed: RSS, RDF, Atom, CDF, JSON Feed and sitemaps, in any encoding, however broken.
 * What can be repaired is; only what is no feed at all is an error.
 *
 * <p>Bounded: of one input at most {@value #MAX_BYTES} bytes are read (feeds put the newest first),
 * at most 10,000 entries, and nothing outside the input is ever fetched. Thread-safe.
 */
public final class FeedParser {
  /** Bytes of one feed that are read. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  /**
   * Reads a feed.
   *
   * @param body the bytes as they came, decompressed
   * @param headers the response's headers, names in any case; Content-Type, Content-Language and
   *     Content-Location count
   * @param baseUrl where the bytes came from, or empty when that isn't known
   * @throws FeedException when the bytes are no feed; says what they are instead
   */
  public Feed parse(byte[] body, Map<String, String> headers, String baseUrl) throws FeedException {
    byte[] bytes = body.length > MAX_BYTES ? Arrays.copyOf(body, MAX_BYTES) : body;
    FeedDecoder.Decoded decoded = FeedDecoder.decode(bytes, header(headers, "content-type"));
    String text = decoded.text();
    int start = firstVisible(text);
    if (start == text.length()) {
      throw new FeedException(
          body.length == 0
              ? "The feed is empty: 0 bytes. Check the address, or wait for the next poll."
              : "The feed is " + body.length + " bytes of blank space.");
    }
    String location = header(headers, "content-location");
    String base = Links.base(Links.base("", baseUrl), location == null ? null : location.strip());
    Feed feed =
        text.charAt(start) == '{'
            ? new JsonFeed(base).read(text.substring(start))
            : xml(text, bytes, base, location != null);
    String language =
        feed.language() == null ? single(header(headers, "content-language")) : feed.language();
    return complete(feed, language, decoded.encoding());
  }

  private static Feed xml(String text, byte[] bytes, String base, boolean declared)
      throws FeedException {
    XmlReader reader = new XmlReader(text);
    XmlElement document = reader.read();
    XmlElement root = FeedFormat.root(document);
    if (root == null) {
      throw notAFeed(text, bytes, base);
    }
    FeedContext context =
        new FeedContext(new FeedText(FeedFormat.local(root).equals("feed")), base, declared);
    switch (FeedFormat.local(root)) {
      case "html":
        throw page(text, base);
      case "opml":
        throw new FeedException("This is OPML, a list of feeds, not a feed: import it instead.");
      case "urlset":
        return new Sitemap(context).read(root);
      case "sitemapindex":
        List<String> parts = new Sitemap(context).index(root);
        throw new FeedException(
            "This is an index of "
                + parts.size()
                + " sitemaps, not a sitemap: use one of those"
                + (parts.isEmpty() ? "." : ", such as " + parts.get(0)),
            parts);
      default:
        return new XmlFeed(root, context, FeedFormat.of(root, reader.doctype())).read();
    }
  }

  private static FeedException notAFeed(String text, byte[] bytes, String base) {
    int nul = binary(bytes);
    if (nul >= 0) {
      return new FeedException(
          "This is binary data, not a feed (byte "
              + nul
              + " is no text). Check the address and"
              + " whether the server's Content-Encoding is right.");
    }
    String head = text.substring(0, Math.min(text.length(), 4_000)).toLowerCase(Locale.ROOT);
    if (head.contains("<body")
        || head.contains("<head")
        || head.contains("<!doctype html")
        || head.contains("<div")) {
      return page(text, base);
    }
    String shown = HtmlText.collapse(text.substring(0, Math.min(text.length(), 60)));
    return new FeedException(
        "This is not a feed: no rss, feed, RDF, urlset or JSON Feed begins in it. It starts with: "
            + shown);
  }

  private static FeedException page(String text, String base) {
    List<String> feeds = FeedLinks.of(text, base);
    return new FeedException(
        feeds.isEmpty()
            ? "This is an HTML page, not a feed, and it links to none. Give the feed's address, or"
                + " make it a page source with a selector."
            : "This is an HTML page, not a feed: it links to feeds at " + String.join(", ", feeds),
        feeds);
  }

  private static int binary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 4_096); i++) {
      if (bytes[i] >= 0 && bytes[i] < 9 || bytes[i] > 13 && bytes[i] < 27) {
        return i;
      }
    }
    return -1;
  }

  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length()
        && (text.charAt(at) <= ' '
            || text.charAt(at) == '\ufeff'
            || Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static @Nullable String header(Map<String, String> headers, String name) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isBlank()) {
        return header.getValue();
      }
    }
    return null;
  }

  /** A page may be served in several languages; a feed with a list of them has none to speak of. */
  private static @Nullable String single(@Nullable String language) {
    return language == null || language.contains(",") ? null : language.strip().replace('_', '-');
  }

  private static Feed complete(Feed feed, @Nullable String language, String encoding) {
    FeedDetails details = feed.details();
    Map<String, String> texts = new LinkedHashMap<>(details.texts());
    texts.put("encoding", encoding);
    return new Feed(
        feed.format(),
        feed.title(),
        feed.link(),
        feed.subtitle(),
        language,
        feed.updated(),
        feed.ttlMinutes(),
        feed.quiet(),
        feed.hubs(),
        feed.self(),
        feed.entries(),
        new FeedDetails(
            Map.copyOf(texts),
            details.published(),
            details.authors(),
            details.contributors(),
            details.categories(),
            details.links(),
            details.image()));
  }
}
