package io.wireroom.config;

/** A Mattermost channel, by its incoming webhook. */
@Kind(value = "mattermost", doc = "A Mattermost channel, by its incoming webhook.")
public record MattermostConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "mattermost-news",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value = "Address of its incoming webhook.",
            example = "${MATTERMOST_WEBHOOK_URL}",
            format = Format.HTTP_URL)
        Secret webhook,
    @Option(value = "Messages at most.", def = "1/s") Rate rate,
    @Option(value = "Messages on their way at once.", def = "1", min = 1, max = 100)
        int concurrency)
    implements DestinationConfig {}
