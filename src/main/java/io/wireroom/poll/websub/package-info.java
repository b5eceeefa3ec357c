/** WebSub: asking hubs to push what sources publish, and reading what they push. */
@NullMarked
package io.wireroom.poll.websub;

import org.jspecify.annotations.NullMarked;
