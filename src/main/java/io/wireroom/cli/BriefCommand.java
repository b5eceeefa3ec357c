package io.wireroom.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.wireroom.article.Article;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefLength;
import io.wireroom.brief.ExtractiveBriefer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the brief of an article in a file, or of many articles as JSON lines, to stdout. */
@Command(
    name = "brief",
    description = "Write the brief of an article: its takeaways and summary, with evidence.",
    mixinStandardHelpOptions = true)
public final class BriefCommand implements Callable<Integer> {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "An article as plain text or as one JSON object; - or nothing reads stdin.")
  private Path file = Path.of("-");

  @Option(
      names = "--jsonl",
      description =
          "Read one JSON object a line ({\"id\",\"title\",\"text\"}; \"url\" and \"language\" may"
              + " be added) and write one brief a line, with the same id.")
  private boolean jsonl;

  @Option(names = "--takeaways", paramLabel = "N", description = "Exactly N; otherwise 3 to 5.")
  private @Nullable Integer takeaways;

  @Option(
      names = "--max-chars",
      paramLabel = "N",
      description = "Longest takeaway, in characters; 240 unless given.")
  private int maxChars = BriefLength.USUAL.maxChars();

  @Option(names = "--title", description = "The headline of a plain-text FILE.")
  private String title = "";

  @Option(names = "--language", description = "Language of a plain-text FILE, such as en.")
  private String language = "und";

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Clock clock = Clock.systemUTC();
    ArticleLines articles = new ArticleLines(clock);
    ExtractiveBriefer briefer = new ExtractiveBriefer(clock, length(command));
    PrintWriter out = command.commandLine().getOut();
    try (BufferedReader in = open()) {
      if (jsonl) {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          number++;
          if (!line.isBlank()) {
            out.println(line(briefer, articles, line, number));
          }
        }
      } else {
        out.println(json(brief(briefer, fromFile(articles, read(in)))));
      }
      out.flush();
      return 0;
    } catch (IOException e) {
      out.flush();
      command.commandLine().getErr().println(file + " can't be read: " + Unreadable.why(e));
      return 1;
    }
  }

  /** A line that can't be read costs no other: its error stands in the place of its brief. */
  private static String line(
      ExtractiveBriefer briefer, ArticleLines articles, String line, int number)
      throws JsonProcessingException {
    Article article;
    try {
      article = articles.fromJson(line);
    } catch (IOException e) {
      return JSON.writeValueAsString(Map.of("line", number, "error", Unreadable.why(e)));
    }
    return json(brief(briefer, article));
  }

  private BriefLength length(CommandSpec command) {
    try {
      BriefLength usual = BriefLength.USUAL;
      return takeaways == null
          ? new BriefLength(usual.fewest(), usual.most(), maxChars)
          : new BriefLength(takeaways, takeaways, maxChars);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private BufferedReader open() throws IOException {
    return file.toString().equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }

  private Article fromFile(ArticleLines articles, String content) throws IOException {
    return content.stripLeading().startsWith("{")
        ? articles.fromJson(content)
        : articles.fromText(String.valueOf(file.getFileName()), title, language, content);
  }

  private static String read(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    char[] chunk = new char[8192];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      content.append(chunk, 0, read);
    }
    return content.toString();
  }

  /** The id that the caller gave stands in for the brief's own, so that they can be matched. */
  private static Brief brief(ExtractiveBriefer briefer, Article article) {
    Brief b = briefer.brief(article);
    return new Brief(
        article.item().id(),
        b.itemId(),
        b.storyId(),
        b.origin(),
        b.headline(),
        b.status(),
        b.teaser(),
        b.takeaways(),
        b.summary(),
        b.opinion(),
        b.made());
  }

  private static String json(Brief brief) throws JsonProcessingException {
    return JSON.writeValueAsString(brief);
  }
}
