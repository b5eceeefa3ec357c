package io.wireroom.brief.rank;

/**
 * A sentence as a range of the text it was found in.
 *
 * @param start first UTF-16 unit, never white space and never the second half of a pair
 * @param end one past the last UTF-16 unit, closing quotes included
 * @param block which block of the text it is in, from 0; blocks are what blank lines separate
 * @param heading whether it is a heading or label rather than running text
 */
public record Sentence(int start, int end, int block, boolean heading) {

  /** The words of the sentence as they stand in the text. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
