package id.antar.gateway.stream.hub;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// What waits to be sent to one connection. Facts queue up to a bound, in order, ahead of momentary
/// frames, of which each replaces its forerunner. Offering never blocks and never runs the
/// subscriber: frames are handed over by the executor, which is the connection's own thread, so
/// that what is measured there is measured just before the write.
///
/// Follows Reactive Streams for one subscriber. Nothing is requested means nothing is sent.
final class Outbox implements Publisher<Frame>, Subscription {

  /// Frames handed over before others get their turn on the same thread.
  private static final int TURN = 64;

  private final int bound;
  private final Executor executor;
  private final LongSupplier nanoTime;
  private final LongConsumer latencyNanos;

  private final ArrayDeque<Frame> facts = new ArrayDeque<>();
  private final Map<Frame.Latest, Frame> moments = new LinkedHashMap<>();
  private @Nullable Subscriber<? super Frame> subscriber;
  private long requested;
  private boolean draining;
  private boolean closed;
  private long waitingSinceNanos;
  private CompletableFuture<Void> roomy = CompletableFuture.completedFuture(null);

  Outbox(int bound, Executor executor, LongSupplier nanoTime, LongConsumer latencyNanos) {
    this.bound = bound;
    this.executor = executor;
    this.nanoTime = nanoTime;
    this.latencyNanos = latencyNanos;
  }

  /// False if the frame is a fact and there is no room for it.
  boolean offer(Frame frame) {
    boolean drain;
    synchronized (this) {
      if (closed) {
        return true;
      }
      boolean wasEmpty = isEmpty();
      if (frame.latest().isPresent()) {
        moments.put(frame.latest().get(), frame);
      } else if (facts.size() >= bound) {
        return false;
      } else {
        facts.add(frame);
      }
      if (wasEmpty) {
        waitingSinceNanos = nanoTime.getAsLong();
      }
      drain = startDraining();
    }
    schedule(drain);
    return true;
  }

  /// Completes once at most half of the bound waits, or nothing will ever be sent again.
  synchronized CompletableFuture<Void> whenRoomy() {
    if (closed || isRoomy()) {
      return CompletableFuture.completedFuture(null);
    }
    if (roomy.isDone()) {
      roomy = new CompletableFuture<>();
    }
    return roomy;
  }

  private boolean isRoomy() {
    return facts.size() <= bound / 2;
  }

  /// Takes back what was true for a moment and no longer is anybody's business.
  synchronized void forget(Topic topic) {
    moments.keySet().removeIf(latest -> latest.topic().equals(topic));
  }

  /// How long something has waited without anything being taken.
  synchronized long waitedNanos() {
    return isEmpty() || closed ? 0 : nanoTime.getAsLong() - waitingSinceNanos;
  }

  @Override
  public void subscribe(Subscriber<? super Frame> newcomer) {
    boolean refused;
    synchronized (this) {
      refused = subscriber != null;
      if (!refused) {
        subscriber = newcomer;
      }
    }
    newcomer.onSubscribe(refused ? new Nothing() : this);
    if (refused) {
      newcomer.onError(new IllegalStateException("An outbox has one subscriber."));
    }
  }

  @Override
  public void request(long n) {
    boolean drain;
    synchronized (this) {
      requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
      drain = startDraining();
    }
    schedule(drain);
  }

  @Override
  public void cancel() {
    close();
  }

  /// Drops everything; the subscriber is completed by [#complete()] or not at all.
  void close() {
    CompletableFuture<Void> waiting;
    synchronized (this) {
      closed = true;
      facts.clear();
      moments.clear();
      waiting = roomy;
    }
    boolean _ = waiting.complete(null);
  }

  /// Closes and tells the subscriber, on its own thread.
  void complete() {
    Subscriber<? super Frame> told;
    synchronized (this) {
      told = closed ? null : subscriber;
    }
    close();
    if (told != null) {
      run(told::onComplete);
    }
  }

  private boolean isEmpty() {
    return facts.isEmpty() && moments.isEmpty();
  }

  private boolean startDraining() {
    if (draining || closed || subscriber == null || requested == 0 || isEmpty()) {
      return false;
    }
    draining = true;
    return true;
  }

  private void schedule(boolean drain) {
    if (drain) {
      run(this::drain);
    }
  }

  private void run(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException _) {
      close();
    }
  }

  private void drain() {
    for (int i = 0; i < TURN; i++) {
      Subscriber<? super Frame> to;
      Frame frame;
      @Nullable CompletableFuture<Void> waiting;
      synchronized (this) {
        to = subscriber;
        frame = take();
        waiting = closed || isRoomy() ? roomy : null;
        if (frame == null || to == null) {
          draining = false;
          return;
        }
      }
      if (waiting != null) {
        boolean _ = waiting.complete(null);
      }
      if (frame.receivedNanos() != 0) {
        latencyNanos.accept(nanoTime.getAsLong() - frame.receivedNanos());
      }
      to.onNext(frame);
    }
    run(this::drain);
  }

  private @Nullable Frame take() {
    if (closed || requested == 0) {
      return null;
    }
    Frame frame = facts.poll();
    if (frame == null) {
      var first = moments.entrySet().iterator();
      if (!first.hasNext()) {
        return null;
      }
      frame = first.next().getValue();
      first.remove();
    }
    if (requested != Long.MAX_VALUE) {
      requested--;
    }
    waitingSinceNanos = nanoTime.getAsLong();
    return frame;
  }

  private static final class Nothing implements Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
