package io.wireroom.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which English words can mean the same, and which the opposite: the frequent senses of WordNet 3.0
 * (https://wordnet.princeton.edu), read from {@code facts/wordnet-en.txt}, which {@code
 * WordNetSenses} makes. It knows some 11,000 words, and verbs of two words, by their stems; not in
 * which of its senses, or as which part of speech, a word is meant: "close" is akin to "near" and
 * to "shut". So it can excuse a word that the evidence does not have, and proves little. Loaded
 * when first asked; immutable, thread-safe.
 */
final class Thesaurus {

  private static final String RESOURCE = "/facts/wordnet-en.txt";

  /** Marks of links: derived from, similar to, the more general word, the opposite. */
  private static final String KINDS = "+&@!";

  private static final int SIMILAR = KINDS.indexOf('&');
  private static final int BROADER = KINDS.indexOf('@');
  private static final int OPPOSITE = KINDS.indexOf('!');
  private static final int[] NONE = {};

  /** Loaded with the first question, not with the program. */
  private static final class English {
    static final Thesaurus THESAURUS = read();
  }

  /**
   * What a word can mean: numbers of senses, in ascending order.
   *
   * @param senses its own
   * @param akin its own, those derived from them and those similar to them
   * @param wide those more general or more special by one step
   * @param opposed the opposites of its own and of those similar to them
   */
  record Meaning(int[] senses, int[] akin, int[] wide, int[] opposed) {

    static final Meaning UNKNOWN = new Meaning(NONE, NONE, NONE, NONE);

    /** Whether both can say the same, be it as noun, verb or adjective: close, closure, shut. */
    boolean isAkin(Meaning other) {
      return meets(akin, other.senses);
    }

    /** Whether one is the more general word: fine, penalty. */
    boolean isWider(Meaning other) {
      return meets(wide, other.senses);
    }

    /** Whether one can be the opposite of the other, and cannot mean the same: rise, fall. */
    boolean isOpposed(Meaning other) {
      return meets(opposed, other.senses) && !isAkin(other);
    }

    private static boolean meets(int[] ones, int[] others) {
      for (int i = 0, j = 0; i < ones.length && j < others.length; ) {
        if (ones[i] == others[j]) {
          return true;
        }
        if (ones[i] < others[j]) {
          i++;
        } else {
          j++;
        }
      }
      return false;
    }
  }

  /** Numbers of senses by stem; the parts of a phrase are joined by {@code _}. */
  private final Map<String, int[]> senses = new HashMap<>(1 << 15);

  /** By sense: where its links lead, both ways, times four, plus the index in {@link #KINDS}. */
  private int[][] links = new int[1 << 14][];

  private Thesaurus() {}

  /** What is known of English. */
  static Thesaurus english() {
    return English.THESAURUS;
  }

  /**
   * What a word can mean.
   *
   * @param stem as in {@link Word#stem()}; of a phrase joined by {@code _}
   */
  Meaning meaning(String stem) {
    int[] own = senses.get(stem);
    if (own == null) {
      return Meaning.UNKNOWN;
    }
    int[] akin = own;
    int[] wide = NONE;
    int[] opposed = NONE;
    for (int sense : own) {
      for (int link : links[sense]) {
        int target = link >> 2;
        if ((link & 3) == OPPOSITE) {
          opposed = with(opposed, target);
          opposed = withLinked(opposed, target, SIMILAR);
        } else if ((link & 3) == BROADER) {
          wide = with(wide, target);
        } else {
          akin = with(akin, target);
          opposed = (link & 3) == SIMILAR ? withLinked(opposed, target, OPPOSITE) : opposed;
        }
      }
    }
    return new Meaning(own, sorted(akin), sorted(wide), sorted(opposed));
  }

  private int[] withLinked(int[] all, int sense, int kind) {
    int[] more = all;
    for (int link : links[sense]) {
      more = (link & 3) == kind ? with(more, link >> 2) : more;
    }
    return more;
  }

  private static int[] with(int[] all, int one) {
    int[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = one;
    return more;
  }

  private static int[] sorted(int[] all) {
    int[] copy = all.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static Thesaurus read() {
    try (InputStream stream = Thesaurus.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      Thesaurus thesaurus = new Thesaurus();
      thesaurus.parse(new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1));
      return thesaurus;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parse(String text) {
    int sense = 0;
    for (int at = 0; at < text.length(); sense++) {
      int end = text.indexOf('\n', at);
      while (at < end) {
        int space = text.indexOf(' ', at);
        int stop = space < 0 || space > end ? end : space;
        int kind = KINDS.indexOf(text.charAt(at));
        if (kind < 0) {
          senses.merge(
              text.substring(at, stop), new int[] {sense}, (all, one) -> with(all, one[0]));
        } else {
          int target = Integer.parseInt(text, at + 1, stop, 10);
          link(sense, target * 4 + kind);
          link(target, sense * 4 + kind);
        }
        at = stop + 1;
      }
      at = end + 1;
      link(sense);
    }
  }

  private void link(int sense, int... more) {
    if (sense >= links.length) {
      links = Arrays.copyOf(links, Math.max(sense + 1, 2 * links.length));
    }
    int[] known = links[sense] == null ? NONE : links[sense];
    links[sense] = known;
    for (int link : more) {
      links[sense] = with(links[sense], link);
    }
  }
}
