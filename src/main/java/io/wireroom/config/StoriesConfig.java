package io.wireroom.config;

import java.time.Duration;

/** How articles that tell the same thing are brought together. */
public record StoriesConfig(
    @Option(value = "How long after its first article a story takes in others.", def = "3d")
        Duration window) {}
