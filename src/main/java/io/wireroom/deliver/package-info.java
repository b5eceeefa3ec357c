/** From a brief to each destination: the outbox, its schedule, and what each kind sends. */
@NullMarked
package io.wireroom.deliver;

import org.jspecify.annotations.NullMarked;
