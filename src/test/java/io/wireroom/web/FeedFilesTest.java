package io.wireroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.deliver.SampleBriefs;
import io.wireroom.poll.Feed;
import io.wireroom.poll.FeedParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.dataformat.rss.RssDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the feeds look like to the byte, and whether they keep the rules of their formats. */
class FeedFilesTest {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Brief HOSTILE = SampleBriefs.hostile();
  private static final List<Brief> BRIEFS =
      List.of(
          SampleBriefs.whole(),
          SampleBriefs.thin(ArticleStatus.THIN),
          SampleBriefs.thin(ArticleStatus.EMPTY),
          HOSTILE);
  private static final Set<String> RSS_ITEM =
      Set.of(
          "title",
          "link",
          "description",
          "author",
          "category",
          "comments",
          "enclosure",
          "guid",
          "pubDate",
          "source");

  @ParameterizedTest
  @EnumSource
  void a_feed_is_the_same_bytes_every_time(FeedForm form) throws Exception {
    String written = new String(written(form), StandardCharsets.UTF_8).replace("\r\n", "\n");
    if (form == FeedForm.JSON) {
      written = new ObjectMapper().readTree(written).toPrettyString() + "\n";
    }

    Path golden = Path.of("src/test/resources/web/feed" + form.ending());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, written);
    }
    assertThat(written).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @EnumSource
  void both_parsers_read_back_what_the_briefs_say(FeedForm form) throws Exception {
    Feed feed = new FeedParser().parse(written(form), Map.of(), "");
    assertThat(feed.title()).isEqualTo("Newsroom \u2014 \uD83D\uDCF0: tech");
    assertThat(feed.hubs()).containsExactly("https://hub.example/");
    assertThat(feed.self()).isEqualTo("https://news.example/feeds/tags/tech" + form.ending());
    for (int i = 0; i < BRIEFS.size(); i++) {
      Feed.Entry entry = feed.entries().get(i);
      assertThat(entry.id()).isEqualTo(FeedText.id(BRIEFS.get(i)));
      assertThat(entry.published()).isEqualTo(Feeds.published(BRIEFS.get(i)));
      if (BRIEFS.get(i) == HOSTILE) {
        continue; // what looks like markup is taken out where our parser expects none
      }
      assertThat(entry.title()).isEqualTo(FeedText.title(BRIEFS.get(i)));
      assertThat(entry.categories()).isEqualTo(FeedText.tags(BRIEFS.get(i)));
      assertThat(entry.authors()).isEqualTo(FeedText.authors(BRIEFS.get(i)));
    }
    if (form != FeedForm.JSON) {
      SyndFeed rome =
          new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(written(form))));
      assertThat(rome.getEntries().stream().map(entry -> entry.getTitle()))
          .isEqualTo(BRIEFS.stream().map(FeedText::title).toList());
      assertThat(rome.getEntries().get(0).getContents().get(0).getValue())
          .isEqualToIgnoringWhitespace(FeedText.html(BRIEFS.get(0)));
    }
  }

  /** RFC 4287, 4.1.1 and 4.1.2. */
  @Test
  void atom_has_what_it_must_have() throws Exception {
    Element feed = xml(written(FeedForm.ATOM)).getRootElement();
    assertThat(feed.getName()).isEqualTo("feed");
    identified(feed);
    assertThat(feed.getChildren("author", ATOM)).isNotEmpty();
    assertThat(links(feed, "self")).hasSize(1);
    assertThat(links(feed, "alternate")).hasSize(1);
    Set<String> ids =
        feed.getChildren("entry", ATOM).stream()
            .map(entry -> entry.getChildText("id", ATOM))
            .collect(Collectors.toSet());
    assertThat(ids).as("the same brief is the same entry").hasSize(3);
    for (Element entry : feed.getChildren("entry", ATOM)) {
      identified(entry);
      assertThat(links(entry, "alternate")).hasSize(1);
      assertThat(entry.getChildren("content", ATOM)).hasSize(1);
      assertThat(entry.getChild("content", ATOM).getAttributeValue("type")).isEqualTo("html");
      assertThat(entry.getChildren("summary", ATOM)).hasSizeLessThan(2);
      assertThat(entry.getChildren("published", ATOM)).hasSize(1);
      for (Element author : entry.getChildren("author", ATOM)) {
        assertThat(author.getChildText("name", ATOM)).isNotBlank();
      }
      for (Element category : entry.getChildren("category", ATOM)) {
        assertThat(category.getAttributeValue("term")).isNotBlank();
      }
    }
  }

  private static void identified(Element element) {
    for (String name : List.of("id", "title", "updated")) {
      assertThat(element.getChildren(name, ATOM)).as(name).hasSize(1);
    }
    assertThat(URI.create(element.getChildText("id", ATOM)).isAbsolute()).isTrue();
    OffsetDateTime.parse(element.getChildText("updated", ATOM));
    for (Element link : element.getChildren("link", ATOM)) {
      assertThat(URI.create(link.getAttributeValue("href")).isAbsolute()).isTrue();
    }
  }

  private static List<Element> links(Element element, String rel) {
    return element.getChildren("link", ATOM).stream()
        .filter(link -> rel.equals(link.getAttributeValue("rel")))
        .toList();
  }

  /** RSS 2.0.11. */
  @Test
  void rss_has_what_it_must_have() throws Exception {
    Element rss = xml(written(FeedForm.RSS)).getRootElement();
    assertThat(rss.getAttributeValue("version")).isEqualTo("2.0");
    Element channel = rss.getChild("channel");
    for (String name : List.of("title", "link", "description")) {
      assertThat(channel.getChildren(name)).as(name).hasSize(1);
    }
    assertThat(channel.getChildren("link", ATOM)).hasSize(2);
    for (Element item : channel.getChildren("item")) {
      assertThat(item.getChildText("title")).isNotBlank();
      assertThat(URI.create(item.getChildText("link")).isAbsolute()).isTrue();
      assertThat(item.getChild("guid").getAttributeValue("isPermaLink")).isEqualTo("false");
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(item.getChildText("pubDate"));
      assertThat(item.getChild("author")).as("would have to be an e-mail address").isNull();
      for (Element child : item.getChildren()) {
        if (child.getNamespaceURI().isEmpty()) {
          assertThat(RSS_ITEM).contains(child.getName());
        }
      }
    }
  }

  /** JSON Feed 1.1. */
  @Test
  void json_has_what_it_must_have() throws Exception {
    JsonNode feed = new ObjectMapper().readTree(written(FeedForm.JSON));
    assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("title").asText()).isNotBlank();
    assertThat(feed.path("items").isArray()).isTrue();
    for (JsonNode item : feed.path("items")) {
      assertThat(item.path("id").isTextual()).isTrue();
      assertThat(item.path("content_html").asText()).startsWith("<article");
      assertThat(URI.create(item.path("url").asText()).isAbsolute()).isTrue();
      OffsetDateTime.parse(item.path("date_published").asText());
      OffsetDateTime.parse(item.path("date_modified").asText());
      item.path("authors").forEach(author -> assertThat(author.path("name").asText()).isNotBlank());
      item.fieldNames()
          .forEachRemaining(
              name ->
                  assertThat(name)
                      .matches(
                          "id|url|title|content_html|summary|image|date_published|date_modified"
                              + "|authors|tags|language|_wireroom"));
    }
  }

  @Test
  void what_no_xml_may_hold_costs_the_feed_nothing() throws Exception {
    Brief whole = SampleBriefs.whole();
    Brief odd =
        new Brief(
            whole.id(),
            whole.itemId(),
            whole.storyId(),
            whole.origin(),
            "A\u0000B\uFFFE\uD800C \uD83D\uDE00",
            whole.status(),
            whole.teaser(),
            whole.takeaways(),
            whole.summary(),
            null,
            whole.made());

    Feed feed =
        new FeedParser().parse(written(edition(FeedForm.RSS, List.of(odd), null)), Map.of(), "");

    assertThat(feed.entries().get(0).title()).startsWith("AB").endsWith("C \uD83D\uDE00");
  }

  private static byte[] written(FeedForm form) throws Exception {
    return written(edition(form, BRIEFS, URI.create("https://hub.example/")));
  }

  private static byte[] written(Edition edition) throws Exception {
    if (edition.form() == FeedForm.JSON) {
      return new JsonEdition().write(edition);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DefaultCamelContext context = new DefaultCamelContext();
        RssDataFormat format = new RssDataFormat()) {
      format.marshal(new DefaultExchange(context), new Syndication().feed(edition), out);
    }
    return out.toByteArray();
  }

  private static Edition edition(FeedForm form, List<Brief> briefs, @Nullable URI hub) {
    WebRequest request =
        new WebRequest("GET", "/feeds/tags/tech" + form.ending(), "", Map.of(), new byte[0], true);
    return new Edition(
        request,
        FeedName.tag("tech"),
        form,
        "Newsroom \u2014 \uD83D\uDCF0: tech",
        "https://news.example/feeds/tags/tech" + form.ending(),
        "https://news.example/tags/tech",
        "https://news.example",
        hub,
        briefs,
        Instant.parse("2026-07-28T15:00:00Z"),
        true,
        null);
  }

  private static Document xml(byte[] bytes) throws Exception {
    return new SAXBuilder().build(new ByteArrayInputStream(bytes));
  }
}
