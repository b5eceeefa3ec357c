package io.wireroom.deliver.storage;

import io.wireroom.brief.BadBrief;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The briefs of a file, each with its document: first those that are there, as they are, then those
 * that were missing.
 */
final class Documents {

  /** Oldest first; the id decides between two of the same moment, so the order is always one. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry entry) -> time(entry.brief()))
          .thenComparing(entry -> entry.brief().id());

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private boolean changed;

  /** A brief and its document, on one line. */
  record Entry(Brief brief, String document) {}

  /**
   * @throws ForeignVolume if it is no brief's document
   */
  void there(String document, String place) {
    try {
      Brief brief = BriefJson.read(document.getBytes(StandardCharsets.UTF_8));
      entries.putIfAbsent(brief.id(), new Entry(brief, document));
    } catch (BadBrief e) {
      throw new ForeignVolume(place + ": " + e.getMessage(), e);
    }
  }

  /** A brief does not change, so one that is there stays as it is. */
  void add(List<Brief> briefs) {
    for (Brief brief : briefs) {
      if (!entries.containsKey(brief.id())) {
        String document = new String(BriefJson.write(brief), StandardCharsets.UTF_8);
        entries.put(brief.id(), new Entry(brief, document));
        changed = true;
      }
    }
  }

  List<Entry> inOrder() {
    List<Entry> ordered = new ArrayList<>(entries.values());
    ordered.sort(ORDER);
    return ordered;
  }

  boolean changed() {
    return changed;
  }

  /** When a brief's article was published; when the brief was made, where nobody says. */
  static Instant time(Brief brief) {
    return Objects.requireNonNullElse(brief.origin().published(), brief.made().at());
  }
}
