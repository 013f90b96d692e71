package id.antar.load.client;

import java.util.concurrent.atomic.LongAdder;

/// Opens streams and counts how often they had to be opened again.
public final class Streams {

  private final Door door;
  private final Api api;
  private final EngineGate gate;
  private final Incidents incidents;
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder renewals = new LongAdder();

  public Streams(Door door, Api api, EngineGate gate, Incidents incidents) {
    this.door = door;
    this.api = api;
    this.gate = gate;
    this.incidents = incidents;
  }

  /// A stream that stays open until it is closed.
  public StreamClient open(Actor actor, StreamClient.Listener listener) {
    StreamClient stream = new StreamClient(this, actor, listener);
    stream.start();
    return stream;
  }

  public long reconnects() {
    return reconnects.sum();
  }

  /// How many streams went on with a new token when the time of theirs, or their session, was over.
  public long renewals() {
    return renewals.sum();
  }

  void countRenewal() {
    renewals.increment();
  }

  void countReconnect() {
    reconnects.increment();
  }

  Door door() {
    return door;
  }

  Api api() {
    return api;
  }

  EngineGate gate() {
    return gate;
  }

  Incidents incidents() {
    return incidents;
  }
}
