package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.NewsDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What every subscription was owed of every brief, and what the operators were owed of notices,
 * against what became of it. A brief in a round-up is judged by the round-up's delivery.
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
    return new Auditor(store, desk, since, missing).compare();
  }
}
