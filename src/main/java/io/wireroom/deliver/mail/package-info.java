/** How briefs are sent by e-mail. */
@NullMarked
package io.wireroom.deliver.mail;

import org.jspecify.annotations.NullMarked;
