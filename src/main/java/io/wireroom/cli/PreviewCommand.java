package io.wireroom.cli;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleExtractor;
import io.wireroom.article.PageReader;
import io.wireroom.article.PageUnavailable;
import io.wireroom.article.PendingItem;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.BriefText;
import io.wireroom.brief.ExtractiveBriefer;
import io.wireroom.brief.GuardedBriefer;
import io.wireroom.hub.WebFetch;
import io.wireroom.net.HttpReply;
import io.wireroom.poll.FeedException;
import io.wireroom.poll.Item;
import io.wireroom.poll.ItemReader;
import io.wireroom.poll.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wireroom preview}: the brief of one article, before anything is set up. */
@Command(
    name = "preview",
    description = "Print the brief of an article, or of a feed's newest article.",
    mixinStandardHelpOptions = true)
public final class PreviewCommand implements Callable<Integer> {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Parameters(
      paramLabel = "URL|FILE",
      description = "An article's page, or a feed; an address or a file, HTML or Markdown.")
  private String from = "";

  @Option(names = "--json", description = "Print the canonical document.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    Logs.configure(Logs.Level.QUIET);
    try {
      Brief brief = from.matches("(?i)https?://.*") ? fetched() : read();
      PrintWriter out =
          spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
      out.print(json ? BriefJson.pretty(brief) + "\n" : BriefText.write(brief));
      out.flush();
      return Exit.OK;
    } catch (IOException e) {
      return failed("can't be read: " + Unreadable.why(e));
    } catch (PageUnavailable e) {
      return failed("can't be had now: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return failed("is not an address: " + e.getMessage());
    }
  }

  private int failed(String why) {
    if (spec != null) {
      spec.commandLine().getErr().println(from + " " + why);
    }
    return 1;
  }

  private Brief fetched() throws PageUnavailable, IOException {
    try (WebFetch web = new WebFetch(Home.folder(), clock)) {
      HttpReply reply = web.get(URI.create(from));
      if (!reply.ok()) {
        throw new IOException(Unreadable.why(reply));
      }
      Item newest = newest(reply);
      return newest == null
          ? brief(article(reply.uri()), reply)
          : brief(newest, web.get(newest.link()));
    }
  }

  private Brief read() throws IOException, PageUnavailable {
    byte[] file = Files.readAllBytes(Path.of(from));
    if (new String(file, StandardCharsets.ISO_8859_1).isBlank()) {
      throw new IOException("it is empty; name a page, a feed or an article");
    }
    byte[] body = MarkdownPage.isNamed(from) ? MarkdownPage.html(file) : file;
    URI at = Path.of(from).toAbsolutePath().toUri();
    HttpReply page = new HttpReply(200, at, List.of(), Map.of(), body, null, "", Duration.ZERO);
    Item newest = newest(page);
    if (newest == null) {
      return brief(article(at), page);
    }
    try (WebFetch web = new WebFetch(Home.folder(), clock)) {
      return brief(newest, web.get(newest.link()));
    }
  }

  /** The newest item if this is a feed; null if it is a page. */
  private @Nullable Item newest(HttpReply reply) {
    try {
      List<Item> items = new ItemReader().read(source(reply.uri()), reply, clock.instant()).items();
      return items.isEmpty() ? null : items.get(0);
    } catch (FeedException e) {
      return null;
    }
  }

  private Source source(URI at) {
    return new Source(
        "preview", at, Source.Kind.FEED, null, List.of(), 1, null, Map.of(), Source.State.NEW);
  }

  private Item article(URI at) {
    String name = at.getHost() == null ? "" : at.getHost();
    return new Item(
        "preview", "preview", name, at, "", null, "", "", List.of(), List.of(), clock.instant());
  }

  private Brief brief(Item item, HttpReply page) throws PageUnavailable {
    PageReader reader = new PageReader(new ArticleExtractor(), Map.of(), TIMEOUT, clock);
    Article article = reader.read(new PendingItem(item, 0), page);
    return new GuardedBriefer(new ExtractiveBriefer(clock)).brief(article);
  }
}
