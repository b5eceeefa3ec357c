package io.wireroom.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in a terminal what arrived at the receivers of a {@link DemoStage}. */
public final class DemoReport {

  private static final int TITLE = 48;

  private final DemoStage stage;
  private final Newsstand newsstand = new Newsstand();

  public DemoReport(DemoStage stage) {
    this.stage = stage;
  }

  /** Whether anything arrived in this run. */
  public boolean anything() {
    return !stage.slack().messages().isEmpty() || !stage.desk().received().isEmpty();
  }

  /** One row for each article: how often it is in each receiver. */
  public String table() {
    Map<String, String> objects = new TreeMap<>();
    for (String key : stage.bucket().keys()) {
      // A brief's forms differ in their ending alone, and not every form holds the address.
      objects.merge(stem(key), stage.bucket().text(key), String::concat);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("article", "#newsroom", "#harbour-desk", "bucket", "webhook", ""));
    for (DemoArticle article : newsstand.all()) {
      rows.add(
          List.of(
              cut(article.title()),
              cell(slack(DemoStage.NEWSROOM, article)),
              cell(slack(DemoStage.HARBOUR_DESK, article)),
              cell(
                  stage.bucket().keys().stream()
                      .filter(key -> mentions(objects.getOrDefault(stem(key), ""), article))
                      .count()),
              cell(
                  stage.desk().received().stream()
                      .filter(r -> r.verdict().verified() && mentions(r.text(), article))
                      .count()),
              article.note()));
    }
    return align(rows);
  }

  /** What the receivers refused; one line when they refused nothing. */
  public String refusals() {
    List<String> lines = new ArrayList<>();
    stage.slack().messages().stream()
        .filter(message -> !message.accepted())
        .forEach(message -> lines.add("slack: " + message.problems().get(0)));
    stage.bucket().refusals().forEach(refusal -> lines.add("bucket: " + refusal));
    stage.desk().received().stream()
        .filter(received -> !received.verdict().verified())
        .forEach(received -> lines.add("webhook: " + received.verdict().reason()));
    return lines.isEmpty()
        ? "Refused: nothing. Every message kept Slack's limits, every signature was right."
        : "Refused: " + lines.size() + "\n  " + String.join("\n  ", lines);
  }

  /** One brief as text, from the bucket: the newest article's that has one; empty when none has. */
  public String brief() {
    List<String> texts =
        stage.bucket().keys().stream()
            .filter(key -> key.endsWith(".txt"))
            .map(stage.bucket()::text)
            .toList();
    return newsstand.all().stream()
        .filter(article -> article.state() == DemoArticle.State.FULL)
        .flatMap(article -> texts.stream().filter(text -> text.startsWith(article.title())))
        .findFirst()
        .orElse(texts.isEmpty() ? "" : texts.get(0));
  }

  private long slack(String channel, DemoArticle article) {
    return stage.slack().messages().stream()
        .filter(message -> message.accepted() && message.channel().equals(channel))
        .filter(message -> mentions(message.payload().toString(), article))
        .count();
  }

  private static boolean mentions(String text, DemoArticle article) {
    return text.contains(article.path());
  }

  private static String stem(String key) {
    return key.substring(0, Math.max(key.lastIndexOf('.'), 0));
  }

  private static String cell(long count) {
    return count == 0 ? "-" : Long.toString(count);
  }

  private static String cut(String title) {
    return title.length() <= TITLE ? title : title.substring(0, TITLE - 1).stripTrailing() + "…";
  }

  private static String align(List<List<String>> rows) {
    return rows.stream()
        .map(
            row -> {
              StringBuilder line = new StringBuilder("  ");
              for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                String space = " ".repeat(width - row.get(i).length());
                boolean number = i > 0 && i < row.size() - 1;
                line.append(number ? space + row.get(i) : row.get(i) + space).append("  ");
              }
              return line.toString().stripTrailing();
            })
        .collect(Collectors.joining("\n"));
  }
}
