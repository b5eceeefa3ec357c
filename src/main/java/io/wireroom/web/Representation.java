package io.wireroom.web;

import io.wireroom.hash.Sha256;
import io.wireroom.net.HttpDate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an address stands for right now, to be sent whole, compressed, or not at all when the caller
 * has it already. Source: RFC 9110, 8.8 (validators), 12.5.3 (Accept-Encoding), 13 (conditions).
 *
 * @param modified when it last changed
 * @param cacheControl who may keep it, and for how long
 */
record Representation(String contentType, byte[] body, Instant modified, String cacheControl) {

  /** Less than this is not worth compressing. */
  private static final int SMALL = 1024;

  private static final int TAG_BYTES = 15;

  /** The answer to a GET or HEAD. */
  WebReply reply(WebRequest request) {
    boolean zipped = body.length >= SMALL && takesGzip(request.header("accept-encoding"));
    String tag = tag(zipped);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag);
    headers.put("Last-Modified", date(modified));
    headers.put("Cache-Control", cacheControl);
    headers.put("Vary", "Accept-Encoding");
    if (known(request, tag)) {
      return new WebReply(304, headers, new byte[0]);
    }
    headers.put("Content-Type", contentType);
    if (zipped) {
      headers.put("Content-Encoding", "gzip");
    }
    return new WebReply(200, headers, zipped ? zip() : body);
  }

  /** If-None-Match alone decides when it is there; a date is less exact. */
  private boolean known(WebRequest request, String tag) {
    String tags = request.header("if-none-match");
    if (tags != null) {
      return tags.strip().equals("*")
          || Arrays.stream(tags.split(","))
              .map(each -> each.strip().replaceFirst("^W/", ""))
              .anyMatch(tag::equals);
    }
    @Nullable Instant since = HttpDate.parse(request.header("if-modified-since"));
    return since != null && !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
  }

  /** A strong validator: the bytes' own hash, and another one for each coding of them. */
  private String tag(boolean zipped) {
    byte[] hash = Arrays.copyOf(Sha256.of(body), TAG_BYTES);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    return '"' + text + (zipped ? "-gzip\"" : "\"");
  }

  private static boolean takesGzip(@Nullable String accepted) {
    for (String each : String.valueOf(accepted).toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = each.split(";", 2);
      String coding = parts[0].strip();
      boolean refused = parts.length == 2 && parts[1].replace(" ", "").matches("q=0(\\.0*)?");
      if (coding.equals("gzip") || coding.equals("x-gzip")) {
        return !refused;
      }
    }
    return false;
  }

  private byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  static Representation of(String contentType, String text, Instant modified, String cacheControl) {
    return new Representation(
        contentType, text.getBytes(StandardCharsets.UTF_8), modified, cacheControl);
  }
}
