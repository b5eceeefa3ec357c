package io.wireroom.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Checks networks in CIDR notation (RFC 4632, RFC 4291). */
final class Cidrs {

  private static final Pattern V4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Cidrs() {}

  static void check(String text) throws BadValue {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bytes = bytes(address);
    int bits = bytes.length * 8;
    if (slash < 0) {
      throw new BadValue("has no prefix length", "one address is " + address + "/" + bits);
    }
    int prefix = prefix(text.substring(slash + 1), bits);
    BigInteger value = new BigInteger(1, bytes);
    BigInteger network = value.shiftRight(bits - prefix).shiftLeft(bits - prefix);
    if (!network.equals(value)) {
      throw new BadValue(
          "has bits set after its first " + prefix,
          "the network is " + text(network, bytes.length) + "/" + prefix);
    }
  }

  private static byte[] bytes(String address) throws BadValue {
    if (V4.matcher(address).matches() || V6.matcher(address).matches()) {
      try {
        // Only digits and colons come this far: nothing that would be looked up.
        return InetAddress.getByName(address).getAddress();
      } catch (UnknownHostException e) {
        throw notCidr();
      }
    }
    throw notCidr();
  }

  private static int prefix(String text, int bits) throws BadValue {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > bits) {
      throw new BadValue("has a bad prefix length", "it is a number from 0 to " + bits);
    }
    return Integer.parseInt(text);
  }

  private static String text(BigInteger network, int length) {
    byte[] bytes = new byte[length];
    byte[] value = network.toByteArray();
    int kept = Math.min(value.length, length);
    System.arraycopy(value, value.length - kept, bytes, length - kept, kept);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BadValue notCidr() {
    return new BadValue("is not a network in CIDR notation", "write it as 10.0.0.0/8 or fd00::/8");
  }
}
