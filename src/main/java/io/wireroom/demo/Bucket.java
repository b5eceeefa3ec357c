package io.wireroom.demo;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store shaped like S3 with one bucket, path style: PUT (with {@code If-None-Match: *} and {@code
 * If-Match}), GET, HEAD, DELETE and ListObjectsV2, all signed; and pages for people, which need no
 * signature: {@code /} lists the objects, {@code /-/KEY} shows one.
 */
public final class Bucket implements AutoCloseable {

  public static final String ACCESS_KEY = "AKIADEMODEMODEMODEMO";
  public static final String SECRET_KEY = "demo/secret+that/opens+only/the+demo+bucket";

  private static final String PEOPLE = "/-/";
  private static final int LIST_MAX = 1_000;

  private final String name;
  private final BucketFolder folder;
  private final SigV4 signatures;
  private final BucketPage page;
  private final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final Server server;

  /**
   * Starts to serve on loopback.
   *
   * @param port 0 for any free one
   * @param name the bucket's
   * @param folder where the objects are kept, as files; made when it is not there
   */
  public Bucket(int port, String name, Path folder, Clock clock) {
    this.name = name;
    this.folder = new BucketFolder(folder);
    signatures = new SigV4(ACCESS_KEY, SECRET_KEY, clock);
    page = new BucketPage(name);
    server = new Server(InetAddress.getLoopbackAddress(), port, this::answer);
  }

  /** The endpoint for programs, and the page for people. */
  public URI address() {
    return server.address();
  }

  /** The keys of all objects, in order. */
  public List<String> keys() {
    return folder.list("").stream().map(BucketFolder.Entry::key).toList();
  }

  /** An object's content as UTF-8; empty when there is no such object. */
  public String text(String key) {
    byte[] content = folder.takes(key) ? folder.read(key) : null;
    return content == null ? "" : new String(content, StandardCharsets.UTF_8);
  }

  /** Why requests were refused for their signature, oldest first. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    String path = request.path();
    if (path.equals("/") && request.method().equals("GET")) {
      return Reply.page(page.listing(folder.list("")));
    }
    if (path.startsWith(PEOPLE)) {
      return page.object(path.substring(PEOPLE.length()), text(path.substring(PEOPLE.length())));
    }
    SigV4.Refusal refusal = signatures.check(request);
    if (refusal != null) {
      refusals.add(refusal.code() + ": " + request.method() + " " + path);
      return error(refusal.status(), refusal.code(), refusal.message());
    }
    String[] parts = path.substring(1).split("/", 2);
    if (!parts[0].equals(name)) {
      return error(404, "NoSuchBucket", "there is only the bucket " + name);
    }
    String key = parts.length == 2 ? parts[1] : "";
    if (key.isEmpty()) {
      return request.method().equals("GET") ? list(request.query()) : Reply.empty(200);
    }
    if (!folder.takes(key)) {
      return error(400, "InvalidArgument", "the demo keeps objects as files: no such key");
    }
    return switch (request.method()) {
      case "PUT" -> put(key, request);
      case "GET", "HEAD" -> get(key);
      case "DELETE" -> {
        folder.delete(key);
        yield Reply.empty(204);
      }
      default -> error(405, "MethodNotAllowed", request.method());
    };
  }

  /** One at a time, so that nothing comes between a condition and what it is for. */
  private synchronized Reply put(String key, Request request) {
    byte[] old = folder.read(key);
    String ifMatch = request.header("If-Match");
    if ("*".equals(request.header("If-None-Match")) && old != null) {
      return error(412, "PreconditionFailed", "the object exists");
    }
    if (ifMatch != null && old == null) {
      return error(404, "NoSuchKey", key);
    }
    if (ifMatch != null && old != null && !ifMatch.equals(BucketFolder.etag(old))) {
      return error(412, "PreconditionFailed", "the object has changed");
    }
    folder.write(key, request.body());
    kept.put(key, ObjectHeaders.of(request));
    return Reply.empty(200).with("ETag", BucketFolder.etag(request.body()));
  }

  private Reply get(String key) {
    byte[] content = folder.read(key);
    if (content == null) {
      return error(404, "NoSuchKey", key);
    }
    Map<String, String> headers = kept.getOrDefault(key, ObjectHeaders.NONE);
    return new Reply(200, headers, content).with("ETag", BucketFolder.etag(content));
  }

  /** ListObjectsV2 with prefix, max-keys, start-after and continuation-token (a key here). */
  private Reply list(Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
    int max = Math.min(LIST_MAX, number(query.get("max-keys")));
    List<BucketFolder.Entry> found =
        folder.list(prefix).stream().filter(entry -> entry.key().compareTo(after) > 0).toList();
    List<BucketFolder.Entry> shown = found.subList(0, Math.min(max, found.size()));
    boolean more = shown.size() < found.size() && !shown.isEmpty();
    String contents =
        shown.stream()
            .map(
                entry ->
                    ("<Contents><Key>%s</Key><LastModified>%s</LastModified>"
                            + "<ETag>%s</ETag><Size>%s</Size></Contents>")
                        .formatted(
                            Template.escape(entry.key()),
                            entry.modified(),
                            Template.escape(etag(entry.key())),
                            entry.size()))
            .collect(Collectors.joining());
    String next =
        more
            ? "<NextContinuationToken>"
                + Template.escape(shown.get(shown.size() - 1).key())
                + "</NextContinuationToken>"
            : "";
    return xml(
        200,
        "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>%s</Name>"
                .formatted(name)
            + "<Prefix>%s</Prefix><KeyCount>%s</KeyCount><MaxKeys>%s</MaxKeys>"
                .formatted(Template.escape(prefix), shown.size(), max)
            + "<IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
                .formatted(more, next, contents));
  }

  private String etag(String key) {
    byte[] content = folder.read(key);
    return content == null ? "" : BucketFolder.etag(content);
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : LIST_MAX;
  }

  private static Reply error(int status, String code, String message) {
    return xml(
        status,
        "<Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(code, Template.escape(message)));
  }

  private static Reply xml(int status, String body) {
    return Reply.of(
        status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
  }
}
