package io.wireroom.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wireroom.hash.Sha256;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefJsonTest {

  private static final JsonSchema SCHEMA = schema();

  @Test
  void writes_the_same_bytes_every_time() {
    Golden.matches("harbour.json", BriefJson.pretty(Briefs.harbour()));
    assertThat(BriefJson.write(Briefs.harbour())).isEqualTo(BriefJson.write(Briefs.harbour()));
  }

  @Test
  void reads_back_what_it_wrote() {
    Brief opinionated =
        Briefs.brief(
            "de",
            "Quote \" backslash \\ tab \t line \u2028 emoji \uD83D\uDEA2",
            List.of(),
            List.of(),
            new Opinion("I think\nso.", "small-model"));

    for (Brief brief : List.of(Briefs.harbour(), Briefs.thin("Short", ""), opinionated)) {
      assertThat(BriefJson.read(BriefJson.write(brief))).isEqualTo(brief);
      assertThat(BriefJson.read(BriefJson.pretty(brief).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(brief);
    }
  }

  @Test
  void holds_what_the_schema_says() {
    Brief opinionated =
        Briefs.brief("de", "H", List.of(), List.of(), new Opinion("I think so.", "small-model"));

    for (Brief brief : List.of(Briefs.harbour(), Briefs.thin("Short", ""), opinionated)) {
      assertThat(SCHEMA.validate(BriefJson.tree(brief))).isEmpty();
    }
  }

  @Test
  void the_schema_refuses_what_is_no_brief() {
    assertThat(SCHEMA.validate(BriefJson.tree(Briefs.harbour()).put("status", "thin")))
        .as("a thin brief has no takeaways")
        .isNotEmpty();
    assertThat(SCHEMA.validate(BriefJson.tree(Briefs.harbour()).put("version", "2.0")))
        .isNotEmpty();
    assertThat(SCHEMA.validate(BriefJson.tree(Briefs.harbour()).without("made"))).isNotEmpty();
    ObjectNode wrongKind = BriefJson.tree(Briefs.harbour());
    ((ObjectNode) wrongKind.path("takeaways").path(0)).put("kind", "further");
    assertThat(SCHEMA.validate(wrongKind)).isNotEmpty();
    ObjectNode badHash = BriefJson.tree(Briefs.harbour());
    ((ObjectNode) badHash.path("takeaways").path(0).path("evidence").path(0)).put("quote", "x");
    assertThat(SCHEMA.validate(badHash)).isNotEmpty();
  }

  @Test
  void says_where_a_document_is_broken() {
    assertThatThrownBy(() -> BriefJson.read("[1]".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadBrief.class)
        .hasMessageContaining("object");
    assertThatThrownBy(() -> BriefJson.read("{".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadBrief.class)
        .hasMessageContaining("not JSON");
    ObjectNode root = BriefJson.tree(Briefs.harbour());
    root.remove("headline");
    assertThatThrownBy(() -> BriefJsonReader.brief(root))
        .isInstanceOf(BadBrief.class)
        .hasMessageContaining("headline");
    assertThatThrownBy(() -> BriefJson.read("{\"id\":1,\"id\":2}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadBrief.class);
  }

  @Test
  void the_digest_is_that_of_the_canonical_form() {
    ObjectNode small = BriefJson.MAPPER.createObjectNode();
    small.put("b", "\u20ac\u001f\"\n/").put("a", 1).putNull("c").put("digest", "left out");
    JsonNode withoutDigest = small.deepCopy().without("digest");

    assertThat(new String(CanonicalJson.bytes(withoutDigest), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":1,\"b\":\"\u20ac\\u001f\\\"\\n/\",\"c\":null}");
    assertThat(CanonicalJson.digest(small))
        .isEqualTo(Sha256.hexOf(CanonicalJson.bytes(withoutDigest)));
  }

  private static JsonSchema schema() {
    InputStream stream = BriefJsonTest.class.getResourceAsStream("/schema/brief.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
  }
}
