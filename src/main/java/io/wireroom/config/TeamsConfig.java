package io.wireroom.config;

/** A Microsoft Teams channel, by its workflow's webhook. */
@Kind(value = "teams", doc = "A Microsoft Teams channel, by its workflow's webhook.")
public record TeamsConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "teams-news",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value = "Address of its incoming webhook.",
            example = "${TEAMS_WEBHOOK_URL}",
            format = Format.HTTP_URL)
        Secret webhook,
    @Option(value = "Messages at most.", def = "1/s") Rate rate,
    @Option(value = "Messages on their way at once.", def = "1", min = 1, max = 100)
        int concurrency)
    implements DestinationConfig {}
