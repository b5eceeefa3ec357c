/** The command line's root. */
@NullMarked
package io.wireroom;

import org.jspecify.annotations.NullMarked;
