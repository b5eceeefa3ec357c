package io.wireroom.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The hub's own pages, API, health and metrics. */
public record ServerConfig(
    @Option(value = "Address to listen on; `0.0.0.0` for all.", def = "127.0.0.1") String bind,
    @Option(value = "Port to listen on.", def = "8080", max = 65_535) int port,
    @Option(
            value = "Bearer token that the API asks for; without one it answers only this machine.",
            example = "${WIREROOM_TOKEN}")
        @Nullable Secret token,
    @Option(
            value =
                "Where the hub can be reached from outside. With it, feeds that offer WebSub are"
                    + " subscribed to: their hubs push news to addresses below `/websub/` there,"
                    + " which must lead to this server. Then the API needs a `token`.",
            example = "https://news.example.com",
            format = Format.HTTP_URL)
        @Nullable URI publicUrl) {}
