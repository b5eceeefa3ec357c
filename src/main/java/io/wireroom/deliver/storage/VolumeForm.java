package io.wireroom.deliver.storage;

import java.util.Locale;

/** What a file of many briefs is written in. */
public enum VolumeForm {
  /** One document of a brief on each line, oldest first. */
  JSONL("application/jsonl; charset=UTF-8"),
  /** A table with a row for each brief, oldest first. */
  PARQUET("application/vnd.apache.parquet"),
  /** The newest briefs, and all files of days. */
  INDEX("application/json");

  private final String contentType;

  VolumeForm(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** The word for it, as in the config and in names of files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such form
   */
  public static VolumeForm of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
