package io.wireroom.poll;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;

/**
 * How JSON from outside is read: comments, trailing commas and raw control characters are forgiven,
 * and nesting, tokens and strings are bounded, since whoever wrote it may mean harm.
 */
final class LenientJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxTokenCount(500_000)
                          .maxStringLength(4_000_000)
                          .build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Jackson's hint at where a bracket was opened, which names the source in its own words. */
  private static final Pattern MARKER = Pattern.compile("(?s) \\(start marker at .*");

  private LenientJson() {}

  /** At which line and column, as far as Jackson knows, and why. */
  static String where(JsonProcessingException broken) {
    JsonLocation at = broken.getLocation();
    String place =
        at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
    return place + ": " + MARKER.matcher(broken.getOriginalMessage()).replaceAll("");
  }
}
