package io.wireroom.poll;

import io.wireroom.poll.FeedDetails.Link;
import io.wireroom.poll.FeedDetails.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a feed of an XML document's tree: RSS of every version, RDF, Atom 0.3 and 1.0, CDF. What a
 * name means does not depend on the dialect, so a feed that mixes them is read like any other.
 */
final class XmlFeed {
  /** More entries than any feed has; the rest is left out. */
  static final int MAX_ENTRIES = 10_000;

  private static final Map<String, Integer> PERIOD_MINUTES =
      Map.of("hourly", 60, "daily", 1_440, "weekly", 10_080, "monthly", 43_200, "yearly", 525_600);

  static final Set<String> ENTRY = Set.of("item", "entry");

  private final FeedContext context;
  private final XmlElement root;
  private final XmlElement channel;
  private final String format;

  XmlFeed(XmlElement root, FeedContext context, String format) {
    this.root = root;
    this.context = context;
    this.format = format;
    XmlElement inner = root.first("channel");
    this.channel = inner == null ? root : inner;
  }

  Feed read() {
    List<Link> links = context.links(channel);
    String href = context.link(channel, channel == root ? channel.attrOf("href") : null);
    if (href != null) {
      links.add(0, new Link(href, "alternate", "text/html", null, null));
    }
    String base = context.base(channel);
    List<Person> authors = FeedPeople.authors(channel, base);
    boolean inherit = root.name().equals("feed");
    EntryReader reader = new EntryReader(context);
    List<Feed.Entry> entries = new ArrayList<>();
    for (XmlElement item : items()) {
      entries.add(reader.read(item, inherit ? authors : List.of()));
    }
    Instant published = FeedContext.date(channel, EntryReader.PUBLISHED);
    return new Feed(
        format,
        context.plain(channel, "title", "dc:title", "media:title"),
        mainLink(links),
        subtitle(),
        language(),
        updated(published),
        ttl(),
        QuietTimes.of(channel),
        hrefs(links, "hub"),
        hrefs(links, "self").stream().findFirst().orElse(null),
        List.copyOf(entries),
        new FeedDetails(
            texts(base),
            published,
            List.copyOf(authors),
            FeedPeople.contributors(channel, base),
            FeedTags.of(channel),
            List.copyOf(links),
            FeedPictures.ofFeed(root, channel, context)));
  }

  private @Nullable Instant updated(@Nullable Instant published) {
    Instant updated = FeedContext.date(channel, EntryReader.UPDATED);
    Instant cdf = updated == null ? FeedDates.parse(channel.attrOf("lastmod")) : updated;
    return cdf == null ? published : cdf;
  }

  private List<XmlElement> items() {
    List<XmlElement> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(XmlElement parent, List<XmlElement> into) {
    for (XmlElement child : parent.elements()) {
      if (into.size() >= MAX_ENTRIES) {
        return;
      }
      if (ENTRY.contains(child.name())) {
        into.add(child);
      } else {
        collect(child, into);
      }
    }
  }

  private @Nullable String mainLink(List<Link> links) {
    Link other = null;
    for (Link link : links) {
      if (link.rel().equalsIgnoreCase("alternate")) {
        if (EntryLinks.isPage(link.type())) {
          return link.href();
        }
        other = other == null ? link : other;
      }
    }
    return other != null ? other.href() : context.link(channel, channel.attrOf("rdf:about"));
  }

  private static List<String> hrefs(List<Link> links, String rel) {
    List<String> found = new ArrayList<>(1);
    for (Link link : links) {
      if (link.rel().equalsIgnoreCase(rel)) {
        found.add(link.href());
      }
    }
    return List.copyOf(found);
  }

  private @Nullable String subtitle() {
    return context.plain(
        channel,
        "subtitle",
        "tagline",
        "description",
        "dc:description",
        "abstract",
        "itunes:subtitle",
        "itunes:summary",
        "info");
  }

  private @Nullable String language() {
    String said = context.plain(channel, "language", "dc:language");
    if (said == null) {
      said = channel.inherited("xml:lang");
    }
    return said == null || said.isBlank() ? null : said.strip().replace('_', '-');
  }

  /** The longer of what RSS (ttl) and the syndication module (sy) ask for. */
  private @Nullable Integer ttl() {
    String said = channel.textOf("ttl");
    Integer ttl = said != null && said.matches("\\d{1,6}") ? Integer.valueOf(said) : null;
    Integer sy = syndicated();
    return ttl == null ? sy : sy == null ? ttl : Integer.valueOf(Math.max(ttl, sy));
  }

  /** So many times in a period, which is a day when none is named, as the module says. */
  private @Nullable Integer syndicated() {
    String period = channel.textOf("sy:updateperiod");
    String times = channel.textOf("sy:updatefrequency");
    boolean frequent = times != null && times.matches("[1-9]\\d{0,3}");
    if (period == null && !frequent) {
      return null;
    }
    String named = period == null ? "daily" : period.toLowerCase(Locale.ROOT);
    Integer minutes = PERIOD_MINUTES.get(named);
    return minutes == null || times == null || !frequent
        ? minutes
        : Integer.valueOf(Math.max(1, minutes / Integer.parseInt(times)));
  }

  private Map<String, String> texts(String base) {
    Map<String, String> texts = new LinkedHashMap<>();
    XmlElement idElement = channel.first("id");
    String id = idElement == null ? null : context.id(idElement, idElement.text());
    if (id != null) {
      texts.put("id", id);
    }
    String author = FeedPeople.line(channel, base);
    if (author != null) {
      texts.put("author", author);
    }
    context.note(
        texts,
        "summary",
        channel,
        "itunes:summary",
        "description",
        "abstract",
        "subtitle",
        "tagline");
    context.note(texts, "rights", channel, "rights", "copyright", "dc:rights");
    context.note(texts, "generator", channel, "generator");
    context.note(texts, "publisher", channel, "dc:publisher", "webmaster");
    return Map.copyOf(texts);
  }
}
