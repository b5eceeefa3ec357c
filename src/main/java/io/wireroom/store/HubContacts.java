package io.wireroom.store;

import io.wireroom.poll.websub.HubLease;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What hubs are told about us: an address and a secret, made when a hub is first asked, and void
 * when this hub is run under another address.
 */
final class HubContacts {

  private static final int TOKEN_BYTES = 20;

  /** The W3C allows less than 200 bytes; in hex this is 64. */
  private static final int SECRET_BYTES = 32;

  private final @Nullable URI callbacks;
  private final SecureRandom random;

  /**
   * @param callbacks the address that callbacks begin with; null when hubs can't call us
   */
  HubContacts(@Nullable URI callbacks, SecureRandom random) {
    this.callbacks = callbacks;
    this.random = random;
  }

  /** Whether hubs can call us. */
  boolean callable() {
    return callbacks != null;
  }

  /** Stores what the hub is to be told, before it is asked for the first time. */
  void introduce(Handle handle, HubLease lease) {
    String token = random(TOKEN_BYTES);
    handle.execute(
        "UPDATE hub_lease SET token = ?, callback = ?, secret = ? WHERE id = ?",
        token,
        String.valueOf(address(token)),
        random(SECRET_BYTES),
        lease.id());
  }

  /**
   * A hub that was given another address can't be told to stop, and is asked anew.
   *
   * @return how many hubs were
   */
  int forgetOthers(Handle handle, Instant now) {
    List<HubLease> elsewhere =
        HubLeaseRows.where(handle, "token <> ?", "").stream()
            .filter(lease -> !lease.contact().callback().equals(address(lease.contact().token())))
            .toList();
    for (HubLease lease : elsewhere) {
      handle.execute("DELETE FROM hub_lease WHERE id = ? AND state = 'leaving'", lease.id());
      handle.execute(
          "UPDATE hub_lease SET state = 'wanted', trust = 'good', token = NULL, callback = NULL,"
              + " secret = NULL, failures = 0, due_at = ?, since = NULL, ends_at = NULL, note = ''"
              + " WHERE id = ?",
          now.toEpochMilli(),
          lease.id());
    }
    return elsewhere.size();
  }

  private @Nullable URI address(String token) {
    return callbacks == null ? null : callbacks.resolve(token);
  }

  private String random(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
