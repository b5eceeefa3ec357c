/** The config file: its records, and every mistake in it at once. */
@NullMarked
package io.wireroom.config;

import org.jspecify.annotations.NullMarked;
