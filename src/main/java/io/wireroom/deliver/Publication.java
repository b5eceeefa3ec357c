package io.wireroom.deliver;

import io.wireroom.article.Article;
import io.wireroom.brief.Brief;
import io.wireroom.story.Fingerprint;
import java.util.List;

/**
 * A brief ready to go out: everything that is stored in one transaction with "item done".
 *
 * @param deliveries what each matching subscription is owed at once; those whose subscription was
 *     told the story before are not stored, or as updates
 * @param rounds what each matching subscription is owed in its next round-up
 */
public record Publication(
    Article article,
    Brief brief,
    Fingerprint fingerprint,
    List<Delivery> deliveries,
    List<Delivery> rounds) {

  public Publication {
    deliveries = List.copyOf(deliveries);
    rounds = List.copyOf(rounds);
  }

  /** One that no round-up takes. */
  public Publication(
      Article article, Brief brief, Fingerprint fingerprint, List<Delivery> deliveries) {
    this(article, brief, fingerprint, deliveries, List.of());
  }
}
