package io.wireroom.hub;

import io.wireroom.net.AddressPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for every connection and hides the addresses that the policy forbids: on the first
 * request, on each redirect, and on each retry, since the connection is made to the very address
 * that was checked.
 */
final class GuardedDns implements DnsResolver {

  /** The machine's own. */
  static final DnsResolver SYSTEM = SystemDefaultDnsResolver.INSTANCE;

  private final AddressPolicy policy;
  private final DnsResolver names;

  /**
   * @param names who knows the addresses of names
   */
  GuardedDns(AddressPolicy policy, DnsResolver names) {
    this.policy = policy;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    List<InetAddress> allowed = new ArrayList<>();
    InetAddress[] found = names.resolve(host);
    for (InetAddress address : found) {
      if (policy.allows(address)) {
        allowed.add(address);
      }
    }
    if (allowed.isEmpty()) {
      throw new Refused(
          host
              + " is a private or special-purpose address ("
              + found[0].getHostAddress()
              + "); list it under network.allow if it is meant");
    }
    return allowed.toArray(new InetAddress[0]);
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  /** The name leads only to addresses that the policy forbids. */
  static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
