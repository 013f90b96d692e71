package id.antar.infra.position;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.infra.cluster.Processes;
import id.antar.infra.position.Gathered.Put;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Carries live updates between processes by Redis' publish and subscribe; within the process they
/// take the short way. What is said within [#GATHERED] goes out together, of each courier and order
/// only the latest. While Redis is not there processes hear nothing of each other, and nothing is
/// kept for later: the next fix says more than the last one.
///
/// A courier's updates arrive in their order, as one thread sends and one reads, each over one
/// connection.
final class RedisPositionBus implements PositionBus, SmartLifecycle {

  static final Duration GATHERED = Duration.ofMillis(10);
  static final Duration BEAT = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(RedisPositionBus.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration WARNED_EVERY = Duration.ofMinutes(1);
  private static final int MOST_GATHERED = 50_000;
  private static final int MOST_IN_MESSAGE = 1_000;

  /// Messages that Redis has not taken yet. Beyond them updates stay where newer ones replace them.
  private static final int MOST_UNDER_WAY = 8;

  private final InProcessPositionBus here;
  private final Line line;
  private final BusMetrics metrics;
  private final LongSupplier nanoTime;
  private final Hearing hearing;
  private final Inbox inbox;
  private final String name;
  private final BusForm form = new BusForm();
  private final Gathered gathered = new Gathered(MOST_GATHERED);
  private final Semaphore mayGo = new Semaphore(MOST_UNDER_WAY);
  private volatile @Nullable ScheduledThreadPoolExecutor sender;
  private final AtomicReference<@Nullable Boolean> told = new AtomicReference<>();
  private @Nullable Long warnedAt;

  RedisPositionBus(
      InProcessPositionBus here,
      Line line,
      Processes processes,
      EngineClock clock,
      LongSupplier nanoTime,
      BusMetrics metrics) {
    this.here = here;
    this.line = line;
    this.metrics = metrics;
    this.name = processes.self();
    this.hearing = new Hearing(name, processes::gateways, clock, nanoTime);
    this.nanoTime = nanoTime;
    this.inbox = new Inbox(this::read, nanoTime, metrics::missed);
    metrics.connected(this::isConnected);
  }

  @Override
  public void publish(LiveUpdate update) {
    here.publish(update);
    switch (gathered.put(update)) {
      case Put.FIRST -> sendSoon();
      case Put.NEXT -> {}
      case Put.REFUSED -> metrics.lost(1);
    }
  }

  @Override
  public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
    return here.subscribe(subscriber);
  }

  @Override
  public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
    return here.attach(subscriber);
  }

  @Override
  public Optional<Instant> findHeardSince() {
    return hearing.findSince();
  }

  boolean isConnected() {
    return hearing.isOpen();
  }

  @Override
  public synchronized void start() {
    if (sender != null) {
      return;
    }
    var started =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("live-updates-out").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    inbox.start();
    sender = started;
    var _ = started.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    sendSoon();
  }

  @Override
  public synchronized void stop() {
    ScheduledThreadPoolExecutor running = sender;
    if (running == null) {
      return;
    }
    sender = null;
    try {
      running.submit(this::farewell).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Nobody is told that this process stops.", e);
    }
    running.shutdownNow();
    inbox.stop();
    line.close();
  }

  @Override
  public boolean isRunning() {
    return sender != null;
  }

  /// Before those who speak and hear, and after them at the end.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  private void sendSoon() {
    ScheduledThreadPoolExecutor running = sender;
    if (running != null) {
      var _ = running.schedule(this::send, GATHERED.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Whatever happens, what is left goes later: nobody else would send it.
  private void send() {
    boolean left = true;
    try {
      left = sendWhatMayGo();
    } finally {
      if (left) {
        sendSoon();
      }
    }
  }

  /// @return whether something may be left
  private boolean sendWhatMayGo() {
    if (!line.isOpen()) {
      metrics.lost(gathered.drop());
      return false;
    }
    while (mayGo.tryAcquire()) {
      List<LiveUpdate> updates = gathered.take(MOST_IN_MESSAGE);
      if (updates.isEmpty()) {
        mayGo.release();
        return false;
      }
      var _ = say(BusMessage.of(now(), updates)).whenComplete((_, _) -> mayGo.release());
    }
    return true;
  }

  private CompletionStage<Long> say(BusMessage message) {
    return spoken(message)
        .whenComplete((_, failure) -> {
          if (failure == null) {
            metrics.sent(message.size());
          } else {
            metrics.lost(message.size());
          }
        });
  }

  /// Fails rather than throws, so that what it takes to speak is given back.
  private CompletionStage<Long> spoken(BusMessage message) {
    try {
      return line.say(form.write(name, message));
    } catch (RuntimeException e) {
      LOG.debug("Something cannot be said.", e);
      return CompletableFuture.failedFuture(e);
    }
  }

  /// Says something, so that others and this process itself hear that it is there.
  private void beat() {
    try {
      if (hearing.isDeaf()) {
        tell(false);
        line.cut();
      }
      if (!line.isOpen()) {
        connect();
      }
      var _ = say(BusMessage.of(now(), List.of()));
    } catch (RuntimeException e) {
      tell(false);
      LOG.debug("Redis at {} is not there.", line, e);
    }
  }

  private void connect() {
    if (isConnected()) {
      tell(false);
    }
    hearing.end();
    metrics.lost(gathered.drop());
    line.open(this::receive);
    hearing.begin();
  }

  private @Nullable Void farewell() throws Exception {
    send();
    return say(BusMessage.farewell(now())).thenAccept(_ -> {}).toCompletableFuture().get();
  }

  /// What this process has said itself says that it is not deaf, however much of the others waits.
  private void receive(byte[] text) {
    if (form.isFrom(name, text)) {
      hearing.hear(name, false);
      tell(isConnected());
    } else {
      inbox.put(text);
    }
  }

  private void read(byte[] text, long nanoTime) {
    try {
      hear(form.sender(text), form.read(text), nanoTime);
    } catch (RuntimeException e) {
      misunderstood(e);
    }
  }

  private void hear(String sender, BusMessage message, long at) {
    if (message.leaving()) {
      hearing.leave(sender);
    } else {
      hearing.hear(sender, !message.positions().isEmpty());
    }
    metrics.heard(message.size(), now() - message.sentAt());
    message.heardAt(at).forEach(here::publish);
  }

  private void misunderstood(RuntimeException e) {
    metrics.misunderstood();
    long now = nanoTime.getAsLong();
    if (warnedAt == null || now - warnedAt >= WARNED_EVERY.toNanos()) {
      warnedAt = now;
      LOG.warn("Something that another process says of positions is not understood.", e);
    }
  }

  /// Once when it goes and once when it is back.
  private void tell(boolean connected) {
    Boolean before = told.getAndSet(connected);
    if (before != null && before == connected) {
      return;
    }
    if (connected) {
      LOG.info("Positions go to other processes and come from them by Redis at {}.", line);
    } else {
      LOG.warn("Redis at {} is not there: no positions go to other processes or come.", line);
    }
  }

  private static long now() {
    return Clock.systemUTC().millis();
  }
}
