package io.wireroom.config;

/** Where the hub keeps what it knows. */
public record StateConfig(
    @Option(
            value =
                "`sqlite:` and a file, `postgresql://` and a database, or `s3://` with a bucket"
                    + " and a key (for `run --once` without a disk).",
            def = "sqlite:data/wireroom.db",
            example = "\"postgresql://hub:${DB_PASSWORD}@db.example.com/wireroom\"",
            format = Format.STATE_URL)
        String url) {

  /** The address without the user and password that it may hold. */
  @Override
  public String toString() {
    return "StateConfig[url=" + Masking.userInfo(url) + "]";
  }
}
