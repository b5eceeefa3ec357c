package io.wireroom.brief;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical document of a brief: what storage, webhooks and the API give out. Keys come
 * in the same order every time, what is unknown is {@code null}, the encoding is UTF-8, and the
 * last member is a digest of all others, so the same brief is the same bytes. Described by {@code
 * schema/brief.json}; read by {@link BriefJsonReader}. Thread-safe.
 */
public final class BriefJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Line ends as on every machine, so that the same brief is the same bytes. */
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private BriefJson() {}

  /** The document on one line, as sent. */
  public static byte[] write(Brief brief) {
    return text(tree(brief), false).getBytes(StandardCharsets.UTF_8);
  }

  /** The document on many lines, for people. */
  public static String pretty(Brief brief) {
    return text(tree(brief), true);
  }

  /**
   * Reads a document back: {@code read(write(brief))} equals the brief.
   *
   * @throws BadBrief when it is not a brief of a version this code knows
   */
  public static Brief read(byte[] document) {
    return BriefJsonReader.brief(parse(document));
  }

  /** The document as a tree, whether or not it is a brief; strict about duplicate keys. */
  static ObjectNode parse(byte[] document) {
    try {
      // Strictly: were broken bytes replaced, two documents could read the same.
      JsonNode read =
          MAPPER.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString());
      if (read instanceof ObjectNode tree) {
        return tree;
      }
      throw new BadBrief("a brief is a JSON object, and this is not one");
    } catch (JsonProcessingException e) {
      throw new BadBrief("not JSON: " + e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw new BadBrief("not UTF-8", e);
    }
  }

  /** The document as a tree, to be put into a larger one such as a digest of briefs. */
  public static ObjectNode tree(Brief brief) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", Brief.VERSION);
    root.put("id", brief.id());
    root.put("itemId", brief.itemId());
    root.put("storyId", brief.storyId());
    origin(root.putObject("origin"), brief.origin());
    root.put("status", brief.status().word());
    root.put("headline", brief.headline());
    root.put("teaser", brief.teaser());
    ArrayNode takeaways = root.putArray("takeaways");
    for (int i = 0; i < brief.takeaways().size(); i++) {
      claim(takeaways.addObject(), brief.takeaways().get(i), kind(i));
    }
    ArrayNode summary = root.putArray("summary");
    for (Paragraph paragraph : brief.summary()) {
      ArrayNode sentences = summary.addObject().putArray("sentences");
      paragraph.sentences().forEach(sentence -> claim(sentences.addObject(), sentence, null));
    }
    Opinion opinion = brief.opinion();
    if (opinion == null) {
      root.putNull("opinion");
    } else {
      ObjectNode node = root.putObject("opinion");
      node.put("label", "opinion");
      node.put("text", opinion.text());
      node.put("model", opinion.model());
    }
    made(root.putObject("made"), brief.made());
    root.put("digest", CanonicalJson.digest(root));
    return root;
  }

  /** What the takeaway at an index is called. */
  static String kind(int index) {
    return index < Brief.KEY_TAKEAWAYS ? "key" : "further";
  }

  private static void origin(ObjectNode node, Brief.Origin origin) {
    node.put("sourceId", origin.sourceId());
    node.put("sourceName", origin.sourceName());
    node.put("url", origin.url());
    node.put("link", origin.link());
    strings(node.putArray("authors"), origin.authors());
    node.put("published", origin.published() == null ? null : origin.published().toString());
    node.put("language", origin.language());
    strings(node.putArray("tags"), origin.tags());
    node.put("image", origin.image());
  }

  private static void claim(ObjectNode node, Claim claim, @Nullable String kind) {
    node.put("text", claim.text());
    if (kind != null) {
      node.put("kind", kind);
    }
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence piece : claim.evidence()) {
      ObjectNode span = evidence.addObject();
      span.put("article", piece.article());
      span.put("start", piece.start());
      span.put("end", piece.end());
      span.put("quote", piece.quote());
    }
  }

  private static void made(ObjectNode node, Brief.Made made) {
    node.put("engine", made.engine());
    node.put("engineVersion", made.engineVersion());
    node.put("model", made.model());
    node.put("textHash", made.textHash());
    node.put("replaced", made.replaced());
    node.put("note", made.note());
    node.put("at", made.at().toString());
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  private static String text(JsonNode tree, boolean pretty) {
    try {
      return pretty ? MAPPER.writer(PRETTY).writeValueAsString(tree) + "\n" : tree.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
