/** How briefs are sent to destinations of the kind {@code storage}. */
@NullMarked
package io.wireroom.deliver.storage;

import org.jspecify.annotations.NullMarked;
