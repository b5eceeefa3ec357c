package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.hub.Plan;
import io.wireroom.store.SqlWaiting.Gathering;
import io.wireroom.store.SqlWaiting.Owed;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan as people and as machines read it. */
class PlanTableTest {

  private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
  private static final String URL = "https://harbour.example/ferries";

  @TempDir private Path folder;

  private final Plan plan =
      new Plan(
          NOW,
          List.of(
              new Owed("d1", "newsroom", "all", "Ferries go electric", URL, "port", NOW),
              new Owed(
                  "d2", "newsroom", "all", "Port shut", URL + "/2", "port", NOW.minusSeconds(9)),
              new Owed("d3", "crm-api", "s1", "Round-up of Friday", null, null, NOW)),
          List.of(new Gathering("crm", "daily", 2, NOW.plusSeconds(3600))),
          new Tally(
              List.of(new Tally.SourceRow("wire", 0, NOW, "wire (wire.example): HTTP 500")),
              List.of(
                  new Tally.ItemRow("port", URL + "/3", "done", null, "no subscription wants it")),
              List.of(),
              List.of()));

  @Test
  void people_read_it_by_destination_with_what_goes_nowhere_and_what_failed() throws IOException {
    assertThat(new PlanTable(plan, config()).text())
        .isEqualToNormalizingNewlines(
            """
            newsroom would get 2 messages:
              Ferries go electric
                https://harbour.example/ferries  [port]
              Port shut  (waits since 2026-03-28T11:59:51Z)
                https://harbour.example/ferries/2  [port]
            crm would get nothing
              2 articles in the round-up of 2026-03-28T13:00:00Z  [daily]
            crm-api would get 1 message:
              Round-up of Friday
            - https://harbour.example/ferries/3: no subscription wants it
            ! source wire (wire.example): HTTP 500
            Nothing was sent, and the state is as it was.
            """);
  }

  @Test
  void machines_read_all_of_it() throws IOException {
    JsonNode root = new ObjectMapper().readTree(new PlanTable(plan, config()).json());

    assertThat(root.findValuesAsText("headline"))
        .containsExactly("Ferries go electric", "Port shut", "Round-up of Friday");
    assertThat(root.at("/roundUps/0/briefs").asInt()).isEqualTo(2);
    assertThat(root.at("/notSent/0/why").asText()).isEqualTo("no subscription wants it");
    assertThat(root.at("/sources/0/failure").asText()).contains("HTTP 500");
  }

  private HubConfig config() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wireroom.yaml"),
            """
            sources: [{id: port, url: "https://harbour.example/feed"}]
            destinations:
              - {id: newsroom, kind: discord, webhook: "https://discord.example/hook"}
              - {id: crm, kind: webhook, url: "https://crm.example/hook"}
            subscriptions: [{id: all, to: newsroom}, {id: daily, to: crm}]
            """);
    return ConfigFile.read(file, name -> null);
  }
}
