/** What goes over the network and what came back, as values; the transport itself is a route. */
@NullMarked
package io.wireroom.net;

import org.jspecify.annotations.NullMarked;
