package io.wireroom.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows people what is in a {@link Bucket}. */
final class BucketPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Template page = new Template("bucket/listing.html");
  private final String bucket;

  BucketPage(String bucket) {
    this.bucket = bucket;
  }

  /** The objects by folder, newest folder first. */
  String listing(List<BucketFolder.Entry> entries) {
    Map<String, List<BucketFolder.Entry>> folders = new TreeMap<>(Comparator.reverseOrder());
    for (BucketFolder.Entry entry : entries) {
      String folder = entry.key().substring(0, entry.key().lastIndexOf('/') + 1);
      folders.computeIfAbsent(folder, name -> new ArrayList<>()).add(entry);
    }
    String rows =
        folders.entrySet().stream()
            .map(folder -> folder(folder.getKey(), folder.getValue()))
            .collect(Collectors.joining());
    long bytes = entries.stream().mapToLong(BucketFolder.Entry::size).sum();
    return page.fill(
        Map.of(
            "bucket",
            bucket,
            "count",
            entries.size() + " objects, " + size(bytes),
            "rows",
            rows.isEmpty()
                ? "<tr><td colspan=\"3\">Nothing has been stored yet.</td></tr>"
                : rows));
  }

  /** One object: pages are shown in a sandbox, all else as text. */
  Reply object(String key, String text) {
    if (text.isEmpty()) {
      return Reply.text(404, "There is no such object, or it is empty.\n");
    }
    return key.endsWith(".html")
        ? Reply.page(text)
        : Reply.text(200, text).with("X-Content-Type-Options", "nosniff");
  }

  private static String folder(String name, List<BucketFolder.Entry> entries) {
    return "<tr class=\"folder\"><th colspan=\"3\">%s</th></tr>"
            .formatted(Template.escape(name.isEmpty() ? "/" : name))
        + entries.stream().map(entry -> row(name, entry)).collect(Collectors.joining());
  }

  private static String row(String folder, BucketFolder.Entry entry) {
    String link =
        "/-/"
            + URLEncoder.encode(entry.key(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    return "<tr><td><a href=\"%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
        .formatted(
            Template.escape(link),
            Template.escape(entry.key().substring(folder.length())),
            size(entry.size()),
            TIME.format(entry.modified()));
  }

  private static String size(long bytes) {
    return bytes < 1024 ? bytes + " B" : String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0);
  }
}
