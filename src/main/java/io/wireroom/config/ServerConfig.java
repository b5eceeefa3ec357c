package io.wireroom.config;

import org.jspecify.annotations.Nullable;

/** The hub's own pages, API, health and metrics. */
public record ServerConfig(
    @Option(value = "Address to listen on; `0.0.0.0` for all.", def = "127.0.0.1") String bind,
    @Option(value = "Port to listen on.", def = "8080", max = 65_535) int port,
    @Option(
            value = "Bearer token that the API asks for; without one it answers only this machine.",
            example = "${WIREROOM_TOKEN}")
        @Nullable Secret token) {}
