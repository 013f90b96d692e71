package id.antar.load.fanout;

import id.antar.load.fanout.crowd.Crowd;
import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.ProcessUsage;
import id.antar.load.fanout.wire.MicroClock;
import java.util.concurrent.TimeUnit;

/// Measures a crowd and its server's process for a while.
final class Gauge {

  private static final int ARRIVES_WITHIN_SECONDS = 2;
  private static final int SAMPLES = 5;
  private static final long BETWEEN_MILLIS = 400;

  private final Crowd crowd;
  private final long pid;

  Gauge(Crowd crowd, long pid) {
    this.crowd = crowd;
    this.pid = pid;
  }

  Measurement measure(int seconds) throws InterruptedException {
    Deliveries deliveries = crowd.deliveries();
    ProcessUsage server = ProcessUsage.of(pid);
    ProcessUsage children = ProcessUsage.ofChildren(pid);
    deliveries.begin(MicroClock.now());
    TimeUnit.SECONDS.sleep(seconds);
    deliveries.end(MicroClock.now());
    ProcessUsage serverUsed = ProcessUsage.of(pid).since(server);
    ProcessUsage childrenUsed = ProcessUsage.ofChildren(pid).since(children);
    awaitArrival();
    return new Measurement(deliveries.count(), serverUsed, childrenUsed);
  }

  private void awaitArrival() throws InterruptedException {
    for (int i = 0; i < ARRIVES_WITHIN_SECONDS * 20; i++) {
      var count = crowd.deliveries().count();
      if (count.got() >= count.wanted()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /// The least of a few samples.
  static long residentKib(long pid) throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < SAMPLES; i++) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      least = Math.min(least, ProcessUsage.of(pid).residentKib());
    }
    return least;
  }
}
