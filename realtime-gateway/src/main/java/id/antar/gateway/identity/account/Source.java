package id.antar.gateway.identity.account;

import id.antar.gateway.edge.address.ClientAddress;

/// Where an attempt to sign in comes from: a device that is known to the account, or an address.
///
/// @param known whether the device is
record Source(String name, boolean known) {

  static Source device(String device) {
    return new Source("device " + device, true);
  }

  static Source address(ClientAddress address) {
    return new Source("address " + address.network(), false);
  }
}
