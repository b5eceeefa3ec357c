package io.wireroom.brief.rank;

/**
 * Words taken from one sentence of a text.
 *
 * @param text what was taken: the sentence as one line, words left out but none added or changed
 * @param start first UTF-16 unit of the sentence in the text
 * @param end one past its last
 * @param restored whether the sentence is whole because a shorter form of it would say otherwise
 */
public record Excerpt(String text, int start, int end, boolean restored) {}
