package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.NewsDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What every subscription was owed of every brief, against what became of it.
 *
 * @param briefs how many were looked at
 * @param owed how many deliveries they came to
 * @param delivered how many of these arrived, once for sure
 * @param findings all others
 */
public record Audit(int briefs, int owed, int delivered, List<Finding> findings) {

  public Audit {
    findings = List.copyOf(findings);
  }

  /** What is not as plain as one delivery that arrived once. */
  public enum Kind {
    /** The brief matched, and there is no row, or the store says that it does not have it. */
    LOST,
    /** It lies where it was stored, with another content. */
    ALTERED,
    PENDING,
    DEAD,
    /** Two attempts were answered with success, with no replay between them. */
    DOUBLED,
    /**
     * It arrived, and an attempt before that ended with the process, or without an answer after it
     * was sent: the receiver may have it twice, under one id.
     */
    AMBIGUOUS,
    /** It lies in a folder of ours, and nothing that is known explains it; no delivery. */
    FOREIGN,
    /** A folder or bucket that nobody could look into; no delivery. */
    UNCHECKED
  }

  /** Why a delivery that is said to have arrived is not where it should be, as it should be. */
  public record Missing(Kind kind, String note) {}

  /**
   * One delivery.
   *
   * @param note what is known, in words
   */
  public record Finding(
      Kind kind,
      String deliveryId,
      String destinationId,
      String briefId,
      String url,
      String note) {}

  private static final Set<Kind> TROUBLE =
      EnumSet.of(Kind.LOST, Kind.ALTERED, Kind.DEAD, Kind.DOUBLED, Kind.UNCHECKED);

  /** Whether anything is lost, altered, dead or arrived twice, or nobody knows. */
  public boolean troubled() {
    return findings.stream().anyMatch(each -> TROUBLE.contains(each.kind()));
  }

  /** The same with findings that belong to no delivery. */
  public Audit with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Audit(briefs, owed, delivered, all);
  }

  /** How many findings are of a kind. */
  public long count(Kind kind) {
    return findings.stream().filter(each -> each.kind() == kind).count();
  }

  /**
   * Compares.
   *
   * @param desk with the config's subscriptions
   * @param since of the briefs; what arrived may have been pruned before
   * @param missing why a delivery that is said to have arrived is not where it should be; empty
   *     when it is, or nobody can look
   */
  public static Audit of(
      Store store,
      NewsDesk desk,
      Instant since,
      BiFunction<Brief, Delivery, Optional<Missing>> missing) {
    Map<String, Long> wishes = store.database().write(SqlWishes::since);
    List<Finding> findings = new ArrayList<>();
    int briefs = 0;
    int owed = 0;
    String last = "";
    // In pages, so that a hub that writes meanwhile waits for one page at most.
    for (List<Entry> page = page(store, since, last);
        !page.isEmpty();
        page = page(store, since, last)) {
      for (Entry entry : page) {
        briefs++;
        last = entry.brief().id();
        for (Delivery delivery : desk.deliveries(entry.brief())) {
          long wished = wishes.getOrDefault(delivery.subscriptionId(), Long.MAX_VALUE);
          AuditRow row = entry.rows().get(delivery.id());
          if (row != null || entry.brief().made().at().toEpochMilli() >= wished) {
            owed++;
            AuditRow.judge(row, () -> missing.apply(entry.brief(), delivery))
                .ifPresent(verdict -> findings.add(finding(verdict, delivery, entry.brief())));
          }
        }
      }
    }
    return new Audit(briefs, owed, owed - findings.size(), findings);
  }

  private record Entry(Brief brief, Map<String, AuditRow> rows) {}

  private static Finding finding(AuditRow.Verdict verdict, Delivery delivery, Brief brief) {
    return new Finding(
        verdict.kind(),
        delivery.id(),
        delivery.destinationId(),
        brief.id(),
        brief.origin().url(),
        verdict.note());
  }

  private static List<Entry> page(Store store, Instant since, String after) {
    return store
        .database()
        .write(
            handle ->
                handle
                    .createQuery(
                        "SELECT document FROM brief WHERE id > ? AND published = 1 AND made_at >= ?"
                            + " ORDER BY id LIMIT 100")
                    .bind(0, after)
                    .bind(1, since.toEpochMilli())
                    .mapTo(String.class)
                    .stream()
                    .map(document -> BriefJson.read(document.getBytes(StandardCharsets.UTF_8)))
                    .map(brief -> new Entry(brief, AuditRow.of(handle, brief.id())))
                    .toList());
  }
}
