/** One class per command. */
@NullMarked
package io.wireroom.cli;

import org.jspecify.annotations.NullMarked;
