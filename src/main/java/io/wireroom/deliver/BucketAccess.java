package io.wireroom.deliver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach a bucket; which record it is says which protocol the store speaks. */
public sealed interface BucketAccess permits S3Access, AzureAccess {

  /** {@code Cache-Control} of each brief; null for none. */
  @Nullable String cacheControl();

  /** What must never be shown. */
  List<String> secrets();
}
