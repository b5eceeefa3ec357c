package io.wireroom.demo;

import io.wireroom.hash.Hmac;
import io.wireroom.hash.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request to a bucket is signed with one known key, as S3 does it.
 *
 * <p>Source: AWS, "Signature Version 4 for API requests" (Authorization header, whole payload). Not
 * supported: signatures in the query, chunked payloads.
 */
final class SigV4 {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,]+)/(\\d{8})/([^/,]+)/s3/aws4_request,"
              + "\\s*SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]{64})");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final HexFormat HEX = HexFormat.of();

  private final String accessKey;
  private final String secretKey;
  private final Clock clock;

  /** Why a request is refused: S3's error code, its HTTP status, and a sentence for people. */
  record Refusal(int status, String code, String message) {}

  SigV4(String accessKey, String secretKey, Clock clock) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.clock = clock;
  }

  /** Null when the request is signed with the key, fresh, and has the payload that was signed. */
  @Nullable Refusal check(Request request) {
    String authorization = request.header("Authorization");
    String stamp = request.header("x-amz-date");
    String payload = request.header("x-amz-content-sha256");
    if (authorization == null || stamp == null || payload == null) {
      return new Refusal(
          403, "AccessDenied", "needs Authorization, x-amz-date and x-amz-content-sha256");
    }
    Matcher parts = AUTHORIZATION.matcher(authorization);
    if (!parts.matches()) {
      return new Refusal(400, "AuthorizationHeaderMalformed", "not an AWS4-HMAC-SHA256 signature");
    }
    if (!parts.group(1).equals(accessKey)) {
      return new Refusal(403, "InvalidAccessKeyId", "the demo knows only the key " + accessKey);
    }
    if (!fresh(stamp) || !stamp.startsWith(parts.group(2))) {
      return new Refusal(403, "RequestTimeTooSkewed", "x-amz-date is " + stamp);
    }
    if (payload.startsWith("STREAMING-")) {
      return new Refusal(501, "NotImplemented", "the demo takes whole payloads, not " + payload);
    }
    List<String> signed = List.of(parts.group(4).split(";", -1));
    if (!signed.contains("host")) {
      return new Refusal(403, "AccessDenied", "the header host has to be signed");
    }
    if (!payload.equals("UNSIGNED-PAYLOAD")
        && !payload.equals(HEX.formatHex(Sha256.of(request.body())))) {
      return new Refusal(400, "XAmzContentSHA256Mismatch", "the body is not the one signed");
    }
    String canonical = canonical(request, signed, payload);
    byte[] expected = signature(stamp, parts.group(2), parts.group(3), canonical);
    return MessageDigest.isEqual(expected, HEX.parseHex(parts.group(5)))
        ? null
        : new Refusal(403, "SignatureDoesNotMatch", "signed here as:\n" + canonical);
  }

  private boolean fresh(String stamp) {
    try {
      Instant at = LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC);
      return Duration.between(at, clock.instant()).abs().compareTo(SKEW) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String canonical(Request request, List<String> signed, String payload) {
    String path =
        Arrays.stream(request.path().split("/", -1))
            .map(SigV4::encode)
            .collect(Collectors.joining("/"));
    String query =
        request.query().entrySet().stream()
            .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
            .sorted()
            .collect(Collectors.joining("&"));
    String headers =
        signed.stream()
            .map(name -> name + ":" + values(request, name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n", request.method(), path, query, headers, String.join(";", signed), payload);
  }

  private static String values(Request request, String name) {
    return request.headers().getOrDefault(name, List.of()).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private byte[] signature(String stamp, String date, String region, String canonical) {
    String scope = date + "/" + region + "/s3/aws4_request";
    String toSign =
        String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, HEX.formatHex(Sha256.of(canonical)));
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : List.of(date, region, "s3", "aws4_request")) {
      key = hmac(key, part);
    }
    return hmac(key, toSign);
  }

  /** RFC 3986, everything but the unreserved characters; the form encoder is close to that. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] hmac(byte[] key, String text) {
    return Hmac.sha256(key, text.getBytes(StandardCharsets.UTF_8));
  }
}
