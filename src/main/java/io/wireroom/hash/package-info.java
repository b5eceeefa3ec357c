/** Hashes, by the names under which every Java platform has them. */
@NullMarked
package io.wireroom.hash;

import org.jspecify.annotations.NullMarked;
