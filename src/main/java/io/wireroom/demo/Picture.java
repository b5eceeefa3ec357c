package io.wireroom.demo;

import java.util.Random;

/** Draws an article's picture: calm hills in its publisher's colour, the same on every run. */
final class Picture {

  private Picture() {}

  static String svg(DemoArticle article) {
    Random shape = new Random(article.slug().hashCode());
    StringBuilder hills = new StringBuilder();
    for (int layer = 0; layer < 5; layer++) {
      int base = 150 + layer * 50;
      StringBuilder path = new StringBuilder("M0 400 L0 " + base);
      for (int x = 0; x < 960; x += 240) {
        path.append(
            " Q%s %s %s %s"
                .formatted(
                    x + 120,
                    base - 90 + shape.nextInt(120),
                    x + 240,
                    base - 15 + shape.nextInt(30)));
      }
      hills.append(
          "<path d=\"%s L960 400 Z\" fill=\"%s\" fill-opacity=\"0.%s\"/>"
              .formatted(path, article.paper().colour(), 2 + layer));
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 400\">"
        + "<rect width=\"960\" height=\"400\" fill=\"#f3e9dc\"/>"
        + "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#e8b04a\"/>"
            .formatted(150 + shape.nextInt(660), 90 + shape.nextInt(60), 34 + shape.nextInt(24))
        + hills
        + "</svg>";
  }
}
