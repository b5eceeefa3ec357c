package io.wireroom.brief.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cache that lasts as long as the process, for runs without a store; the oldest entries go first.
 */
public final class MemoryBriefCache implements BriefCache {

  private static final int MOST = 10_000;

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Entry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized void keep(String key, Entry entry) {
    entries.put(key, entry);
    if (entries.size() > MOST) {
      entries.remove(entries.keySet().iterator().next());
    }
  }
}
