package io.wireroom.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes addresses absolute as RFC 3986, section 5.2, says, but on what feeds really write: with
 * spaces, umlauts and stray line breaks, which {@link java.net.URI} refuses.
 */
final class Links {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?s)(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?");

  private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");
  private static final int MAX_LENGTH = 8_000;

  /** Longer addresses are no bases: a short link below one would grow to that length each time. */
  private static final int MAX_BASE = 1_000;

  private Links() {}

  /**
   * The address that links start from where {@code own} is declared below {@code outer}.
   *
   * @return {@code outer} when nothing is declared, or something of more than {@value #MAX_BASE}
   *     characters
   */
  static String base(String outer, @Nullable String own) {
    if (own == null || own.length() > MAX_BASE) {
      return outer;
    }
    String base = resolve(outer, own);
    return base.length() > MAX_BASE ? outer : base;
  }

  /**
   * The address of a page or file.
   *
   * @param base absolute, or empty when it is not known
   * @return absolute where the base allows; null when there is none, when it is longer than {@value
   *     #MAX_LENGTH} characters, or when its scheme runs code ({@code javascript:}, {@code data:})
   */
  static @Nullable String absolute(String base, @Nullable String reference) {
    if (reference == null || reference.isBlank() || reference.length() > MAX_LENGTH) {
      return null;
    }
    String link = BREAKS.matcher(reference.strip()).replaceAll("");
    String lower = link.toLowerCase(Locale.ROOT);
    if (lower.startsWith("javascript:")
        || lower.startsWith("data:")
        || lower.startsWith("vbscript:")) {
      return null;
    }
    return resolve(base, link);
  }

  /** Resolves a reference; with an empty or opaque base it comes back as it is. */
  static String resolve(String base, String reference) {
    Matcher ref = PARTS.matcher(reference);
    Matcher from = PARTS.matcher(base);
    if (base.isEmpty() || !ref.matches() || ref.group(1) != null) {
      return reference;
    }
    if (!from.matches() || from.group(1) == null || from.group(2) == null) {
      return reference;
    }
    String scheme = from.group(1) + ":";
    if (ref.group(2) != null) {
      return scheme + reference;
    }
    String site = scheme + "//" + from.group(2);
    String query = ref.group(4) == null ? "" : ref.group(4);
    String fragment = ref.group(5) == null ? "" : ref.group(5);
    String path = ref.group(3);
    if (path.isEmpty()) {
      String baseQuery = from.group(4) == null ? "" : from.group(4);
      return site + from.group(3) + (ref.group(4) == null ? baseQuery : query) + fragment;
    }
    if (!path.startsWith("/")) {
      String basePath = from.group(3);
      path =
          basePath.isEmpty()
              ? "/" + path
              : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
    }
    return site + withoutDots(path) + query + fragment;
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        if (kept.size() > 1) {
          kept.remove(kept.size() - 1);
        }
      } else if (!segment.equals(".")) {
        kept.add(segment);
        continue;
      }
      if (last) {
        kept.add("");
      }
    }
    return String.join("/", kept);
  }
}
