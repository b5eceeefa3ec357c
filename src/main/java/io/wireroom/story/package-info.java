/** Which articles tell the same story. */
@NullMarked
package io.wireroom.story;

import org.jspecify.annotations.NullMarked;
