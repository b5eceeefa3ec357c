/** Times as people write them down. */
@NullMarked
package io.wireroom.time;

import org.jspecify.annotations.NullMarked;
