/** Pages and the API. */
@NullMarked
package io.wireroom.web;

import org.jspecify.annotations.NullMarked;
