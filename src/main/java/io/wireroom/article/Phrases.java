package io.wireroom.article;

import java.util.Locale;

/**
 * Phrases by which a short block gives away what it is for. English first, then the commonest of
 * other languages: a hint among many for the model, never a verdict.
 */
final class Phrases {
  static final int KINDS = 8;

  private static final String[][] BY_KIND = {
    {
      "subscri", "newsletter", "sign up", "inbox", "abonn", "suscr", "assine", "register", "log in",
      "подпис", "donate", "support our", "download our", "membership"
    },
    {
      "follow us", "follow @", "share this", "share on", "facebook", "twitter", "whatsapp",
      "instagram", "tweet", "pinterest", "linkedin", "telegram", "like us", "e-mail", "email"
    },
    {
      "all rights reserved", "©", "copyright", "(c) 20", "terms of", "privacy", "cookie", "may not be",
      "reproduced", "alle rechte", "derechos reservados", "disclaimer", "affiliate", "commission"
    },
    {
      "read more", "read also", "also read", "more:", "related", "see also", "you may", "you might",
      "don't miss", "watch:", "watch ", "read:", "most popular", "recommended", "next:", "previous",
      "lire aussi", "leia", "lea ", "mehr zum", "baca", "читайте", "trending", "listen", "click here",
      "view gallery", "latest"
    },
    {
      "photo", "image", "getty", "courtesy", "(ap", "/ap", "reuters", "credit", "picture:", "foto",
      "shutterstock", "afp", "screenshot", "pictured", "file)", "via ", "source:", "illustration"
    },
    {
      "by ", "written by", "staff", "editor", "reporter", "correspondent", "contribut", "author",
      "updated", "published", "posted", "ago", "min read", "minutes", "a.m.", "p.m.", " am ", " pm ",
      "am est", "pm est", "is a ", "writes "
    },
    {
      "comment", "reply", "leave a", "join the", "conversation", "kommentar", "coment", "коммент",
      "your email address"
    },
    {
      "advertis", "sponsor", "promo", "anzeige", "publicid", "continue reading", "scroll",
      "story continues", "buy ", "shop ", "deal", "loading", "javascript", "browser", "enable"
    },
  };

  /** Longer blocks say many things. */
  private static final int LONGEST = 500;

  private Phrases() {}

  /** How many phrases of each kind are in the text; all zero for a long one. */
  static float[] in(String text) {
    float[] counts = new float[KINDS];
    if (text.length() > LONGEST) {
      return counts;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (int kind = 0; kind < KINDS; kind++) {
      for (String phrase : BY_KIND[kind]) {
        if (lower.contains(phrase)) {
          counts[kind]++;
        }
      }
    }
    return counts;
  }
}
