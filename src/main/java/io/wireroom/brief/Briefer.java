package io.wireroom.brief;

import io.wireroom.article.Article;

/** Writes the brief of an article. Implementations are thread-safe. */
public interface Briefer {

  /**
   * @return a brief that says nothing the article does not; never null, whatever the article holds
   */
  Brief brief(Article article);
}
