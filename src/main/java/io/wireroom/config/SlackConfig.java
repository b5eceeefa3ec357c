package io.wireroom.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A Slack channel, reached by an incoming webhook or by a bot token. */
@Kind(value = "slack", doc = "A Slack channel, by an incoming webhook or by a bot token.")
@Rule(
    needs = {"webhook", "token"},
    because = "Slack is reached by an incoming webhook, or by a bot token and a channel")
@Rule(when = "webhook", excludes = "token", because = "only one of the two can be used")
@Rule(when = "token", needs = "channel", because = "a bot can write to many channels")
public record SlackConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "newsroom",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value = "Address of an incoming webhook.",
            example = "${SLACK_WEBHOOK_URL}",
            format = Format.HTTP_URL)
        @Nullable Secret webhook,
    @Option(
            value = "Bot token, with the scope `chat:write`. Threads need it.",
            example = "${SLACK_BOT_TOKEN}")
        @Nullable Secret token,
    @Option(value = "Channel that the bot writes to: name or id.", example = "\"#news\"")
        @Nullable String channel,
    @Option(value = "Messages at most; Slack allows one a second per channel.", def = "1/s")
        Rate rate,
    @Option(value = "Messages on their way at once.", def = "1", min = 1, max = 100)
        int concurrency,
    @Option(
            value = "Where Slack's Web API is.",
            def = "https://slack.com/api/",
            format = Format.HTTP_URL)
        URI api)
    implements DestinationConfig {}
