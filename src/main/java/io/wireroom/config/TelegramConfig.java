package io.wireroom.config;

import java.net.URI;

/** A Telegram chat that a bot writes to. */
@Kind(value = "telegram", doc = "A Telegram chat, group or channel that a bot writes to.")
public record TelegramConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "telegram-news",
            format = Format.ID,
            unique = true)
        String id,
    @Option(value = "The bot's token.", example = "${TELEGRAM_BOT_TOKEN}") Secret token,
    @Option(value = "Id of the chat, or `@name` of a channel.", example = "\"@example_news\"")
        String chat,
    @Option(value = "Messages at most.", def = "1/s") Rate rate,
    @Option(value = "Messages on their way at once.", def = "1", min = 1, max = 100)
        int concurrency,
    @Option(
            value = "Where the Bot API is.",
            def = "https://api.telegram.org/",
            format = Format.HTTP_URL)
        URI api)
    implements DestinationConfig {}
