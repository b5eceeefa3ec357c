/**
 * The fact gate: whether a text bears out what a sentence says. Works on plain strings, and knows
 * nothing of briefs.
 */
@NullMarked
package io.wireroom.brief.facts;

import org.jspecify.annotations.NullMarked;
