package id.antar.load.town.life;

import java.util.concurrent.atomic.LongAdder;

/// What the town counts while it lives.
public final class Tally {

  public final LongAdder accepted = new LongAdder();
  public final LongAdder declined = new LongAdder();
  public final LongAdder expired = new LongAdder();
  public final LongAdder withdrawnOffers = new LongAdder();
  public final LongAdder positionsSent = new LongAdder();
  public final LongAdder positionsUnsent = new LongAdder();
  public final LongAdder positionsReceived = new LongAdder();
  public final LongAdder etasReceived = new LongAdder();
  public final LongAdder secondClicks = new LongAdder();
  public final LongAdder handovers = new LongAdder();
  public final LongAdder handedInMinor = new LongAdder();

  /// What a stream should have told and a later look by REST did.
  public final LongAdder missedByStream = new LongAdder();
}
