package io.wireroom.config;

import org.jspecify.annotations.Nullable;

/** Where the hub keeps what it knows. */
@Rule(
    when = "url",
    is = "(s3|azure):.*",
    needs = "access",
    because = "it says how the bucket is reached")
@Rule(
    when = "url",
    is = "sqlite:.*",
    excludes = "access",
    because = "only a state in a bucket needs it")
public record StateConfig(
    @Option(
            value =
                "`sqlite:` and a file; its folder is made when it is not there. Or, for `run"
                    + " --once` without a disk, `s3://` or `azure://` with a bucket and the name of"
                    + " an object, which is fetched before and put back after each run.",
            def = "sqlite:data/wireroom.db",
            example = "sqlite:/var/lib/wireroom/wireroom.db",
            format = Format.STATE_URL)
        String url,
    @Option(
            value =
                "Id of the destination of kind `storage` whose endpoint, region and keys reach the"
                    + " bucket of the state. It must take conditional writes, as `check --probe`"
                    + " finds out.",
            example = "archive",
            refersTo = "destinations[].id")
        @Nullable String access) {

  /** Whether it lies in a bucket between runs. */
  public boolean inBucket() {
    return !url.startsWith("sqlite:");
  }
}
