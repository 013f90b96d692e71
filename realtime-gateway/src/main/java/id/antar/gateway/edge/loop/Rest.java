package id.antar.gateway.edge.loop;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Lets an event loop that its sockets wake again and again rest between its rounds: what comes
/// meanwhile is read, handled and written together, with one wake-up for all. A loop with little to
/// do, or whose work comes as tasks from other threads, does not rest.
final class Rest implements SelectStrategy {

  /// A loop rests after so many rounds, each of which began sooner than a rest after the last.
  static final int ROUNDS = 16;

  /// After a pause as long as so many rests, a loop has little to do.
  private static final int IDLE = 10;

  /// A rest in which less came than this was of no use.
  private static final int WORTH_IT = 2;

  private final long restNanos;
  private final LongSupplier nanoTime;
  private final LongConsumer sleep;
  private int rounds;
  private long begun;

  /// @param restNanos how long after the beginning of one round a rest ends
  Rest(long restNanos, LongSupplier nanoTime, LongConsumer sleep) {
    this.restNanos = restNanos;
    this.nanoTime = nanoTime;
    this.sleep = sleep;
    this.begun = nanoTime.getAsLong();
  }

  @Override
  public int calculateStrategy(IntSupplier ready, boolean hasTasks) throws Exception {
    if (hasTasks) {
      return ready.get();
    }
    long now = nanoTime.getAsLong();
    long left = begun + restNanos - now;
    begun = now;
    if (left > 0 && rounds == ROUNDS) {
      return afterSleep(left, ready);
    }
    if (left > 0) {
      rounds++;
    } else if (rounds < ROUNDS || -left > IDLE * restNanos) {
      rounds = 0;
    }
    return SELECT;
  }

  private int afterSleep(long nanos, IntSupplier ready) throws Exception {
    sleep.accept(nanos);
    begun = nanoTime.getAsLong();
    int came = ready.get();
    if (came < WORTH_IT) {
      rounds = 0;
    }
    return came;
  }
}
