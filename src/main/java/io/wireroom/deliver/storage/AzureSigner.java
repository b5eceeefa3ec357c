package io.wireroom.deliver.storage;

import io.wireroom.deliver.AzureAccess;
import io.wireroom.hash.Hmac;
import io.wireroom.net.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to Azure Blob Storage with the account's key, or hands a shared access signature
 * on. Thread-safe.
 *
 * <p>Source: Microsoft, "Authorize with Shared Key", version 2009-09-19 and later.
 */
final class AzureSigner {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Put Blob of up to 5,000 MiB, and empty Content-Length in what is signed. */
  private static final String VERSION = "2021-08-06";

  /** As RFC 1123 writes it, always with two digits of the day. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private AzureSigner() {}

  /**
   * @param address without a query
   * @param headers all that are sent; more are added
   * @throws IllegalArgumentException if the account's key is no base64
   */
  static HttpCall call(
      AzureAccess azure,
      String method,
      String address,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body,
      int maxBytes,
      Instant at) {
    headers.put("x-ms-version", VERSION);
    headers.put("x-ms-date", DATE.format(at));
    String pairs =
        query.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + S3Address.encoded(pair.getValue(), false))
            .collect(Collectors.joining("&"));
    URI plain = URI.create(pairs.isEmpty() ? address : address + "?" + pairs);
    if (azure.key() != null) {
      String signed = toSign(azure.account(), method, plain, query, headers, body.length);
      headers.put(
          "Authorization", "SharedKey " + azure.account() + ":" + hmac(azure.key(), signed));
    }
    if (method.equals("GET")) {
      headers.put("Accept-Encoding", "identity");
    }
    return new HttpCall(method, signed(plain, azure.sas()), headers, body, TIMEOUT, maxBytes, 0);
  }

  private static URI signed(URI plain, @Nullable String sas) {
    if (sas == null) {
      return plain;
    }
    return URI.create(plain + (plain.getRawQuery() == null ? "?" : "&") + sas);
  }

  private static String toSign(
      String account,
      String method,
      URI uri,
      Map<String, String> query,
      Map<String, String> headers,
      int length) {
    StringBuilder text = new StringBuilder();
    text.append(method).append("\n\n\n");
    text.append(length == 0 ? "" : Integer.toString(length)).append("\n\n");
    text.append(headers.getOrDefault("Content-Type", "")).append("\n\n\n");
    text.append(headers.getOrDefault("If-Match", "")).append('\n');
    text.append(headers.getOrDefault("If-None-Match", "")).append("\n\n\n");
    new TreeMap<>(headers)
        .forEach(
            (name, value) -> {
              if (name.startsWith("x-ms-")) {
                text.append(name).append(':').append(value).append('\n');
              }
            });
    text.append('/').append(account).append(uri.getRawPath());
    new TreeMap<>(query)
        .forEach((name, value) -> text.append('\n').append(name).append(':').append(value));
    return text.toString();
  }

  private static String hmac(String key, String text) {
    byte[] signed = Hmac.sha256(decoded(key), text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signed);
  }

  private static byte[] decoded(String key) {
    try {
      return Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message would show a part of the key.
      throw new IllegalArgumentException(
          "account-key is no base64; copy it from the portal as it stands there");
    }
  }
}
