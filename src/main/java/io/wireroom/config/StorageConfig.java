package io.wireroom.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder or a bucket that keeps every brief as files. */
@Kind(
    value = "storage",
    doc =
        "A folder, a bucket of S3 or of a store that speaks its protocol, or a container of Azure"
            + " Blob Storage.")
@Rule(when = "access-key", needs = "secret-key", because = "requests are signed with both")
@Rule(when = "secret-key", needs = "access-key", because = "requests are signed with both")
@Rule(
    when = "kms-key",
    needs = "encryption",
    because = "a key is used only with `encryption: aws:kms`")
@Rule(
    when = "encryption",
    is = "AES256",
    excludes = "kms-key",
    because = "with AES256 the store uses its own key")
@Rule(
    when = "url",
    is = "file:.*",
    excludes = {
      "endpoint",
      "region",
      "path-style",
      "access-key",
      "secret-key",
      "checksums",
      "storage-class",
      "encryption",
      "kms-key",
      "cache-control"
    },
    because = "only a bucket has it")
@Rule(
    when = "url",
    is = "azure:.*",
    excludes = {
      "region",
      "path-style",
      "access-key",
      "secret-key",
      "checksums",
      "storage-class",
      "encryption",
      "kms-key"
    },
    because = "only an `s3:` store has it")
@Rule(
    when = "url",
    is = "(file|s3):.*",
    excludes = {"account", "account-key", "sas"},
    because = "only an `azure:` store has it")
@Rule(when = "url", is = "azure:.*", needs = "account", because = "it is part of the address")
@Rule(
    when = "url",
    is = "azure:.*",
    needs = {"account-key", "sas"},
    because = "requests are signed with one of them")
@Rule(when = "account-key", excludes = "sas", because = "requests are signed with one of them")
@Rule(
    when = "daily-layout",
    needs = "daily",
    because = "without it there is no file of a day to be named")
public record StorageConfig(
    @Option(
            value = "What subscriptions call it.",
            example = "archive",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value =
                "`file:` and a folder, `s3://` with a bucket and a prefix, or `azure://` with a"
                    + " container and a prefix.",
            example = "s3://news-archive/briefs",
            format = Format.STORAGE_URL)
        URI url,
    @Option(value = "The forms each brief is kept in.", def = "json", example = "[json, md, html]")
        List<Form> formats,
    @Option(
            value = "Name of each file, under `url`. " + Layouts.DOC,
            def = "dt={published:yyyy-MM-dd}/{id}.{format}",
            format = Format.LAYOUT)
        String layout,
    @Option(
            value =
                "All briefs of a day in one file as well: `jsonl`, one document a line, and"
                    + " `parquet`, a table for DuckDB, Athena or Spark. Each is written again about"
                    + " a minute after something new came, and at the end of `run --once`.",
            example = "[jsonl, parquet]")
        List<Daily> daily,
    @Option(
            value = "Name of each day's file, under `url`. " + Layouts.DAILY_DOC,
            def = "dt={published:yyyy-MM-dd}/briefs.{format}",
            format = Format.DAILY_LAYOUT)
        String dailyLayout,
    @Option(
            value =
                "Whether `index.json` under `url` lists the newest 100 briefs with their files, and"
                    + " all files of days with how many briefs they have.",
            def = "false")
        boolean index,
    @Option(
            value = "Where the store is, if it isn't AWS or Azure itself.",
            example = "https://minio.example.com:9000",
            format = Format.HTTP_URL)
        @Nullable URI endpoint,
    @Option(value = "Region of the bucket.", def = "us-east-1") String region,
    @Option(value = "Whether the bucket comes in the path, not in the host name.", def = "false")
        boolean pathStyle,
    @Option(
            value = "Access key; the AWS default chain is asked when not given.",
            example = "${AWS_ACCESS_KEY_ID}")
        @Nullable Secret accessKey,
    @Option(value = "Its secret key.", example = "${AWS_SECRET_ACCESS_KEY}")
        @Nullable Secret secretKey,
    @Option(
            value =
                "When a checksum header is sent: `when-supported` always, `when-required` only"
                    + " where S3 insists. Some compatible stores refuse the header.",
            def = "when-required")
        Checksums checksums,
    @Option(
            value = "Storage class of new objects; the bucket's default when not given.",
            example = "STANDARD_IA",
            format = Format.STORAGE_CLASS)
        @Nullable String storageClass,
    @Option(
            value =
                "Encryption at rest, `AES256` or `aws:kms`; the bucket's default when not given.",
            example = "AES256",
            format = Format.ENCRYPTION)
        @Nullable String encryption,
    @Option(value = "Id of the KMS key.", example = "alias/news") @Nullable String kmsKey,
    @Option(
            value = "Azure: the storage account.",
            example = "newsarchive",
            format = Format.AZURE_ACCOUNT)
        @Nullable String account,
    @Option(value = "Azure: a key of the account.", example = "${AZURE_STORAGE_KEY}")
        @Nullable Secret accountKey,
    @Option(
            value =
                "Azure: a shared access signature for the container, instead of a key; with the"
                    + " rights to create, write, read, list and delete.",
            example = "${AZURE_STORAGE_SAS}")
        @Nullable Secret sas,
    @Option(
            value =
                "`Cache-Control` of each brief; none when not given. Files of days and the index"
                    + " always have `no-cache`, since they change.",
            example = "public, max-age=86400",
            format = Format.HEADER_VALUE)
        @Nullable String cacheControl,
    @Option(value = "Briefs stored at most.", example = "100/s") @Nullable Rate rate,
    @Option(value = "Briefs on their way at once.", def = "4", min = 1, max = 100) int concurrency)
    implements DestinationConfig {

  public StorageConfig {
    formats = List.copyOf(formats);
    daily = List.copyOf(daily);
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("formats is empty: nothing would be stored");
    }
    if (formats.size() > 1 && !layout.contains("{format}")) {
      throw new IllegalArgumentException("layout needs {format}, for there are several formats");
    }
    if (daily.size() > 1 && !dailyLayout.contains("{format}")) {
      throw new IllegalArgumentException("daily-layout needs {format}, for daily has several");
    }
  }

  /** A form a brief is kept in. */
  public enum Form {
    JSON,
    MD,
    HTML,
    TXT
  }

  /** A form that all briefs of a day are kept in together. */
  public enum Daily {
    JSONL,
    PARQUET
  }

  /** When a checksum header is sent. */
  public enum Checksums {
    WHEN_REQUIRED,
    WHEN_SUPPORTED
  }
}
