package io.wireroom.deliver.storage;

/**
 * A bucket has no key in the config, and the environment offers none. Tried again: it may later.
 */
public final class NoCredentials extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NoCredentials(Throwable cause) {
    super(
        "no credentials for the bucket: give access-key and secret-key, or set AWS_ACCESS_KEY_ID"
            + " and AWS_SECRET_ACCESS_KEY, or a profile, as for every AWS program",
        cause);
  }
}
