package io.wireroom.brief;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes evidence out of ranges of one article's text; the text is hashed once. Not thread-safe. */
final class SpanEvidence {

  private final String text;
  private final String hash;
  private int seenUnits;
  private int seenPoints;

  SpanEvidence(String text) {
    this.text = text;
    this.hash = sha256(text);
  }

  /** SHA-256 of the whole text, lower-case hex. */
  String textHash() {
    return hash;
  }

  /**
   * @param start first UTF-16 unit of the span
   * @param end one past the last
   */
  Evidence of(int start, int end) {
    int first = points(start);
    int last = first + text.codePointCount(start, end);
    return new Evidence(hash, first, last, sha256(text.substring(start, end)));
  }

  /** Counts on from where the last span began, since spans mostly come in reading order. */
  private int points(int units) {
    if (units < seenUnits) {
      seenUnits = 0;
      seenPoints = 0;
    }
    seenPoints += text.codePointCount(seenUnits, units);
    seenUnits = units;
    return seenPoints;
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
