package id.antar.gateway.stream;

import id.antar.api.lifecycle.Phases;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.stream.place.LiveMap;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/// The timers of all positions: one for what moved, one for who fell silent and how many are where.
final class MapTicker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MapTicker.class);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LiveMap map;
  private final LiveFeed feed;
  private final GatewayProperties.Stream settings;
  private volatile Disposable timers = Disposables.disposed();

  MapTicker(LiveMap map, LiveFeed feed, GatewayProperties.Stream settings) {
    this.map = map;
    this.feed = feed;
    this.settings = settings;
  }

  @Override
  public void start() {
    timers =
        Disposables.composite(
            every(settings.tick(), map::tick),
            every(SECOND, feed::tellSilent),
            every(SECOND, map::tellDensities));
  }

  private static Disposable every(Duration interval, Runnable action) {
    return Flux.interval(interval).onBackpressureDrop().subscribe(_ -> run(action));
  }

  /// A failure must not end the timer.
  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.error("Positions could not be told.", e);
    }
  }

  @Override
  public void stop() {
    timers.dispose();
  }

  @Override
  public boolean isRunning() {
    return !timers.isDisposed();
  }

  @Override
  public int getPhase() {
    return Phases.STREAMS;
  }
}
