package id.antar.dispatch.lab.facts;

import id.antar.api.courier.CourierId;

/// What came of an offer.
///
/// @param seconds until the answer; of an offer that expired, until then
public record Answered(CourierId courierId, Kind kind, int seconds) {

  public enum Kind {
    ACCEPTED,
    DECLINED,
    EXPIRED
  }
}
