package io.wireroom.web;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import io.wireroom.brief.Brief;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A feed as ROME knows it, for the data format {@code rss} to write: RSS 2.0 with the modules that
 * readers know (content, Dublin Core, Atom's links), or Atom 1.0.
 *
 * <p>The encoding is US-ASCII, where every other character is a reference: the data format writes
 * text in the platform's own encoding, whatever the document says, and these bytes are the same in
 * all of them.
 */
public final class Syndication {

  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

  /** Says which feed it is; {@code edition.form()} is RSS or Atom. */
  public SyndFeed feed(Edition edition) {
    boolean atom = edition.form() == FeedForm.ATOM;
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(atom ? "atom_1.0" : "rss_2.0");
    feed.setEncoding("US-ASCII");
    feed.setTitle(FeedText.line(edition.title()));
    feed.setDescription("Briefs of news articles, with links to the articles");
    feed.setGenerator("Wireroom");
    feed.setPublishedDate(Date.from(edition.updated()));
    if (atom) {
      feed.setUri(edition.self());
      feed.setLinks(links(edition));
      feed.setAuthors(List.of(person(FeedText.line(edition.title()))));
    } else {
      feed.setLink(edition.home());
      feed.setForeignMarkup(elements(edition));
    }
    feed.setEntries(edition.briefs().stream().map(brief -> entry(brief, edition, atom)).toList());
    return feed;
  }

  private static List<SyndLink> links(Edition edition) {
    List<SyndLink> links = new ArrayList<>();
    links.add(link("alternate", edition.home(), "text/html"));
    links.add(link("self", edition.self(), edition.form().type()));
    if (edition.hub() != null) {
      links.add(link("hub", edition.hub().toASCIIString(), null));
    }
    return links;
  }

  private static List<Element> elements(Edition edition) {
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Element("link", ATOM)
            .setAttribute("rel", "self")
            .setAttribute("type", edition.form().type())
            .setAttribute("href", edition.self()));
    if (edition.hub() != null) {
      elements.add(
          new Element("link", ATOM)
              .setAttribute("rel", "hub")
              .setAttribute("href", edition.hub().toASCIIString()));
    }
    return elements;
  }

  private static SyndEntry entry(Brief brief, Edition edition, boolean atom) {
    SyndEntry entry = new SyndEntryImpl();
    if (atom) {
      entry.setUpdatedDate(Date.from(brief.made().at()));
      entry.setLinks(
          List.of(
              link("alternate", FeedText.link(brief, edition), null),
              link("related", edition.page(brief), "text/html")));
      entry.setAuthors(FeedText.authors(brief).stream().map(Syndication::person).toList());
    } else {
      // First of all: ROME keeps the date in there, too.
      entry.setModules(List.of(core(brief)));
    }
    entry.setUri(FeedText.id(brief));
    entry.setTitle(FeedText.title(brief));
    entry.setLink(FeedText.link(brief, edition));
    entry.setPublishedDate(Date.from(Feeds.published(brief)));
    entry.setDescription(
        atom
            ? content("text", FeedText.summary(brief))
            : content("html", FeedText.summaryHtml(brief)));
    entry.setContents(List.of(content("html", FeedText.html(brief))));
    entry.setCategories(FeedText.tags(brief).stream().map(Syndication::category).toList());
    return entry;
  }

  private static DCModule core(Brief brief) {
    DCModule core = new DCModuleImpl();
    core.setCreators(FeedText.authors(brief));
    core.setSource(FeedText.line(brief.origin().sourceName()));
    if (!brief.origin().language().equals("und")) {
      core.setLanguage(brief.origin().language());
    }
    return core;
  }

  private static SyndLink link(String rel, String href, @Nullable String type) {
    SyndLink link = new SyndLinkImpl();
    link.setRel(rel);
    link.setHref(href);
    link.setType(type);
    return link;
  }

  private static SyndContent content(String type, String value) {
    SyndContent content = new SyndContentImpl();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static SyndCategory category(String name) {
    SyndCategory category = new SyndCategoryImpl();
    category.setName(name);
    return category;
  }

  private static SyndPerson person(String name) {
    SyndPerson person = new SyndPersonImpl();
    person.setName(name);
    return person;
  }
}
