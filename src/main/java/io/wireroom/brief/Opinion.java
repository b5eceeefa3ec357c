package io.wireroom.brief;

/**
 * A model's editorial opinion: always labelled as one, never mixed into the facts.
 *
 * @param text plain text
 * @param model the model that wrote it; empty in a brief read from text
 */
public record Opinion(String text, String model) {}
