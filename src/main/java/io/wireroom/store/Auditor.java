package io.wireroom.store;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.NewsDesk;
import io.wireroom.store.Audit.Finding;
import io.wireroom.store.Audit.Kind;
import io.wireroom.store.Audit.Missing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Audit}: asks the subscriptions anew what they want of every brief, and holds that
 * against the rows, so that a delivery which was never stored is found too.
 */
final class Auditor {

  private final Store store;
  private final NewsDesk desk;
  private final Instant since;
  private final BiFunction<Brief, Delivery, Optional<Missing>> missing;

  Auditor(
      Store store,
      NewsDesk desk,
      Instant since,
      BiFunction<Brief, Delivery, Optional<Missing>> missing) {
    this.store = store;
    this.desk = desk;
    this.since = since;
    this.missing = missing;
  }

  Audit compare() {
    Map<String, Long> wishes = store.database().write(SqlWishes::since);
    List<Finding> findings = new ArrayList<>();
    int briefs = 0;
    int owed = 0;
    String last = "";
    // In pages, so that a hub that writes meanwhile waits for one page at most.
    for (List<Entry> page = page(last); !page.isEmpty(); page = page(last)) {
      for (Entry entry : page) {
        briefs++;
        last = entry.brief().id();
        List<Claim> claims = new ArrayList<>(immediate(entry, wishes));
        claims.addAll(rounds(entry, wishes));
        owed += claims.size();
        for (Claim claim : claims) {
          judge(claim, entry.brief()).ifPresent(findings::add);
        }
      }
    }
    for (Parcel notice : store.database().write(this::notices)) {
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

  private List<Claim> immediate(Entry entry, Map<String, Long> wishes) {
    return desk.deliveries(entry.brief()).stream()
        .filter(each -> entry.owed(each, wishes, entry.rows().containsKey(each.id())))
        .map(each -> new Claim(each, entry.rows().get(each.id()), true, false))
        .toList();
  }

  private List<Claim> rounds(Entry entry, Map<String, Long> wishes) {
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

  private Optional<Finding> judge(Claim claim, Brief brief) {
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

  private List<Entry> page(String after) {
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

  private List<Parcel> notices(Handle handle) {
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
