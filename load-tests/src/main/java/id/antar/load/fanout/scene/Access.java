package id.antar.load.fanout.scene;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Door;
import id.antar.load.client.Door.ClockReading;
import id.antar.load.client.EngineGate;
import id.antar.load.client.Incidents;
import id.antar.load.client.Latencies;
import id.antar.load.client.Request;
import id.antar.load.client.Streams;
import id.antar.load.client.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// The engine, as the scene calls it.
public final class Access {

  private static final Duration NO_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(500);

  private final Door door;
  private final Api api;
  private final Streams streams;
  private final Incidents incidents = new Incidents();
  private final String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 31), 36);
  private final AtomicLong keys = new AtomicLong();
  private final long aheadMicros;

  private static final class Nobody implements EngineGate.Watcher {
    @Override
    public void gone() {}

    @Override
    public void back() {}

    @Override
    public void lost() {}
  }

  public Access(URI url, Path tokenFile) {
    door = new Door(url);
    var gate =
        new EngineGate(() -> door.findClock().isPresent(), new Nobody(), NO_PATIENCE, PROBE_PAUSE);
    api = new Api(door, new Tokens(tokenFile), gate, new Latencies(), incidents);
    streams = new Streams(door, api, gate, incidents);
    aheadMicros = ahead(door);
  }

  /// How far the engine's clock is ahead of this machine's.
  public long aheadMicros() {
    return aheadMicros;
  }

  public Door door() {
    return door;
  }

  /// Names of this run's people and things begin so.
  String run() {
    return run;
  }

  Api api() {
    return api;
  }

  Streams streams() {
    return streams;
  }

  Incidents incidents() {
    return incidents;
  }

  Instant now() {
    return Instant.now().plus(aheadMicros, ChronoUnit.MICROS);
  }

  Answer post(CallKind kind, Actor actor, String path, Object body) throws InterruptedException {
    return api.call(Request.post(kind, actor, path, newKey(), body));
  }

  void requirePost(CallKind kind, Actor actor, String path, Object body)
      throws InterruptedException {
    var _ = api.require(Request.post(kind, actor, path, newKey(), body));
  }

  String newKey() {
    return "fan-" + run + "-" + keys.incrementAndGet();
  }

  private static long ahead(Door door) {
    ClockReading clock =
        door.findClock()
            .orElseThrow(
                () -> new IllegalStateException("No engine answers at " + door.base() + "."));
    if (clock.speed() != 1) {
      throw new IllegalStateException(
          "The engine's clock runs at " + clock.speed() + "; latencies need one that runs at 1.");
    }
    return ChronoUnit.MICROS.between(Instant.now(), clock.now());
  }
}
