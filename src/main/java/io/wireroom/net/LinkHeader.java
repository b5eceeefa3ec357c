package io.wireroom.net;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Link}. Source: RFC 8288, 3; links about another context are left out. */
public final class LinkHeader {

  /** What is read of a header at most; nobody's is longer. */
  private static final int LONGEST = 16 * 1024;

  private static final Pattern LINK =
      Pattern.compile("<([^<>]*)>((?:[^,\"<]|\"(?:\\\\.|[^\"\\\\])*+\")*+)");

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([^=;\\s\"]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*+)\"|([^;\\s\"]*))");

  private LinkHeader() {}

  /**
   * The targets of the links with a relation, in their order, absolute.
   *
   * @param header several joined by {@code ", "}; null when there is none
   * @param base what relative targets are relative to
   * @param relation such as {@code hub}; in lower case
   */
  public static List<String> targets(@Nullable String header, URI base, String relation) {
    List<String> found = new ArrayList<>();
    if (header == null || header.length() > LONGEST) {
      return found;
    }
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      if (relates(link.group(2), relation)) {
        try {
          found.add(base.resolve(link.group(1).strip()).toString());
        } catch (IllegalArgumentException notAnAddress) {
          continue;
        }
      }
    }
    return found;
  }

  /** The first rel counts; one that names an anchor speaks of something else. */
  private static boolean relates(String parameters, String relation) {
    Boolean relates = null;
    Matcher parameter = PARAMETER.matcher(parameters);
    while (parameter.find()) {
      String name = parameter.group(1).toLowerCase(Locale.ROOT);
      String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
      if (name.equals("anchor")) {
        return false;
      } else if (name.equals("rel") && relates == null) {
        relates = List.of(value.toLowerCase(Locale.ROOT).split("\\s+")).contains(relation);
      }
    }
    return relates != null && relates;
  }
}
