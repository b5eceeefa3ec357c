/**
 * Which sentences of an article say what matters: splitting, ranking, choosing and shortening.
 * Works on plain strings and character ranges, and knows nothing of briefs.
 */
@NullMarked
package io.wireroom.brief.rank;

import org.jspecify.annotations.NullMarked;
