/** Where configuration, beans and Camel meet; the only package that knows Camel. */
@NullMarked
package io.wireroom.hub;

import org.jspecify.annotations.NullMarked;
