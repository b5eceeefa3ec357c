package io.wireroom.brief.model;

import java.time.Instant;
import java.util.Optional;

/** Keeps what models answered, so that unchanged content costs no second call. Thread-safe. */
public interface BriefCache {

  /**
   * What a call came to.
   *
   * @param answer the model's answer as it came; empty after a failure
   * @param failure why there is no answer; empty when there is one
   * @param expires when to ask again
   */
  record Entry(String answer, String failure, Instant expires) {}

  /**
   * What was kept under a key, expired or not.
   *
   * @param key hash of content, prompt version, model and format
   */
  Optional<Entry> find(String key);

  void keep(String key, Entry entry);
}
