package id.antar.infra.time;

import id.antar.api.time.EngineClock;
import id.antar.infra.work.WorkFolder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the time of an engine of one process in `clock.json`, so that it never runs backwards,
/// also over a restart.
///
/// While the engine runs, the file is ahead of the clock by a few seconds; an engine that was
/// killed goes on from there. One that was stopped goes on from where it stopped, or from now if
/// that is later: time passes for orders while the engine is down. Time that is faster than life
/// belongs to a simulation: it stands still until the engine is ready to live in it.
public final class ClockFile implements KeptTime {
  private static final Logger LOG = LoggerFactory.getLogger(ClockFile.class);
  private static final String NAME = "clock.json";
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final WorkFolder work;
  private final EngineClock clock;
  private final HeldTime time;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("clock-file").daemon().factory());

  private ClockFile(WorkFolder work, Instant anchor, double speed) {
    this.work = work;
    this.time = new HeldTime();
    this.clock = new EngineClock(anchor, speed, time);
  }

  record Saved(Instant instant, double speed) {}

  /// @param speed wanted; when it is null, the saved one, at first 1
  /// @param now the least that it may be
  public static ClockFile open(WorkFolder work, @Nullable Double speed, Instant now) {
    Saved saved = read(work);
    double atSpeed = speed != null ? speed : saved != null ? saved.speed() : 1;
    Instant anchor = saved != null && saved.instant().isAfter(now) ? saved.instant() : now;
    var file = new ClockFile(work, anchor, atSpeed);
    if (atSpeed == 1) {
      file.engineIsReady();
    }
    file.writeAhead();
    var _ =
        file.writer.scheduleAtFixedRate(
            file::keepAhead, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    return file;
  }

  private static @Nullable Saved read(WorkFolder work) {
    String text = work.find(NAME);
    return text == null ? null : JSON.readValue(text, Saved.class);
  }

  @Override
  public void engineIsReady() {
    time.release();
  }

  @Override
  public EngineClock clock() {
    return clock;
  }

  /// A disk that is full for a while must not end the writing for good.
  private void keepAhead() {
    try {
      writeAhead();
    } catch (UncheckedIOException e) {
      LOG.warn("The engine's time cannot be saved.", e);
    }
  }

  /// Three periods: one that is running, one that may be late, one for the machine's mood.
  private void writeAhead() {
    long aheadNanos = (long) (3 * PERIOD.toNanos() * clock.speed());
    write(clock.instant().plusNanos(aheadNanos));
  }

  private void write(Instant instant) {
    work.write(NAME, JSON.writeValueAsString(new Saved(instant, clock.speed())) + "\n");
  }

  @Override
  public void close() {
    writer.close();
    write(clock.instant());
  }
}
