package io.wireroom.deliver.storage;

import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /** What it means that it is refused. */
  String lack() {
    return lack;
  }

  /** Those that a destination asks for. */
  static List<ProbedOption> of(StorageDestination storage) {
    List<ProbedOption> asked = new ArrayList<>();
    if (!(storage.access() instanceof S3Access s3)) {
      return asked;
    }
    if (s3.checksums().equals("when-supported")) {
      asked.add(CHECKSUM);
    }
    if (s3.storageClass() != null) {
      asked.add(STORAGE_CLASS);
    }
    if (s3.encryption() != null) {
      asked.add(ENCRYPTION);
    }
    return asked;
  }

  /** The destination with one of its options, or with none. */
  static StorageDestination only(@Nullable ProbedOption option, StorageDestination storage) {
    Set<ProbedOption> kept = option == null ? Set.of() : Set.of(option);
    if (!(storage.access() instanceof S3Access s3)) {
      return storage;
    }
    S3Access less =
        new S3Access(
            s3.endpoint(),
            s3.region(),
            s3.pathStyle(),
            s3.accessKey(),
            s3.secretKey(),
            kept.contains(CHECKSUM) ? s3.checksums() : "when-required",
            kept.contains(STORAGE_CLASS) ? s3.storageClass() : null,
            kept.contains(ENCRYPTION) ? s3.encryption() : null,
            kept.contains(ENCRYPTION) ? s3.kmsKey() : null,
            s3.cacheControl());
    return new StorageDestination(
        storage.id(),
        storage.lane(),
        storage.url(),
        storage.formats(),
        storage.layout(),
        storage.volumes(),
        less);
  }
}
