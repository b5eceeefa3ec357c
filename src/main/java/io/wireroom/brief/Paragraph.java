package io.wireroom.brief;

import java.util.List;

/**
 * A paragraph of the summary: its sentences in reading order, joined by one space when shown, and
 * by none after the marks of scripts that are written without spaces.
 */
public record Paragraph(List<Claim> sentences) {

  private static final String UNSPACED = "。！？｡．」』";

  public Paragraph {
    sentences = List.copyOf(sentences);
  }

  /** The paragraph as one line of plain text. */
  public String text() {
    StringBuilder line = new StringBuilder();
    for (Claim sentence : sentences) {
      boolean spaced = line.length() > 0 && UNSPACED.indexOf(line.charAt(line.length() - 1)) < 0;
      line.append(spaced ? " " : "").append(sentence.text());
    }
    return line.toString();
  }
}
