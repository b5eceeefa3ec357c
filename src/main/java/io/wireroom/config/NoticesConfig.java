package io.wireroom.config;

import org.jspecify.annotations.Nullable;

/** What the people who run the hub are told. */
public record NoticesConfig(
    @Option(
            value =
                "Id of the destination that is told when another one fails for long or is switched"
                    + " off, when a source is gone or keeps failing, and when the model's budget of"
                    + " the day is spent; each once. Nobody is told when it is not given; `run` logs"
                    + " it all the same.",
            example = "newsroom",
            refersTo = "destinations[].id")
        @Nullable String to) {}
