package io.wireroom.store;

import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was claimed, with what it carries as it is stored: that is read only outside the
 * transaction, which others wait for.
 *
 * @param number of its row: rows that were made together lie together, unlike ids
 * @param answers whether it updates a story that was told before
 * @param thread what the receiver calls the message that it answers; null when there is none
 * @param document the brief as JSON; null when a parcel goes
 * @param parcel null when a brief goes
 * @param interrupted whether a process died over an attempt of it
 */
record DueDelivery(
    long number,
    Delivery delivery,
    Destination destination,
    boolean answers,
    @Nullable String thread,
    @Nullable String document,
    ParcelRows.@Nullable Packed parcel,
    Instant claimedAt,
    boolean interrupted) {

  /**
   * What goes out.
   *
   * @throws RuntimeException if what it carries can't be read
   */
  Letter letter() {
    return new Letter(delivery, destination, content(), claimedAt, thread, interrupted);
  }

  private Content content() {
    return parcel == null
        ? new Report(
            BriefJson.read(Objects.requireNonNull(document).getBytes(StandardCharsets.UTF_8)),
            answers)
        : parcel.unpack();
  }
}
