/** From an item to its article: the main text of a page, and what is known about it. */
@NullMarked
package io.wireroom.article;

import org.jspecify.annotations.NullMarked;
