package io.wireroom.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.EvaluationListener;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks values out of an API's answer by JSONPath (RFC 9535, as Jayway's library reads it): names,
 * indexes, slices, {@code [*]}, {@code ..name} and filters such as {@code [?(@.published==true)]}.
 */
final class JsonPick {
  /** More values than this are not looked at. */
  private static final int MOST_FOUND = 10_000;

  private static final int LONGEST_PATH = 1_000;

  private static final Configuration JACKSON =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(LenientJson.MAPPER))
          .mappingProvider(new JacksonMappingProvider(LenientJson.MAPPER))
          .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
          .build();

  private JsonPick() {}

  /**
   * What the path selects, in document order; empty when it selects nothing.
   *
   * @throws FeedException if the path is none; says where
   */
  static List<JsonNode> all(JsonNode root, String path) throws FeedException {
    JsonPath compiled = compiled(path.strip());
    List<JsonNode> found = new ArrayList<>();
    try {
      JsonNode all =
          JsonPath.using(JACKSON).parse(root).withListeners(JsonPick::enough).read(compiled);
      if (all != null) {
        all.forEach(found::add);
      }
      return found;
    } catch (JsonPathException | StackOverflowError unfit) {
      throw new FeedException(
          "The path " + path + " can't be applied to this JSON: " + unfit.getMessage());
    }
  }

  private static EvaluationListener.EvaluationContinuation enough(
      EvaluationListener.FoundResult found) {
    return found.index() >= MOST_FOUND
        ? EvaluationListener.EvaluationContinuation.ABORT
        : EvaluationListener.EvaluationContinuation.CONTINUE;
  }

  private static JsonPath compiled(String path) throws FeedException {
    String why = path.length() > LONGEST_PATH ? "it is too long" : null;
    try {
      if (why == null) {
        return JsonPath.compile(path);
      }
    } catch (JsonPathException | IllegalArgumentException | StackOverflowError wrong) {
      why = firstLine(wrong.getMessage());
    }
    throw new FeedException(
        "The path " + path + " is not JSONPath: " + why + ". An example: $.data.articles[*].");
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "it can't be read" : message.lines().findFirst().orElse("");
  }
}
