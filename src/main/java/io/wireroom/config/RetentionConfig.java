package io.wireroom.config;

import java.time.Duration;

/** How long things are kept. */
public record RetentionConfig(
    @Option(value = "How long attempts of deliveries are kept.", def = "30d") Duration attempts) {}
