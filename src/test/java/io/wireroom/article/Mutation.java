package io.wireroom.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Changes bytes as accidents and attackers do: cut, overwritten, repeated, nested, spliced. */
final class Mutation {
  private static final int LARGEST = 4_000_000;

  private static final String[] JUNK = {
    "<div>",
    "</div>",
    "<b><i><a><font>",
    "<template>",
    "<table><tr><td>",
    "<select><option>",
    "<svg><math><mtext>",
    "<plaintext>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [<!ENTITY e '&e;&e;'>]>",
    "&e;",
    "&#xffffffff;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "\u0000",
    "\uFEFF",
    "\ud800",
    "\u202E",
    "{",
    "[",
    "}",
    "]",
    "{\"a\":",
    "[[[[[[[[",
    "1e99999",
    "\\u",
    "9".repeat(400),
    "a".repeat(3_000),
    " ".repeat(3_000),
    "<a href='http://['>",
    "<base href=':'>",
    "<item>",
    "<entry>",
    "<content type='xhtml'>",
    "<pubDate>99 Foo 99999 99:99:99 +9999</pubDate>",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<meta charset=iso-2022-jp>",
    "\u001b$B",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":",
    "<p style='display:none'>",
    "User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a$\n",
    "\r\n"
  };

  private Mutation() {}

  /** Always the same for the same seed and the same random numbers. */
  static byte[] of(byte[] seed, Random random) {
    byte[] input = seed;
    for (int change = 1 + random.nextInt(6); change > 0; change--) {
      input = changed(input, random);
    }
    return input.length > LARGEST ? Arrays.copyOf(input, LARGEST) : input;
  }

  private static byte[] changed(byte[] input, Random random) {
    int at = input.length == 0 ? 0 : random.nextInt(input.length);
    int length = Math.min(input.length - at, 1 + random.nextInt(200));
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(input, at);
      case 1 -> spliced(input, at, at + length, new byte[0]);
      case 2 -> flipped(input, random);
      case 3 -> spliced(input, at, at, times(Arrays.copyOfRange(input, at, at + length), random));
      case 4 -> spliced(input, at, at, times(junk(random), random));
      case 5 -> spliced(input, 0, 0, times(junk(random), random));
      default -> spliced(input, at, at + length, junk(random));
    };
  }

  private static byte[] junk(Random random) {
    return JUNK[random.nextInt(JUNK.length)].getBytes(StandardCharsets.UTF_8);
  }

  /** Mostly once, at times so often that a reader which nests or backtracks would show it. */
  private static byte[] times(byte[] part, Random random) {
    int times = random.nextInt(4) > 0 ? 1 : 1 << random.nextInt(16);
    int fits = Math.max(1, Math.min(times, LARGEST / Math.max(1, part.length)));
    byte[] all = new byte[part.length * fits];
    for (int i = 0; i < fits; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  private static byte[] flipped(byte[] input, Random random) {
    byte[] next = input.clone();
    for (int i = random.nextInt(40); i >= 0 && next.length > 0; i--) {
      next[random.nextInt(next.length)] = (byte) random.nextInt(256);
    }
    return next;
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] part) {
    byte[] next = new byte[input.length - (to - from) + part.length];
    System.arraycopy(input, 0, next, 0, from);
    System.arraycopy(part, 0, next, from, part.length);
    System.arraycopy(input, to, next, from + part.length, input.length - to);
    return next;
  }
}
