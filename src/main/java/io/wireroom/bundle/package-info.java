/** The files that come with the program, inside its jar. */
@NullMarked
package io.wireroom.bundle;

import org.jspecify.annotations.NullMarked;
