package io.wireroom.store;

import io.wireroom.deliver.Notice;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Notices as rows, stored in the transaction that stores what they are about. */
final class NoticeRows {

  private NoticeRows() {}

  /**
   * Says where notices go from now on.
   *
   * @param destinationId null for nowhere
   */
  static int configure(Handle handle, @Nullable String destinationId) {
    return handle.execute("UPDATE lane SET notices = 0 WHERE notices = 1")
        + handle.execute(
            "UPDATE lane SET notices = 1 WHERE destination_id = ?",
            destinationId == null ? "" : destinationId);
  }

  /**
   * Owes a notice to the operators, once; nothing when they want none. One about their own
   * destination is not sent to it: it would not arrive.
   */
  static void post(Handle handle, Notice notice) {
    Optional<String> operators =
        handle
            .createQuery("SELECT destination_id FROM lane WHERE notices = 1")
            .mapTo(String.class)
            .findFirst();
    boolean own =
        switch (notice.topic()) {
          case DESTINATION_OFF, DESTINATION_FAILING -> true;
          case SOURCE_GONE, SOURCE_FAILING, BUDGET_SPENT -> false;
        };
    operators
        .filter(to -> !own || !to.equals(notice.about()))
        .ifPresent(to -> ParcelRows.put(handle, notice, Notice.SUBSCRIPTION, to, notice.at()));
  }
}
