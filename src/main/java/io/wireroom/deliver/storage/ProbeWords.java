package io.wireroom.deliver.storage;

/** What a bucket lacks, in words that follow its name, with what to do. */
final class ProbeWords {

  static final String NO_CONDITION =
      "does not know If-None-Match: nothing can be delivered there; use another store, or its"
          + " settings for conditional writes";

  static final String NO_IF_NONE_MATCH =
      "ignores If-None-Match: a delivery that is repeated writes its object again; nothing is lost"
          + " by that";

  static final String NO_ETAG = "gives no ETag: files of days and the index can't be written";

  static final String IGNORES_IF_MATCH =
      "ignores If-Match: two hubs that write the same file of a day could undo each other's work;"
          + " let only one write there";

  static final String IGNORES_ENCRYPTION =
      "ignores encryption: objects lie there as that store always keeps them";

  static final String NO_METADATA = "keeps no metadata; briefs are whole without it";

  private ProbeWords() {}

  static String noIfMatch(int status) {
    return "does not know If-Match ("
        + status
        + "): files of days and the index can't be written; leave daily and index out";
  }

  static String noRead(int status) {
    return "does not let us read ("
        + status
        + "): allow the key that (s3:GetObject), for the files of days, the index and the audit";
  }

  static String noList(int status) {
    return "does not let us list ("
        + status
        + "): allow the key that (s3:ListBucket), for the audit";
  }

  static String ignoresStorageClass(String kept) {
    return "ignores storage-class: objects are " + kept;
  }
}
