package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import java.time.Duration;
import java.util.Optional;

/// Which dispatcher plans a zone: one at a time.
public interface ZoneLease {

  /// Takes the zone if nobody has it, or keeps it for another while if it is one's own already.
  /// Nothing if another one has it.
  Optional<DispatchTerm> hold(ZoneId zone, Duration lasts);

  /// Gives the zone up, so that another one need not wait until the lease has run out.
  void letGo(ZoneId zone);
}
