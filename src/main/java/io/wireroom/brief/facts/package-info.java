/**
 * The fact gate: whether a text bears out what a sentence says. Works on plain strings, and knows
 * nothing of briefs.
 *
 * <p>{@link io.wireroom.brief.facts.FactGate} lists the checks. Each ({@code Check}) asks one
 * question of a {@code Claim}, which is the sentence and its evidence read once: as words ({@code
 * TokenizedText}), dates, quantities and denials, compared by sense ({@code Senses}) and by place
 * ({@code Substitution}). {@code Nearby} is the part of a long evidence that counts.
 */
@NullMarked
package io.wireroom.brief.facts;

import org.jspecify.annotations.NullMarked;
