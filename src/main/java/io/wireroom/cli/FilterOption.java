package io.wireroom.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** The parts of a subscription's filter. */
final class FilterOption {

  @Option(names = "--tags", split = ",", description = "Briefs with one of these tags.")
  private List<String> tags = List.of();

  @Option(names = "--any", split = ",", description = "Whose text has one of these phrases.")
  private List<String> any = List.of();

  @Option(names = "--all", split = ",", description = "Whose text has all of these.")
  private List<String> all = List.of();

  @Option(names = "--none", split = ",", description = "Whose text has none of these.")
  private List<String> none = List.of();

  @Option(names = "--sources", split = ",", description = "That come from one of these sources.")
  private List<String> sources = List.of();

  @Option(names = "--language", split = ",", description = "That are in one of these languages.")
  private List<String> language = List.of();

  /** As the API takes it. */
  ObjectNode node() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, "tags", tags);
    put(node, "any", any);
    put(node, "all", all);
    put(node, "none", none);
    put(node, "sources", sources);
    put(node, "language", language);
    return node;
  }

  private static void put(ObjectNode node, String name, List<String> words) {
    words.forEach(node.withArray(name)::add);
  }
}
