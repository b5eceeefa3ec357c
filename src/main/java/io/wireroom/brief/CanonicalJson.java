package io.wireroom.brief;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.hash.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The one way to write a JSON document, whatever way it was written: RFC 8785 (JSON
 * Canonicalization Scheme). Keys sorted, no white space, UTF-8. A brief holds no fractions, so the
 * scheme's rules for numbers never matter here. Thread-safe.
 */
final class CanonicalJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private CanonicalJson() {}

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** SHA-256 of the document without its member {@code digest}. */
  static String digest(ObjectNode document) {
    ObjectNode rest = document.deepCopy();
    rest.remove("digest");
    return Sha256.hexOf(bytes(rest));
  }
}
