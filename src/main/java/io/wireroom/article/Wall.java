package io.wireroom.article;

import java.util.List;
import java.util.Locale;

/**
 * Tells a page that keeps its article behind a wall (pay, log in, consent) from one whose article
 * is just short. A wall is believed only when little text was found: many pages say that they are
 * not free, or carry the wall's markup, and still show everything to this reader.
 */
final class Wall {
  /**
   * With this many words an article is worth a brief, wall or not. Publishers' teasers are the
   * first one to three paragraphs, which rarely reach it.
   */
  private static final int WORDS_OF_A_TEASER = 200;

  /** A wall says why one stands before it; a log-in link does not. */
  private static final int FEWEST_WORDS_OF_A_WALL = 5;

  /** A notice that stands alone; in a longer block the words may be the story. */
  private static final int WORDS_OF_A_NOTICE = 60;

  private static final int LONGEST_NOTICE = 600;

  private static final List<String> NOTICES =
      List.of(
          "subscribe to continue",
          "subscribe to read",
          "subscribe now to read",
          "to continue reading",
          "continue reading with",
          "to read the full",
          "to view the full",
          "to access this article",
          "to read this article",
          "to keep reading",
          "read the full story with",
          "already a subscriber",
          "already a member",
          "subscribers only",
          "subscriber-only",
          "subscriber exclusive",
          "exclusive to subscribers",
          "only available to subscribers",
          "available to subscribers",
          "members only",
          "members-only",
          "log in to read",
          "log in to continue",
          "sign in to read",
          "sign in to continue",
          "register to read",
          "register to continue",
          "create a free account to",
          "unlock this article",
          "you have reached your limit",
          "free articles remaining",
          "start your free trial",
          "this content is for",
          "this post is for",
          "this article is for",
          "accept cookies to",
          "consent to continue",
          "nur für abonnenten",
          "exklusiv für abonnenten",
          "mit einem abo weiterlesen",
          "jetzt weiterlesen",
          "weiterlesen mit",
          "sie haben noch kein",
          "bereits abonnent",
          "réservé aux abonnés",
          "réservé à nos abonnés",
          "article abonné",
          "déjà abonné",
          "pour lire la suite",
          "exclusivo para suscriptores",
          "solo para suscriptores",
          "para seguir leyendo",
          "ya eres suscriptor",
          "exclusivo para assinantes",
          "já é assinante",
          "para continuar lendo",
          "riservato agli abbonati",
          "per continuare a leggere",
          "sei già abbonato",
          "alleen voor abonnees",
          "lees verder met",
          "al abonnee",
          "tylko dla prenumeratorów",
          "czytaj dalej po",
          "för prenumeranter",
          "redan prenumerant",
          "только для подписчиков",
          "会員限定",
          "有料会員",
          "구독자 전용");

  private Wall() {}

  /**
   * @param article the blocks found; a wall stands after the first of them, what is above is the
   *     page's head, where subscriptions are sold on every page
   */
  static boolean hides(PageMetadata metadata, PageBlocks page, List<Block> article) {
    int words = article.stream().mapToInt(Block::words).sum();
    if (words >= WORDS_OF_A_TEASER) {
      return false;
    }
    int from = article.isEmpty() ? 0 : Math.max(0, page.blocks.indexOf(article.get(0)));
    return metadata.sold() || hasWall(page, from) || hasNotice(page, from);
  }

  private static boolean hasWall(PageBlocks page, int from) {
    for (Region region : page.regions) {
      boolean named = (region.hints & Hints.WALL) != 0 && region.first >= from;
      if (named && page.words(region) >= FEWEST_WORDS_OF_A_WALL) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNotice(PageBlocks page, int from) {
    return page.blocks.subList(from, page.blocks.size()).stream().anyMatch(Wall::isNotice);
  }

  /** Whether the block asks the reader to pay, log in or consent in order to read on. */
  static boolean isNotice(Block block) {
    if (block.words() > WORDS_OF_A_NOTICE || block.text().length() > LONGEST_NOTICE) {
      return false;
    }
    String text = block.text().toLowerCase(Locale.ROOT);
    return NOTICES.stream().anyMatch(text::contains);
  }
}
