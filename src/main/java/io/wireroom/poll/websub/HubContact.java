package io.wireroom.poll.websub;

import java.net.URI;

/**
 * What a hub is told about us, so that it can call and we can know that it is the one: each hub is
 * told something else.
 *
 * @param token the last part of the callback's path, which nobody can guess; empty when no hub has
 *     been told
 * @param callback the whole address that the hub calls
 * @param secret shared with the hub, which signs by it
 */
public record HubContact(String token, URI callback, String secret) {

  /** Where no hub has been told anything. */
  public static final HubContact NONE = new HubContact("", URI.create(""), "");

  /** Without the secret, and without the token, which is one. */
  @Override
  public String toString() {
    return "HubContact[***]";
  }
}
