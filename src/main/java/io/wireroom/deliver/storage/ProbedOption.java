package io.wireroom.deliver.storage;

import io.wireroom.deliver.Destination;
import org.jspecify.annotations.Nullable;

/** What a store may refuse of a request, though the rest of it is fine. */
enum ProbedOption {
  CHECKSUM("refuses the checksum header: set checksums: when-required"),
  STORAGE_CLASS("has no such storage class: change storage-class, or leave it out"),
  ENCRYPTION("can't encrypt as asked: change encryption, or leave it out");

  private final String lack;

  ProbedOption(String lack) {
    this.lack = lack;
  }

  /** What it means that it works without. */
  String lack() {
    return lack;
  }

  /** The first that a destination asks for; null when it asks for none. */
  static @Nullable ProbedOption first(Destination.Storage storage) {
    Destination.S3 s3 = new S3Requests(storage).s3();
    if (s3.checksums().equals("when-supported")) {
      return CHECKSUM;
    } else if (s3.storageClass() != null) {
      return STORAGE_CLASS;
    }
    return s3.encryption() == null ? null : ENCRYPTION;
  }

  Destination.Storage without(Destination.Storage storage) {
    Destination.S3 s3 = new S3Requests(storage).s3();
    Destination.S3 less =
        new Destination.S3(
            s3.endpoint(),
            s3.region(),
            s3.pathStyle(),
            s3.accessKey(),
            s3.secretKey(),
            this == CHECKSUM ? "when-required" : s3.checksums(),
            this == STORAGE_CLASS ? null : s3.storageClass(),
            this == ENCRYPTION ? null : s3.encryption(),
            this == ENCRYPTION ? null : s3.kmsKey(),
            s3.cacheControl());
    return new Destination.Storage(
        storage.id(),
        storage.lane(),
        storage.url(),
        storage.formats(),
        storage.layout(),
        storage.volumes(),
        less);
  }
}
