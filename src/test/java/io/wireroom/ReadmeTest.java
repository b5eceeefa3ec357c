package io.wireroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what Wireroom takes. */
class ReadmeTest {

  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern SECTION = Pattern.compile("(?ms)^(\\w+):.*?(?=^\\w|\\z)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ((?:`[a-z][^|`]*(?:\\\\\\|[^`]*)*`,? ?)+)\\|");
  private static final Pattern WORD = Pattern.compile("`([a-z]+)");

  @TempDir private Path folder;

  @Test
  void every_config_in_it_is_taken_with_what_stands_before_it() throws Exception {
    List<Map<String, String>> examples = examples();
    assertThat(examples).hasSizeGreaterThan(3);
    Map<String, String> whole = examples.get(0);
    assertThat(whole).containsKeys("sources", "destinations", "subscriptions");
    for (Map<String, String> example : examples) {
      Map<String, String> config = new LinkedHashMap<>(whole);
      if (example.containsKey("destinations") && !example.containsKey("subscriptions")) {
        config.put("subscriptions", "subscriptions: [{to: archive}]\n");
      }
      config.putAll(example);
      Path file = Files.writeString(folder.resolve("w.yaml"), String.join("", config.values()));
      assertThat(ConfigFile.read(file, name -> secret(name)).sources()).hasSize(2);
    }
  }

  @Test
  void its_table_has_every_command_and_no_other() throws IOException {
    String table = readme().substring(readme().indexOf("## Commands"));
    Set<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(table.substring(0, table.indexOf("\n## ", 3)));
    while (row.find()) {
      WORD.matcher(row.group(1)).results().forEach(word -> listed.add(word.group(1)));
    }
    Set<String> commands = new TreeSet<>(Wireroom.commandLine().getSubcommands().keySet());
    commands.remove("help");
    assertThat(listed).isEqualTo(commands);
  }

  private static String secret(String name) {
    return name.contains("URL") ? "https://hooks.slack.com/services/T0/B0/x" : "k".repeat(32);
  }

  private static List<Map<String, String>> examples() throws IOException {
    List<Map<String, String>> examples = new ArrayList<>();
    YAML.matcher(readme())
        .results()
        .forEach(
            block -> {
              Map<String, String> sections = new LinkedHashMap<>();
              SECTION
                  .matcher(block.group(1))
                  .results()
                  .forEach(section -> sections.put(section.group(1), section.group()));
              examples.add(sections);
            });
    return examples;
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
