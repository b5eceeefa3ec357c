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
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
        List<Claim> claims = new ArrayList<>(immediate(entry, desk, wishes));
        claims.addAll(rounds(entry, desk, wishes));
        owed += claims.size();
        for (Claim claim : claims) {
          judge(claim, entry.brief(), missing).ifPresent(findings::add);
        }
      }
    }
    for (Parcel notice : store.database().write(handle -> notices(handle, since))) {
      for (Map.Entry<String, AuditRow> each : notice.rows().entrySet()) {
        owed++;
        AuditRow.judge(each.getValue(), Optional::empty)
            .ifPresent(
                verdict ->
                    findings.add(
                        new Finding(
                            verdict.kind(),
                            each.getKey(),
                            each.getValue().destinationId(),
                            notice.id(),
                            notice.title(),
                            verdict.note())));
      }
    }
    return new Audit(briefs, owed, owed - findings.size(), findings);
  }

  /**
   * A brief, and what there is of it.
   *
   * @param published 1 when all who want it are owed it; 2 when it updates a story, or went only to
   *     those who had not been told its story: then what there is, is what was owed
   * @param rounds the round-ups that it waits for or is in, by subscription
   */
  private record Entry(
      Brief brief,
      int published,
      Map<String, AuditRow> rows,
      Map<String, RoundUpRows.Place> rounds) {

    boolean owed(Delivery delivery, Map<String, Long> wishes, boolean there) {
      long wished = wishes.getOrDefault(delivery.subscriptionId(), Long.MAX_VALUE);
      return there || (published == 1 && brief.made().at().toEpochMilli() >= wished);
    }
  }

  /**
   * What somebody is owed.
   *
   * @param row what there is of it; null for nothing
   * @param waits for a round-up that was not made yet
   */
  private record Claim(Delivery delivery, @Nullable AuditRow row, boolean alone, boolean waits) {}

  private record Parcel(String id, String title, Map<String, AuditRow> rows) {}

  private static List<Claim> immediate(Entry entry, NewsDesk desk, Map<String, Long> wishes) {
    return desk.deliveries(entry.brief()).stream()
        .filter(each -> entry.owed(each, wishes, entry.rows().containsKey(each.id())))
        .map(each -> new Claim(each, entry.rows().get(each.id()), true, false))
        .toList();
  }

  private static List<Claim> rounds(Entry entry, NewsDesk desk, Map<String, Long> wishes) {
    List<Claim> claims = new ArrayList<>();
    for (Delivery delivery : desk.rounds(entry.brief())) {
      RoundUpRows.Place place = entry.rounds().get(delivery.subscriptionId());
      if (entry.owed(delivery, wishes, place != null)) {
        boolean waits = place != null && place.parcelId() == null;
        claims.add(new Claim(delivery, place == null ? null : place.row(), false, waits));
      }
    }
    return claims;
  }

  private static Optional<Finding> judge(
      Claim claim, Brief brief, BiFunction<Brief, Delivery, Optional<Missing>> missing) {
    Optional<AuditRow.Verdict> verdict =
        claim.waits
            ? Optional.of(new AuditRow.Verdict(Kind.PENDING, "waits for the next round-up"))
            : AuditRow.judge(
                claim.row,
                () -> claim.alone ? missing.apply(brief, claim.delivery) : Optional.empty());
    return verdict.map(each -> finding(each, claim.delivery, brief));
  }

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
                        "SELECT document, published FROM brief WHERE id > ? AND published > 0 AND"
                            + " made_at >= ? ORDER BY id LIMIT 100")
                    .bind(0, after)
                    .bind(1, since.toEpochMilli())
                    .map((row, context) -> entry(handle, row.getString(1), row.getInt(2)))
                    .list());
  }

  private static Entry entry(Handle handle, String document, int published) {
    Brief brief = BriefJson.read(document.getBytes(StandardCharsets.UTF_8));
    Map<String, AuditRow> rows = AuditRow.of(handle, brief.id());
    return new Entry(brief, published, rows, RoundUpRows.places(handle, brief.id()));
  }

  private static List<Parcel> notices(Handle handle, Instant since) {
    return handle
        .createQuery(
            "SELECT id, title FROM parcel WHERE kind = ? AND made_at >= ? ORDER BY made_at")
        .bind(0, ParcelRows.NOTICE)
        .bind(1, since.toEpochMilli())
        .map(
            (row, context) ->
                new Parcel(
                    row.getString(1), row.getString(2), AuditRow.of(handle, row.getString(1))))
        .list();
  }
}
