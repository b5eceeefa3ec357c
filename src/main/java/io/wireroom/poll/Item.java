package io.wireroom.poll;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one source, seen for the first time.
 *
 * @param id source + the identity that is unique within that source; survives edits of title, text
 *     and date
 * @param sourceId the source it came from
 * @param sourceName the source's title, for people
 * @param link where its article is
 * @param title as the source gives it; may be empty
 * @param published as the source gives it; null when it does not
 * @param teaser the source's own summary as plain text; may be empty
 * @param content the full text as HTML where the source carries it; may be empty
 * @param authors names; may be empty
 * @param tags the source's tags from the config, then the entry's categories
 * @param seenAt when Wireroom first saw it, UTC
 */
public record Item(
    String id,
    String sourceId,
    String sourceName,
    URI link,
    String title,
    @Nullable Instant published,
    String teaser,
    String content,
    List<String> authors,
    List<String> tags,
    Instant seenAt) {}
