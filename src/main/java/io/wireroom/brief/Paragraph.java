package io.wireroom.brief;

import java.util.List;
import java.util.stream.Collectors;

/** A paragraph of the summary: its sentences in reading order, joined by one space when shown. */
public record Paragraph(List<Claim> sentences) {

  public Paragraph {
    sentences = List.copyOf(sentences);
  }

  /** The paragraph as one line of plain text. */
  public String text() {
    return sentences.stream().map(Claim::text).collect(Collectors.joining(" "));
  }
}
