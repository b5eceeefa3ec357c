package io.wireroom.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which addresses Wireroom may connect to. Public ones always; private, loopback, link-local,
 * carrier-grade NAT, multicast and other special-purpose ones (IANA special-purpose registries, RFC
 * 6890) only when the config lists them. It is asked with the resolved address right before each
 * connection, so a name that changes its address between two look-ups gains nothing.
 */
public final class AddressPolicy {

  private final List<Cidr> allowed;

  /**
   * @param allowed blocks in CIDR notation such as {@code 10.0.0.0/8} or {@code ::1/128}
   * @throws IllegalArgumentException if a block is not in CIDR notation
   */
  public AddressPolicy(List<String> allowed) {
    List<Cidr> blocks = new ArrayList<>();
    for (String block : allowed) {
      blocks.add(Cidr.parse(block));
    }
    this.allowed = List.copyOf(blocks);
  }

  /** Whether a connection to this address may be made. */
  public boolean allows(InetAddress address) {
    if (isPublic(address)) {
      return true;
    }
    for (Cidr block : allowed) {
      if (block.contains(address.getAddress())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    for (Cidr block : SPECIAL) {
      if (block.contains(bytes)) {
        return false;
      }
    }
    return true;
  }

  private static final List<Cidr> SPECIAL =
      List.of(
          Cidr.parse("0.0.0.0/8"),
          Cidr.parse("100.64.0.0/10"),
          Cidr.parse("192.0.0.0/24"),
          Cidr.parse("192.0.2.0/24"),
          Cidr.parse("198.18.0.0/15"),
          Cidr.parse("198.51.100.0/24"),
          Cidr.parse("203.0.113.0/24"),
          Cidr.parse("240.0.0.0/4"),
          Cidr.parse("::/96"),
          Cidr.parse("64:ff9b::/96"),
          Cidr.parse("64:ff9b:1::/48"),
          Cidr.parse("100::/64"),
          Cidr.parse("2001::/23"),
          Cidr.parse("2001:db8::/32"),
          Cidr.parse("2002::/16"),
          Cidr.parse("fc00::/7"));

  private record Cidr(byte[] prefix, int bits) {

    static Cidr parse(String text) {
      int slash = text.indexOf('/');
      String host = slash < 0 ? text : text.substring(0, slash);
      if (!host.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        throw new IllegalArgumentException(
            "not an address block: \"" + text + "\"; write it like 10.0.0.0/8 or fd00::/8");
      }
      try {
        byte[] prefix = InetAddress.getByName(host).getAddress();
        int bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > prefix.length * 8) {
          throw new IllegalArgumentException("prefix length out of range in \"" + text + "\"");
        }
        return new Cidr(prefix, bits);
      } catch (UnknownHostException | NumberFormatException e) {
        throw new IllegalArgumentException(
            "not an address block: \"" + text + "\"; write it like 10.0.0.0/8 or fd00::/8", e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
