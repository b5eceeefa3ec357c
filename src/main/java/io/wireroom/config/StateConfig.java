package io.wireroom.config;

/** Where the hub keeps what it knows. */
public record StateConfig(
    @Option(
            value = "`sqlite:` and a file; its folder is made when it is not there.",
            def = "sqlite:data/wireroom.db",
            example = "sqlite:/var/lib/wireroom/wireroom.db",
            format = Format.STATE_URL)
        String url) {}
