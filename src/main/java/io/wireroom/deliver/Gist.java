package io.wireroom.deliver;

import io.wireroom.brief.Claim;
import io.wireroom.brief.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Shortens a summary for a channel that has little room: whole sentences only, the first of every
 * paragraph before the second of any, so that what is left still tells how the story ends.
 */
public final class Gist {

  /** A space or a line's end after each sentence. */
  private static final int GAP = 2;

  private Gist() {}

  /**
   * @param room for all paragraphs together, in UTF-16 units of the written form
   * @param written a sentence in the channel's own form, no longer than {@code room}
   * @return the paragraphs that have something left, in the written form
   */
  public static List<String> of(List<Paragraph> summary, int room, UnaryOperator<String> written) {
    List<List<String>> kept = new ArrayList<>();
    summary.forEach(paragraph -> kept.add(new ArrayList<>()));
    int left = room;
    boolean more = true;
    for (int round = 0; more; round++) {
      more = false;
      for (int i = 0; i < kept.size(); i++) {
        List<Claim> sentences = summary.get(i).sentences();
        if (kept.get(i).size() < round || round >= sentences.size()) {
          continue;
        }
        String sentence = written.apply(sentences.get(round).text());
        if (sentence.length() + GAP <= left) {
          left -= sentence.length() + GAP;
          kept.get(i).add(sentence);
          more = true;
        }
      }
    }
    return kept.stream()
        .map(sentences -> String.join(" ", sentences).strip())
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
