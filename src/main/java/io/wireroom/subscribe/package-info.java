/** Who wants which briefs. */
@NullMarked
package io.wireroom.subscribe;

import org.jspecify.annotations.NullMarked;
