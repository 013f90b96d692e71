package id.antar.load.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Opens streams and counts how often they had to be opened again.
public final class Streams {

  private final Door door;
  private final Api api;
  private final EngineGate gate;
  private final Incidents incidents;
  private final StreamLog log;
  private final Set<StreamClient> open = ConcurrentHashMap.newKeySet();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder renewals = new LongAdder();

  public Streams(Door door, Api api, EngineGate gate, Incidents incidents) {
    this(door, api, gate, incidents, new StreamLog(false));
  }

  public Streams(Door door, Api api, EngineGate gate, Incidents incidents, StreamLog log) {
    this.door = door;
    this.api = api;
    this.gate = gate;
    this.incidents = incidents;
    this.log = log;
  }

  /// A stream that stays open until it is closed.
  public StreamClient open(Actor actor, StreamClient.Listener listener) {
    StreamClient stream = new StreamClient(this, actor, listener);
    open.add(stream);
    log.countOpened();
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

  public StreamLog log() {
    return log;
  }

  /// Those that nobody has closed.
  public List<StreamClient> list() {
    return List.copyOf(open);
  }

  /// Whether everybody who wants to hear something does.
  public boolean areWhole() {
    return open.stream().allMatch(StreamClient::isWhole);
  }

  /// Whether there is another gateway to go to.
  public boolean canMove() {
    return !door.isAlone();
  }

  void closed(StreamClient stream) {
    open.remove(stream);
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
