/** How briefs are sent to destinations of the kind {@code slack}. */
@NullMarked
package io.wireroom.deliver.slack;

import org.jspecify.annotations.NullMarked;
