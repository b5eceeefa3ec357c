package io.wireroom.config;

import java.util.regex.Pattern;

/** What a text in the config must look like. The pattern goes into the JSON Schema as well. */
public enum Format {
  TEXT("a text", "(?s).*", ""),
  ID(
      "an id",
      "[a-z0-9][a-z0-9._-]*",
      "use lower-case letters, digits, - _ and ., a letter or digit first"),
  HTTP_URL("an http or https address", "https?://.+", ""),
  STORAGE_URL("an address of a folder or bucket", "(file:|s3://|azure://).+", ""),
  STATE_URL("an address of the state", "(sqlite:|s3://|azure://).+", ""),
  CIDR("a network in CIDR notation", "[0-9a-fA-F.:]+/[0-9]{1,3}", ""),
  LANGUAGE("a language code", "[a-z]{2,3}", ""),
  SELECTOR("a selector", "(?s).+", ""),
  LAYOUT("a layout", ".+", ""),
  DAILY_LAYOUT("a layout", ".+", ""),
  HEADER_NAME("a header name", "[!#$%&'*+.^_`|~0-9A-Za-z-]+", "letters, digits and - are safe"),
  HEADER_VALUE("a header value", "[^\\x00-\\x1F\\x7F]+", "line breaks are not allowed"),
  EMAIL("an e-mail address", "[^@\\s<>]+@[^@\\s<>]+", "write it as name@example.com"),
  STORAGE_CLASS("a storage class", "[A-Z][A-Z0-9_]*", "such as STANDARD_IA or GLACIER_IR"),
  AZURE_ACCOUNT("an account's name", "[a-z0-9]{3,24}", "3 to 24 small letters and digits"),
  ENCRYPTION("an encryption", "AES256|aws:kms", "write AES256 or aws:kms"),
  WEBHOOK_SECRET("a webhook secret", "wh(sec|sk)_.+", "");

  private final String words;
  private final Pattern pattern;
  private final String hint;

  Format(String words, String pattern, String hint) {
    this.words = words;
    this.pattern = Pattern.compile(pattern);
    this.hint = hint;
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
    switch (this) {
      case HTTP_URL -> Urls.http(text);
      case STORAGE_URL -> Urls.storage(text);
      case STATE_URL -> Urls.state(text);
      case CIDR -> Cidrs.check(text);
      case LANGUAGE -> Languages.check(text);
      case SELECTOR -> Selectors.check(text);
      case LAYOUT -> Layouts.check(text);
      case DAILY_LAYOUT -> Layouts.checkDaily(text);
      case WEBHOOK_SECRET -> WebhookSecrets.check(text);
      default -> {
        if (!pattern.matcher(text).matches()) {
          throw new BadValue("is not " + words, hint);
        }
      }
    }
  }
}
