package io.wireroom.brief;

import java.util.List;

/**
 * One sentence that a brief puts forward, with what proves it.
 *
 * @param text plain text; each sender escapes it for its own format
 * @param evidence the spans of the article that support it; empty only in a brief read from text
 */
public record Claim(String text, List<Evidence> evidence) {

  public Claim {
    evidence = List.copyOf(evidence);
  }
}
