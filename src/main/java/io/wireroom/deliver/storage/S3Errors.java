package io.wireroom.deliver.storage;

import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpReply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a store says is wrong: its code, what to do about it, and what happens to the delivery. What
 * a person must set right switches the destination off, so that nothing is lost meanwhile; without
 * a code the answer may be that of a proxy on the way, and is tried again.
 *
 * <p>Source: Amazon S3 API reference, "Error responses".
 */
final class S3Errors {

  private static final Pattern REGION = Pattern.compile("<Region>\\s*([\\w-]{1,40})\\s*</Region>");

  private S3Errors() {}

  /**
   * @param reply any answer but a 2xx
   */
  static StoreError of(HttpReply reply, String bucket, String region, Right wanted) {
    String code = StoreError.code(reply);
    StoreError known = known(code, reply, bucket, region, wanted);
    StoreError error = known == null ? byStatus(reply.status()) : known;
    return error.said(reply);
  }

  private static @Nullable StoreError known(
      String code, HttpReply reply, String bucket, String region, Right wanted) {
    return switch (code) {
      case "NoSuchBucket" -> off("there is no bucket " + bucket + "; create it, or change url");
      case "InvalidBucketName" -> off(bucket + " is no name for a bucket; change url");
      case "AccessDenied", "AllAccessDisabled", "AccountProblem" ->
          off(
              "the key may not "
                  + wanted.word()
                  + " there; allow it "
                  + action(wanted)
                  + " on "
                  + bucket
                  + " (and its KMS key, if it has one)");
      case "InvalidAccessKeyId" -> off("the store does not know the access key; check access-key");
      case "SignatureDoesNotMatch" ->
          off("the secret key is not that of the access key; check secret-key");
      case "AuthorizationHeaderMalformed",
          "PermanentRedirect",
          "IllegalLocationConstraintException" ->
          off(elsewhere(reply, bucket, region));
      case "InvalidStorageClass" -> off("it has no such storage class; change storage-class");
      case "InvalidEncryptionAlgorithmError", "ServerSideEncryptionConfigurationNotFoundError" ->
          off("it can't encrypt like that; change encryption");
      case "KMS.NotFoundException", "KMS.DisabledException", "KMS.KMSInvalidStateException" ->
          off("the KMS key can't be used; check kms-key");
      case "NotImplemented" ->
          off(
              "it does not know something that was asked for; try checksums: when-required, and"
                  + " neither storage-class nor encryption");
      case "XAmzContentSHA256Mismatch", "BadDigest", "IncompleteBody", "RequestTimeout" ->
          retry("the object did not arrive as it was sent");
      case "RequestTimeTooSkewed" -> retry("its clock and ours differ; set the clock");
      case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
          retry("the session of the credentials has ended; renew them");
      case "ConditionalRequestConflict", "OperationAborted" ->
          retry("something else was writing the same object");
      case "SlowDown", "ServiceUnavailable", "Busy", "TooManyRequests", "RequestLimitExceeded" ->
          new StoreError(Verdict.THROTTLED, "too many at once");
      case "EntityTooLarge", "KeyTooLongError", "MetadataTooLarge" ->
          new StoreError(Verdict.REJECTED, "it does not take an object like this one");
      default -> null;
    };
  }

  private static String action(Right wanted) {
    return switch (wanted) {
      case WRITE -> "s3:PutObject";
      case READ -> "s3:GetObject";
      case LIST -> "s3:ListBucket";
    };
  }

  private static StoreError byStatus(int status) {
    return switch (status) {
      case 401, 403 -> retry("it does not let us in; check access-key and secret-key");
      case 404, 405, 501 ->
          retry("nothing takes objects there; check endpoint, path-style and url");
      case 413 -> new StoreError(Verdict.REJECTED, "the object is too large for it");
      case 429, 502, 503, 504 -> new StoreError(Verdict.THROTTLED, "it is overloaded or down");
      default ->
          status >= 300 && status < 400
              ? retry("it sends us elsewhere; check endpoint")
              : retry("");
    };
  }

  private static String elsewhere(HttpReply reply, String bucket, String region) {
    Matcher named = REGION.matcher(reply.text());
    String header = reply.header("x-amz-bucket-region");
    String right = named.find() ? named.group(1) : header == null ? "another region" : header;
    return bucket + " is in " + right + ", not in " + region + "; change region (or endpoint)";
  }

  private static StoreError off(String reason) {
    return new StoreError(Verdict.DESTINATION_OFF, reason);
  }

  private static StoreError retry(String reason) {
    return new StoreError(Verdict.RETRY, reason);
  }
}
