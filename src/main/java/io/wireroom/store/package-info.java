/** The ports of the stages, on SQL. */
@NullMarked
package io.wireroom.store;

import org.jspecify.annotations.NullMarked;
