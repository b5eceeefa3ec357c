package io.wireroom.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All articles of the demo's news site, newest first. */
final class Newsstand {

  private static final List<String> SLUGS =
      List.of(
          "aquiline-satellites",
          "battery-recall",
          "battery-recall-wire",
          "budget-live",
          "clipboard-test",
          "corvane-plant",
          "electric-ferries",
          "kelp-trial",
          "lost-score",
          "night-shift",
          "north-channel",
          "pellucid-ruling",
          "shore-power",
          "tarn-lowe",
          "tessera-model",
          "valmere-rate");

  private final List<DemoArticle> articles =
      SLUGS.stream()
          .map(DemoArticle::read)
          .sorted(Comparator.comparing(DemoArticle::published).reversed())
          .toList();

  List<DemoArticle> all() {
    return articles;
  }

  List<DemoArticle> of(Paper paper) {
    return articles.stream().filter(article -> article.paper() == paper).toList();
  }

  Optional<DemoArticle> at(String path) {
    return articles.stream().filter(article -> article.path().equals(path)).findFirst();
  }

  /** Three other articles for the box under an article, the same paper's first. */
  List<DemoArticle> beside(DemoArticle article) {
    return Stream.concat(of(article.paper()).stream(), articles.stream())
        .filter(other -> !other.equals(article))
        .distinct()
        .limit(3)
        .toList();
  }
}
