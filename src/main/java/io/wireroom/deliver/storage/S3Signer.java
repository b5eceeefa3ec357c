package io.wireroom.deliver.storage;

import io.wireroom.deliver.S3Access;
import io.wireroom.net.HttpCall;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests to a bucket with Signature Version 4, by AWS's own signer. The only class that
 * knows AWS's library, so that a hub without a bucket loads none of it. Thread-safe.
 */
final class S3Signer {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The client writes these itself, from the address and the body. */
  private static final Set<String> CLIENT_WRITES = Set.of("host", "content-length");

  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private S3Signer() {}

  /**
   * AWS's default chain: environment, system properties, profile files, web identity, container.
   */
  private static final class Chain {
    static final DefaultCredentialsProvider PROVIDER = DefaultCredentialsProvider.builder().build();
  }

  /**
   * @param headers without any that the transport drops or rewrites, for all of them are signed
   * @param maxBytes how much of the answer is kept
   * @throws NoCredentials if the destination has no key and AWS's default chain finds none
   */
  static HttpCall call(
      S3Access s3,
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      int maxBytes,
      Instant at) {
    SdkHttpRequest.Builder plain =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri);
    headers.forEach(plain::putHeader);
    SdkHttpRequest request = plain.build();
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
    AwsCredentialsIdentity identity = identity(s3);
    SignedRequest signed =
        SIGNER.sign(
            sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, s3.region())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)));
    Map<String, String> sent = new LinkedHashMap<>();
    signed
        .request()
        .forEachHeader(
            (name, values) -> {
              if (!CLIENT_WRITES.contains(name.toLowerCase(Locale.ROOT))) {
                sent.put(name, String.join(",", values));
              }
            });
    if (method.equals("GET")) {
      // The ETag is that of the object as it lies there, so nobody on the way may pack it. Not
      // signed, since proxies rewrite it.
      sent.put("Accept-Encoding", "identity");
    }
    return new HttpCall(method, uri, sent, body, TIMEOUT, maxBytes, 0);
  }

  private static AwsCredentialsIdentity identity(S3Access s3) {
    if (s3.accessKey() != null && s3.secretKey() != null) {
      return AwsCredentialsIdentity.create(s3.accessKey(), s3.secretKey());
    }
    try {
      return Chain.PROVIDER.resolveCredentials();
    } catch (SdkClientException e) {
      throw new NoCredentials(e);
    }
  }
}
