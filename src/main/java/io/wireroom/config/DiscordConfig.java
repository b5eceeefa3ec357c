package io.wireroom.config;

/** A Discord channel, by its webhook. */
@Kind(value = "discord", doc = "A Discord channel, by its webhook.")
public record DiscordConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "discord-news",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value = "Address of its incoming webhook.",
            example = "${DISCORD_WEBHOOK_URL}",
            format = Format.HTTP_URL)
        Secret webhook,
    @Option(value = "Messages at most.", def = "1/s") Rate rate,
    @Option(value = "Messages on their way at once.", def = "1", min = 1, max = 100)
        int concurrency)
    implements DestinationConfig {}
