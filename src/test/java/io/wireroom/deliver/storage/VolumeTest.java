package io.wireroom.deliver.storage;

import static io.wireroom.deliver.storage.Days.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.StorageDestination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in files of many briefs; the tables are read by a database that others wrote. */
class VolumeTest {

  private static final StorageDestination FOLDER = Days.storage("file:out", null);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(VolumeForm.class)
  void a_brief_that_is_there_is_not_added_again_and_nothing_changes(VolumeForm form) {
    byte[] first = bound(form, Bound.NOTHING, brief("a", 1), brief("b", 2)).bytes();

    Bound again = bound(form, first, brief("b", 2));

    assertThat(again.changed()).isFalse();
    assertThat(again.briefs()).isEqualTo(2);
    assertThat(again.bytes()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(VolumeForm.class)
  void whatever_the_order_in_which_briefs_come_the_file_is_the_same(VolumeForm form) {
    byte[] once = bound(form, Bound.NOTHING, brief("a", 1), brief("b", 2), brief("c", 2)).bytes();
    byte[] twice = bound(form, Bound.NOTHING, brief("c", 2)).bytes();

    assertThat(bound(form, twice, brief("b", 2), brief("a", 1)).bytes()).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(VolumeForm.class)
  void what_is_not_ours_is_refused(VolumeForm form) {
    for (String foreign : List.of("hello", "{\"version\":\"9\"}", "PAR1PAR1", "\u0000\u0001")) {
      byte[] bytes = foreign.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> bound(form, bytes, brief("a", 1)))
          .isInstanceOf(ForeignVolume.class)
          .hasMessageContaining("move it away");
    }
  }

  @Test
  void lines_are_the_documents_oldest_first() {
    byte[] lines = bound(VolumeForm.JSONL, Bound.NOTHING, brief("b", 9), brief("a", 1)).bytes();

    assertThat(new String(lines, StandardCharsets.UTF_8).split("\n", -1))
        .containsExactly(
            new String(BriefJson.write(brief("a", 1)), StandardCharsets.UTF_8),
            new String(BriefJson.write(brief("b", 9)), StandardCharsets.UTF_8),
            "");
  }

  @Test
  void a_table_has_typed_columns_and_the_whole_document() throws Exception {
    Brief full = brief("a", 1);
    Path table = table(full, Letters.brief("No date", null));

    assertThat(
            rows(
                table,
                "SELECT id, headline, typeof(published), epoch_ms(published), len(takeaways),"
                    + " takeaways[1], authors[1], tags[1], summary, made_at IS NOT NULL, opinion"
                    + " FROM t WHERE published IS NOT NULL"))
        .containsExactly(
            "a|Headline of a|TIMESTAMP WITH TIME ZONE|"
                + Days.MORNING.plusSeconds(60).toEpochMilli()
                + "|3|Six ferries a day will use the west basin.|Ida Renn|ports|The work takes"
                + " three weeks.|true|null");
    assertThat(rows(table, "SELECT headline FROM t WHERE published IS NULL"))
        .containsExactly("No date");
    assertThat(rows(table, "SELECT document FROM t WHERE id = 'a'"))
        .containsExactly(new String(BriefJson.write(full), StandardCharsets.UTF_8));
  }

  @Test
  void a_table_of_thousands_is_read_back_whole() throws Exception {
    List<Brief> briefs = Days.briefs(3_000);
    byte[] first = DayTable.bound(Bound.NOTHING, briefs.subList(0, 2_000)).bytes();

    Bound all = DayTable.bound(first, briefs);

    assertThat(all.briefs()).isEqualTo(3_000);
    Path table = Files.write(folder.resolve("many.parquet"), all.bytes());
    assertThat(
            rows(
                table,
                "SELECT COUNT(*), COUNT(DISTINCT id), MIN(headline), BOOL_AND(published >= p) FROM"
                    + " (SELECT *, LAG(published, 1, published) OVER () AS p FROM t)"))
        .containsExactly("3000|3000|Headline of b0|true");
  }

  @Test
  void the_index_keeps_the_newest_hundred_and_what_another_hub_wrote() throws IOException {
    byte[] other =
        bound(VolumeForm.INDEX, Bound.NOTHING, Days.briefs(90).toArray(Brief[]::new)).bytes();
    Volume volume =
        new Volume(
            FOLDER,
            VolumeKey.index(),
            Days.briefs(120).subList(90, 120),
            0,
            List.of(
                new Volume.DayFile(day("2026-03-02"), 120),
                new Volume.DayFile(day("2026-03-03"), 1)),
            Days.MORNING);

    JsonNode index = new ObjectMapper().readTree(volume.bound(other).bytes());

    assertThat(index.path("briefs")).hasSize(100);
    assertThat(index.at("/briefs/0/id").asText()).isEqualTo("b119");
    assertThat(index.at("/briefs/99/id").asText()).isEqualTo("b20");
    assertThat(index.at("/briefs/0/keys/json").asText()).isEqualTo("dt=2026-03-02/b119.json");
    assertThat(index.at("/briefs/0/keys/md").asText()).isEqualTo("dt=2026-03-02/b119.md");
    assertThat(index.at("/briefs/0/takeaways")).hasSize(3);
    assertThat(index.at("/files/0/day").asText()).isEqualTo("2026-03-03");
    assertThat(index.at("/files/1/briefs").asInt()).isEqualTo(120);
  }

  @Test
  void a_count_that_another_hub_has_seen_grow_does_not_shrink() throws IOException {
    byte[] theirs = counting(Bound.NOTHING, 9);

    JsonNode index = new ObjectMapper().readTree(counting(theirs, 5));

    assertThat(index.at("/files/0/briefs").asInt()).isEqualTo(9);
  }

  private static byte[] counting(byte[] existing, int briefs) {
    List<Volume.DayFile> files = List.of(new Volume.DayFile(day("2026-03-02"), briefs));
    Volume volume = new Volume(FOLDER, VolumeKey.index(), List.of(), 0, files, Days.MORNING);
    return volume.bound(existing).bytes();
  }

  private static VolumeKey day(String day) {
    return new VolumeKey("dt=" + day + "/briefs.jsonl", VolumeForm.JSONL, day);
  }

  private static Bound bound(VolumeForm form, byte[] existing, Brief... briefs) {
    return Days.volume(FOLDER, form, 0, Days.MORNING, briefs).bound(existing);
  }

  private Path table(Brief... briefs) throws IOException {
    byte[] bytes = bound(VolumeForm.PARQUET, Bound.NOTHING, briefs).bytes();
    return Files.write(folder.resolve("briefs.parquet"), bytes);
  }

  /** Every row of a query over the table {@code t}, its values joined by bars. */
  private static List<String> rows(Path table, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("CREATE VIEW t AS SELECT * FROM read_parquet('" + table + "')");
      ResultSet rows = statement.executeQuery(query);
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(rows.getObject(i)));
        }
        found.add(String.join("|", values));
      }
    }
    return found;
  }
}
