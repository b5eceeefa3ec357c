/** Briefs by a language model: what it is asked, what it may cost, and what of it is believed. */
@NullMarked
package io.wireroom.brief.model;

import org.jspecify.annotations.NullMarked;
