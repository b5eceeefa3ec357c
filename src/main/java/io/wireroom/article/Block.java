package io.wireroom.article;

/**
 * A run of text that a reader sees as one piece: a paragraph, a heading, a list item, a table row,
 * a caption. The unit that is kept or left out.
 *
 * @param text white space collapsed; a single line break inside the block is {@code \n}
 * @param region the innermost block-level element around it
 * @param words how many words; two ideographs count as one
 * @param linkWords how many of them are link text
 */
record Block(String text, Region region, int words, int linkWords) {

  double linkDensity() {
    return words == 0 ? 0 : (double) linkWords / words;
  }
}
