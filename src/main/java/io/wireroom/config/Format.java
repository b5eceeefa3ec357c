package io.wireroom.config;

import java.util.regex.Pattern;

/** What a text in the config must look like. The pattern goes into the JSON Schema as well. */
public enum Format {
  TEXT("a text", "(?s).*", "", Check.NONE),
  ID(
      "an id",
      "[a-z0-9][a-z0-9._-]*",
      "use lower-case letters, digits, - _ and ., a letter or digit first",
      Check.NONE),
  HTTP_URL("an http or https address", "https?://.+", "", Urls::http),
  STORAGE_URL("an address of a folder or bucket", "(file:|s3://).+", "", Urls::storage),
  STATE_URL("an address of a database", "(sqlite:|postgresql://|s3://).+", "", Urls::state),
  CIDR("a network in CIDR notation", "[0-9a-fA-F.:]+/[0-9]{1,3}", "", Cidrs::check),
  LANGUAGE("a language code", "[a-z]{2,3}", "", Languages::check),
  SELECTOR("a selector", "(?s).+", "", Selectors::check),
  LAYOUT("a layout", ".+", "", Layouts::check),
  HEADER_NAME(
      "a header name", "[!#$%&'*+.^_`|~0-9A-Za-z-]+", "letters, digits and - are safe", Check.NONE),
  HEADER_VALUE(
      "a header value", "[^\\p{Cntrl}]+", "line breaks and controls are not allowed", Check.NONE),
  EMAIL("an e-mail address", "[^@\\s<>]+@[^@\\s<>]+", "write it as name@example.com", Check.NONE),
  STORAGE_CLASS(
      "a storage class", "[A-Z][A-Z0-9_]*", "such as STANDARD_IA or GLACIER_IR", Check.NONE),
  ENCRYPTION("an encryption", "AES256|aws:kms", "write AES256 or aws:kms", Check.NONE),
  WEBHOOK_SECRET("a webhook secret", "wh(sec|sk)_.+", "", WebhookSecrets::check);

  private final String words;
  private final Pattern pattern;
  private final String hint;
  private final Check check;

  Format(String words, String pattern, String hint, Check check) {
    this.words = words;
    this.pattern = Pattern.compile(pattern);
    this.hint = hint;
    this.check = check;
  }

  /** What the text is, with its article: {@code an id}. */
  String words() {
    return words;
  }

  /** A regular expression that every good text matches as a whole; some bad ones may, too. */
  String pattern() {
    return pattern.pattern();
  }

  /** Passes a text that has this format. */
  void check(String text) throws BadValue {
    check.check(text);
    if (!pattern.matcher(text).matches()) {
      throw new BadValue("is not " + words, hint);
    }
  }

  /** A check that a pattern can't make, or whose message should say more. */
  @FunctionalInterface
  interface Check {
    Check NONE = text -> {};

    void check(String text) throws BadValue;
  }
}
