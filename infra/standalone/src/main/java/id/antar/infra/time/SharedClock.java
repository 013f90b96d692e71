package id.antar.infra.time;

import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// One time for all processes of a cluster, as a row in the database says by the database's clock.
///
/// Who comes while others live by it takes it as it is, and may not want another speed. Who comes
/// after all have gone begins it anew; faster than life it then stands still until the first
/// process is ready. Each looks at it every second, and follows: forwards at once, and what is
/// ahead waits. Without the database each goes on by its own machine.
public final class SharedClock implements KeptTime {
  private static final Logger LOG = LoggerFactory.getLogger(SharedClock.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ClockTable table;
  private final LongSupplier machine;
  private final Instant begin;
  private final FollowedTime time;
  private final EngineClock clock;
  private final AutoCloseable connections;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("shared-clock").daemon().factory());
  private boolean failing;
  private volatile @Nullable String fault;

  private SharedClock(
      ClockTable table, ClockRow row, LongSupplier machine, AutoCloseable connections) {
    this.table = table;
    this.machine = machine;
    this.begin = row.engineTime();
    this.time = new FollowedTime(machine);
    this.clock = new EngineClock(begin, row.speed(), time);
    this.connections = connections;
  }

  /// @param speed wanted; null: as it is, at first 1
  /// @param connections closed with this
  public static SharedClock open(
      ClockTable table,
      TransactionOperations transactions,
      @Nullable Double speed,
      LongSupplier machine,
      AutoCloseable connections) {
    ClockRow row = transactions.execute(_ -> takeOrBegin(table, speed));
    var shared = new SharedClock(table, row, machine, connections);
    shared.look();
    var _ =
        shared.looking.scheduleWithFixedDelay(
            shared::liveAndLook, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return shared;
  }

  private static ClockRow takeOrBegin(ClockTable table, @Nullable Double speed) {
    ClockRow row = table.readToChange();
    if (!row.isLivedBy()) {
      ClockRow fresh = row.begunAnew(speed, table.lastRecorded());
      table.write(fresh);
      return fresh;
    }
    if (speed != null && speed != row.speed()) {
      throw new OtherSpeed(speed, row.speed());
    }
    return row;
  }

  @Override
  public EngineClock clock() {
    return clock;
  }

  @Override
  public void engineIsReady() {
    table.letPass();
    look();
  }

  private void liveAndLook() {
    try {
      table.live();
      look();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing && !looking.isShutdown()) {
        LOG.warn("The cluster's time cannot be read; this process goes on by its own clock.", e);
      }
      failing = true;
    }
  }

  private synchronized void look() {
    long before = machine.getAsLong();
    ClockRow row = table.read();
    long doubt = (machine.getAsLong() - before) / 2;
    if (row.speed() != clock.speed()) {
      lose(row.speed());
    } else if (row.realTime() != null) {
      long passed = Duration.between(begin, row.at(row.now())).toNanos();
      time.follow((long) (passed / clock.speed()), before + doubt, doubt);
    }
  }

  private void lose(double speed) {
    if (fault == null) {
      fault =
          "The cluster's time now passes %s times as fast as life, and here %s times. This process was away too long: start it again."
              .formatted(speed, clock.speed());
      LOG.error(fault);
    }
  }

  @Override
  public Optional<String> findFault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public void close() {
    looking.close();
    try {
      connections.close();
    } catch (Exception e) {
      throw new IllegalStateException("The clock's connection cannot be closed.", e);
    }
  }

  /// Said to the person who started the process.
  public static final class OtherSpeed extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherSpeed(double wanted, double found) {
      super(
          "antar.clock.speed is %s here, and other processes of the cluster live by a clock of speed %s. Leave it out, or stop all of them and wait %d seconds."
              .formatted(wanted, found, ClockRow.SILENCE.toSeconds()));
    }
  }
}
