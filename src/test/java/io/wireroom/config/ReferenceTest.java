package io.wireroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is made from the declarations: the schema for editors and the reference page. */
class ReferenceTest {

  @Test
  void the_schemas_are_in_step_with_the_records() {
    Golden.check(
        Path.of("src/main/resources/schema/config.json"),
        SchemaWriter.write(HubConfig.class, "Wireroom config"));
    Golden.check(
        Path.of("src/main/resources/schema/test.json"),
        SchemaWriter.write(TrialConfig.class, "Wireroom test of a config"));
  }

  @Test
  void the_reference_page_is_in_step_with_the_records() {
    Golden.check(Path.of("src/docs/config.md"), ReferenceWriter.write());
  }

  @ParameterizedTest
  @ValueSource(strings = {"config/wireroom.yaml", "src/test/resources/config/every-key.yaml"})
  void the_schema_accepts_what_the_reader_accepts(String file) throws IOException {
    assertThat(validate(Files.readString(Path.of(file)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sorces: []",
        "sources: [{id: a}]",
        "sources: [{id: A b, url: https://example.com}]",
        "sources: [{id: a, url: https://example.com, kind: page}]",
        "sources: [{id: a, url: https://example.com, select: a}]",
        "sources: [{id: a, url: https://example.com, first-poll: -1}]",
        "sources: [{id: a, url: https://example.com, every: soon}]",
        "destinations: [{id: a, kind: pigeon}]",
        "destinations: [{id: a, kind: slack}]",
        "destinations: [{id: a, kind: slack, token: x}]",
        "destinations: [{id: a, kind: slack, token: x, channel: c, webhook: https://example.com}]",
        "destinations: [{id: a, kind: storage, url: 'file:x', endpoint: https://example.com}]",
        "briefs: {engine: model}",
        "network: {allow: [here]}",
        "server: {port: 70000}"
      })
  void the_schema_refuses_what_the_reader_refuses(String yaml) {
    assertThat(validate(yaml)).isNotEmpty();
  }

  private static List<String> validate(String yaml) {
    JsonNode schema;
    try {
      schema = new ObjectMapper().readTree(SchemaWriter.write(HubConfig.class, "Wireroom config"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    JsonSchema validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return validator.validate(new ObjectMapper().valueToTree(tree)).stream()
        .map(Object::toString)
        .toList();
  }
}
