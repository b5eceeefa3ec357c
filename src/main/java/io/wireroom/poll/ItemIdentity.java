package io.wireroom.poll;

import io.wireroom.hash.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes an entry the same entry at the next poll: unique within its feed, and unmoved by edits
 * of title, text or date, since an edited item posted again is what readers complain of most.
 *
 * <p>The guid where there is one, else the link, else the first enclosure, else the title. Where
 * several entries share it, the lowest in the document, which is the oldest, keeps it and the
 * others add their link or title, so a publisher who starts to repeat guids does not cause a flood.
 * Two entries that agree in all of these have one identity. {@code http} and {@code https}, and
 * tracking parameters, make no difference.
 */
public final class ItemIdentity {
  private static final int MAX_LENGTH = 200;
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)[?&](utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|at_medium|at_campaign)=[^&#]*");

  private ItemIdentity() {}

  /**
   * The identity of each entry, in the order given. None is empty or longer than 200 characters.
   */
  public static List<String> of(List<Feed.Entry> entries) {
    Map<String, Feed.Entry> owners = new HashMap<>();
    for (Feed.Entry entry : entries) {
      owners.put(first(entry), entry);
    }
    List<String> identities = new ArrayList<>(entries.size());
    for (Feed.Entry entry : entries) {
      String identity = first(entry);
      Feed.Entry owner = owners.get(identity);
      boolean shared = owner != null && owner != entry && !same(owner, entry);
      identities.add(bounded(shared ? identity + " " + second(entry) : identity));
    }
    return List.copyOf(identities);
  }

  private static String first(Feed.Entry entry) {
    if (entry.id() != null) {
      return normal(entry.id());
    }
    if (entry.link() != null) {
      return normal(entry.link());
    }
    if (!entry.enclosures().isEmpty()) {
      return normal(entry.enclosures().get(0).url());
    }
    return words(entry);
  }

  private static String second(Feed.Entry entry) {
    if (entry.id() != null && entry.link() != null) {
      return normal(entry.link());
    }
    return words(entry) + " " + entry.published();
  }

  /** Whether two entries with one guid are one entry that the feed lists twice. */
  private static boolean same(Feed.Entry one, Feed.Entry other) {
    return second(one).equals(second(other));
  }

  private static String words(Feed.Entry entry) {
    String title = entry.title();
    if (title != null && !title.isBlank()) {
      return title.strip().toLowerCase(Locale.ROOT);
    }
    String text = entry.summary() == null ? entry.content() : entry.summary();
    return hash(text == null ? String.valueOf(entry.published()) : HtmlText.plain(text));
  }

  private static String normal(String idOrLink) {
    String id = idOrLink.strip();
    if (!id.regionMatches(true, 0, "http", 0, 4)) {
      return id;
    }
    String clean = TRACKING.matcher(id).replaceAll("");
    if (clean.indexOf('?') < 0 && clean.indexOf('&') >= 0) {
      clean = clean.replaceFirst("&", "?");
    }
    return clean.regionMatches(true, 0, "http:", 0, 5) ? "https:" + clean.substring(5) : clean;
  }

  private static String bounded(String identity) {
    return identity.length() <= MAX_LENGTH ? identity : hash(identity);
  }

  private static String hash(@Nullable String text) {
    return "sha256:" + Sha256.hex(Sha256.of(String.valueOf(text)), 16);
  }
}
