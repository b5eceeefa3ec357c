package io.wireroom.deliver;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a container of Azure Blob Storage: by the account's key, or by a shared access
 * signature.
 *
 * @param account its name
 * @param endpoint null for {@code https://ACCOUNT.blob.core.windows.net}
 * @param key base64, as the portal shows it; null when there is a signature
 * @param sas the query of the signature, without the question mark; null when there is a key
 */
public record AzureAccess(
    String account,
    @Nullable URI endpoint,
    @Nullable String key,
    @Nullable String sas,
    @Nullable String cacheControl)
    implements BucketAccess {

  @Override
  public List<String> secrets() {
    return Stream.of(key, sas).flatMap(Stream::ofNullable).toList();
  }
}
