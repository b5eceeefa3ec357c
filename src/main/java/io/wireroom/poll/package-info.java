/** From sources to items: what to fetch, when, and what a feed or list page says. */
@NullMarked
package io.wireroom.poll;

import org.jspecify.annotations.NullMarked;
