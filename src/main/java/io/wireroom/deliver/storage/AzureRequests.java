package io.wireroom.deliver.storage;

import io.wireroom.deliver.AzureAccess;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a container of Azure Blob Storage. Objects are block blobs.
 *
 * <p>Source: Microsoft, "Blob Storage REST API": Put Blob, Get Blob, Delete Blob, List Blobs,
 * "Specifying conditional headers", "Status and error codes".
 */
final class AzureRequests implements BucketRequests {

  private static final byte[] NOTHING = {};
  private static final int LARGEST = 128 * 1024 * 1024;

  private final AzureAccess azure;
  private final String container;
  private final String prefix;
  private final String base;

  AzureRequests(StorageDestination storage, AzureAccess azure) {
    this.azure = azure;
    container = storage.url().getRawAuthority();
    String path = storage.url().getPath() == null ? "" : storage.url().getPath();
    prefix = path.replaceAll("^/+|/+$", "");
    URI endpoint = azure.endpoint();
    base =
        (endpoint == null
                ? "https://" + azure.account() + ".blob.core.windows.net"
                : endpoint.toString().replaceAll("/+$", ""))
            + "/"
            + container;
  }

  @Override
  public HttpCall get(String name, Instant at) {
    return call("GET", name, Map.of(), NOTHING, LARGEST, at);
  }

  @Override
  public HttpCall head(String name, Instant at) {
    return call("HEAD", name, Map.of(), NOTHING, HttpCall.ANSWER_BYTES, at);
  }

  @Override
  public HttpCall delete(String name, Instant at) {
    return call("DELETE", name, Map.of(), NOTHING, HttpCall.ANSWER_BYTES, at);
  }

  @Override
  public HttpCall list(String beginning, int most, @Nullable String continuation, Instant at) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("restype", "container");
    query.put("comp", "list");
    query.put("prefix", key(beginning));
    query.put("maxresults", Integer.toString(most));
    if (continuation != null) {
      query.put("marker", continuation);
    }
    return AzureSigner.call(azure, "GET", base, query, new HashMap<>(), NOTHING, LARGEST, at);
  }

  @Override
  public String bucket() {
    return container;
  }

  @Override
  public String key(String name) {
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  @Override
  public boolean there(HttpReply reply) {
    return reply.status() == 409 && !StoreError.code(reply).equals("ContainerBeingDeleted")
        || reply.status() == 412;
  }

  @Override
  public StoreError error(HttpReply reply, Right wanted) {
    StoreError error =
        switch (StoreError.code(reply)) {
          case "ContainerNotFound" ->
              off("there is no container " + container + "; create it, or change url");
          case "AuthenticationFailed", "InvalidAuthenticationInfo" ->
              off("it does not accept account-key or sas; check them, and the clock");
          case "AuthorizationFailure" ->
              off(
                  "it does not let us "
                      + wanted.word()
                      + " there; check account-key or sas, and the account's firewall");
          case "AuthorizationPermissionMismatch",
              "AuthorizationResourceTypeMismatch",
              "AuthorizationProtocolMismatch",
              "InsufficientAccountPermissions" ->
              off("sas may not " + wanted.word() + " there; make one that may");
          case "KeyBasedAuthenticationNotPermitted" ->
              off("the account takes no key; use sas instead of account-key");
          case "AccountIsDisabled" -> off("the account is disabled");
          case "InvalidResourceName", "InvalidUri", "OutOfRangeInput" ->
              off("it takes no such name; change url or layout");
          case "ServerBusy", "OperationTimedOut" ->
              new StoreError(Verdict.THROTTLED, "too many at once");
          case "RequestBodyTooLarge", "MetadataTooLarge" ->
              new StoreError(Verdict.REJECTED, "it does not take an object like this one");
          default -> byStatus(reply.status());
        };
    return error.said(reply);
  }

  private static StoreError byStatus(int status) {
    return switch (status) {
      case 401, 403 ->
          new StoreError(Verdict.RETRY, "it does not let us in; check account-key or sas");
      case 404 -> new StoreError(Verdict.RETRY, "nothing takes objects there; check endpoint");
      case 429, 502, 503, 504 -> new StoreError(Verdict.THROTTLED, "it is overloaded or down");
      default -> new StoreError(Verdict.RETRY, "");
    };
  }

  private static StoreError off(String reason) {
    return new StoreError(Verdict.DESTINATION_OFF, reason);
  }

  @Override
  public String metadata() {
    return "x-ms-meta-";
  }

  @Override
  public HttpCall put(StoredObject object, Map<String, String> condition, Instant at) {
    Map<String, String> headers = new HashMap<>(condition);
    headers.put("Content-Type", object.contentType());
    headers.put("x-ms-blob-type", "BlockBlob");
    if (object.cacheControl() != null) {
      headers.put("x-ms-blob-cache-control", object.cacheControl());
    }
    object.metadata().forEach((name, text) -> headers.put(metadata() + name, text));
    return call("PUT", object.key(), headers, object.bytes(), HttpCall.ANSWER_BYTES, at);
  }

  private HttpCall call(
      String method,
      String name,
      Map<String, String> headers,
      byte[] body,
      int maxBytes,
      Instant at) {
    String address = base + "/" + S3Address.encoded(key(name), true);
    return AzureSigner.call(
        azure, method, address, Map.of(), new HashMap<>(headers), body, maxBytes, at);
  }
}
