/** How briefs are sent to destinations of the kind {@code webhook}. */
@NullMarked
package io.wireroom.deliver.webhook;

import org.jspecify.annotations.NullMarked;
