package io.wireroom.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text what looks like a secret, where its place doesn't say whether it is one. */
final class Masking {

  private static final String MASK = "***";

  private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s?#]*@");

  private static final Pattern KNOWN_SHAPES =
      Pattern.compile(
          "whs(?:ec|k)_[\\w+/=-]+"
              + "|xox[a-z]-[\\w-]+"
              + "|\\bsk-[\\w-]{16,}"
              + "|\\b\\d{6,}:[\\w-]{30,}"
              + "|(?<=hooks\\.slack\\.com/)[\\w/]+"
              + "|(?<=api/webhooks/)[\\w/-]+");

  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "(?i)(?:secrets?|token|password|bearer|webhook|authorization|cookie|[\\w-]*key)"
              + "[\"']?\\s*[:=]\\s*(?=\\S)");

  private Masking() {}

  static String userInfo(String text) {
    return USER_INFO.matcher(text).replaceAll("$1" + MASK + "@");
  }

  static String shapes(String text) {
    return KNOWN_SHAPES.matcher(userInfo(text)).replaceAll(MASK);
  }

  /** Where the value of a key that may hold a secret begins in a line; -1 when there is none. */
  static int secretValue(String line) {
    Matcher key = SECRET_KEY.matcher(line);
    return key.find() ? key.end() : -1;
  }
}
