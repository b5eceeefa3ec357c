package io.wireroom.brief.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model answered, parsed strictly and not yet believed.
 *
 * @param summary paragraphs of sentences
 * @param opinion empty when there is none
 */
record ModelAnswer(List<Draft> takeaways, List<List<Draft>> summary, String opinion) {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MOST_TAKEAWAYS = 5;
  private static final int MOST_PARAGRAPHS = 3;
  private static final int MOST_SENTENCES = 6;

  /**
   * Models that are sent no schema like to fence their JSON; nothing else around it is accepted.
   */
  private static final Pattern FENCED =
      Pattern.compile("\\s*```(?:json)?\\s*(.*?)\\s*```\\s*", Pattern.DOTALL);

  /** A sentence with the passages that are said to prove it. */
  record Draft(String text, List<String> quotes) {}

  /** The answer is not what was asked for: cut short, refused, or something else. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  static ModelAnswer parse(String answer) throws Unusable {
    Matcher fenced = FENCED.matcher(answer);
    JsonNode root;
    try {
      root = STRICT.readTree(fenced.matches() ? fenced.group(1) : answer);
    } catch (JsonProcessingException e) {
      throw new Unusable("its answer was not JSON");
    }
    List<Draft> takeaways = drafts(root.path("takeaways"), MOST_TAKEAWAYS);
    List<List<Draft>> summary = new ArrayList<>();
    for (JsonNode paragraph : array(root.path("summary"))) {
      if (summary.size() < MOST_PARAGRAPHS) {
        summary.add(drafts(paragraph.path("sentences"), MOST_SENTENCES));
      }
    }
    if (takeaways.isEmpty()) {
      throw new Unusable("its answer had no takeaways");
    }
    return new ModelAnswer(takeaways, summary, root.path("opinion").asText(""));
  }

  private static List<Draft> drafts(JsonNode array, int most) throws Unusable {
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode node : array(array)) {
      if (drafts.size() < most) {
        List<String> quotes = new ArrayList<>();
        for (JsonNode quote : array(node.path("quotes"))) {
          quotes.add(string(quote));
        }
        drafts.add(new Draft(string(node.path("text")), quotes));
      }
    }
    return drafts;
  }

  private static JsonNode array(JsonNode node) throws Unusable {
    if (!node.isArray()) {
      throw new Unusable("its answer had another form than asked");
    }
    return node;
  }

  private static String string(JsonNode node) throws Unusable {
    if (!node.isTextual()) {
      throw new Unusable("its answer had another form than asked");
    }
    return node.textValue();
  }
}
