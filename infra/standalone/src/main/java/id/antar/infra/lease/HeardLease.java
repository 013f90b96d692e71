package id.antar.infra.lease;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.ZoneLease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// No zone for who may plan it and tell nobody: it is another one's turn, as long as nobody is
/// heard here who would handle what is decided.
///
/// @param isHeard whether somebody is
record HeardLease(ZoneLease lease, BooleanSupplier isHeard) implements ZoneLease {

  @Override
  public Optional<DispatchTerm> hold(ZoneId zone, Duration lasts) {
    if (isHeard.getAsBoolean()) {
      return lease.hold(zone, lasts);
    }
    lease.letGo(zone);
    return Optional.empty();
  }

  @Override
  public void letGo(ZoneId zone) {
    lease.letGo(zone);
  }
}
