package id.antar.gateway.identity.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where an attempt to sign in comes from: a device that is known to the account, or an address.
///
/// @param known whether the device is
record Source(String name, boolean known) {

  private static final int NETWORK_BYTES = 8;

  static Source device(String device) {
    return new Source("device " + device, true);
  }

  /// Of IPv6 the network: whoever has one address has all of it.
  static Source address(String address) {
    return new Source("address " + network(address), false);
  }

  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
