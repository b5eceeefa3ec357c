package io.wireroom.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The hub's own pages, feeds, API, health and metrics. */
@Rule(
    when = "hub",
    needs = "public-url",
    because = "a WebSub hub must be able to fetch the feeds that it is told of")
public record ServerConfig(
    @Option(value = "Address to listen on; `0.0.0.0` for all.", def = "127.0.0.1") String bind,
    @Option(value = "Port to listen on.", def = "8080", max = 65_535) int port,
    @Option(
            value =
                "Token of whoever runs the hub: the API asks for it as bearer token, pages and"
                    + " feeds as the password of any user. Without one, all of these answer only"
                    + " this machine.",
            example = "${WIREROOM_TOKEN}")
        @Nullable Secret token,
    @Option(
            value =
                "Where the hub can be reached from outside, as links and feeds should name it; made"
                    + " from each request when not given. With it, the hubs (WebSub) of feeds are"
                    + " asked to push news to addresses below `/websub/` there.",
            example = "https://news.example.com",
            format = Format.HTTP_URL)
        @Nullable URI publicUrl,
    @Option(
            value =
                "Whether anybody may read the pages and feeds. Those of subscriptions that were"
                    + " made by the API stay private.",
            def = "false")
        boolean open,
    @Option(value = "What the pages and feeds are called.", def = "Wireroom") String title,
    @Option(
            value =
                "WebSub hub that is told of what is new in the feeds and hands it on. Only open"
                    + " feeds have one.",
            example = "https://pubsubhubbub.appspot.com/",
            format = Format.HTTP_URL)
        @Nullable URI hub) {}
