package id.antar.gateway.stream;

import id.antar.api.lifecycle.Phases;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.stream.hub.CloseReason;
import id.antar.gateway.stream.hub.StreamHub;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/// One timer for all connections. Stops before the web server does, so that clients are told.
final class Heartbeat implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private final StreamHub hub;
  private final FactFeed facts;
  private final EngineClock clock;
  private final InstantSource realTime;
  private final GatewayProperties.Stream settings;
  private volatile Disposable timer = Disposables.disposed();

  Heartbeat(
      StreamHub hub,
      FactFeed facts,
      EngineClock clock,
      InstantSource realTime,
      GatewayProperties.Stream settings) {
    this.hub = hub;
    this.facts = facts;
    this.clock = clock;
    this.realTime = realTime;
    this.settings = settings;
  }

  @Override
  public void start() {
    timer =
        Flux.interval(settings.heartbeat().dividedBy(StreamHub.BEATS))
            .onBackpressureDrop()
            .subscribe(_ -> beat());
  }

  /// A failure must not end the timer.
  private void beat() {
    try {
      facts.beat(
          clock.instant(), frame -> hub.beat(realTime.instant(), settings.stalledAfter(), frame));
    } catch (RuntimeException e) {
      log.error("No sign of life could be given.", e);
    }
  }

  @Override
  public void stop() {
    timer.dispose();
    hub.closeAll(CloseReason.GOING_AWAY);
  }

  @Override
  public boolean isRunning() {
    return !timer.isDisposed();
  }

  @Override
  public int getPhase() {
    return Phases.STREAMS;
  }
}
