/** From an article to its brief: takeaways, summary, evidence, and the forms it is shown in. */
@NullMarked
package io.wireroom.brief;

import org.jspecify.annotations.NullMarked;
