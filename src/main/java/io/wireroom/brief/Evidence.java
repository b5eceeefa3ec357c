package io.wireroom.brief;

/**
 * A span of the article's text that supports a claim.
 *
 * @param article SHA-256 of the article's whole text in UTF-8, lower-case hex
 * @param start first character of the span, in Unicode code points from the start of the text
 * @param end one past the last character, likewise
 * @param quote SHA-256 of the span's text in UTF-8, lower-case hex
 */
public record Evidence(String article, int start, int end, String quote) {}
