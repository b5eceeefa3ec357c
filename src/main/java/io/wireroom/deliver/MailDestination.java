package io.wireroom.deliver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People, by e-mail.
 *
 * @param tls {@code starttls}, {@code tls} (from the start) or {@code none}
 * @param user null for a server that asks for none
 * @param password a secret; null when there is no user
 */
public record MailDestination(
    String id,
    Destination.Lane lane,
    String host,
    int port,
    String tls,
    @Nullable String user,
    @Nullable String password,
    String from,
    List<String> to)
    implements Destination {
  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public List<String> secrets() {
    return password == null ? List.of() : List.of(password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Mail[id=" + id + ", host=" + host + ", to=" + to + "]";
  }

  /** Mail programs keep a story together by its references. */
  @Override
  public boolean threads() {
    return true;
  }
}
