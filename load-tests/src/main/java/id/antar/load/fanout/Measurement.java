package id.antar.load.fanout;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.ProcessUsage;
import java.util.Locale;

/// What was seen within a span of time.
///
/// @param server what its process used meanwhile
/// @param children the same of the processes that it started
record Measurement(Deliveries.Count count, ProcessUsage server, ProcessUsage children) {

  double cpuPercent() {
    return server.cpuMicros() / count.seconds() / 1e4;
  }

  /// Microseconds of the server's process.
  double cpuMicrosEach() {
    return count.got() == 0 ? 0 : (double) server.cpuMicros() / count.got();
  }

  double p99Millis() {
    return count.p99() / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        deliveries per second  %,.0f of %,.0f wanted (%.2f %%), from %,.0f fixes; %.0f bytes each; %,.0f other messages
        end to end             p50 %.2f  p99 %.2f  p99.9 %.2f  max %.1f ms  (this client sent up to %.2f ms late, p99)
        processor              %.1f %% = %.2f us per delivery; its child processes %.1f %%
        resident memory        %,d MiB
        """,
        count.perSecond(),
        count.wanted() / count.seconds(),
        count.wanted() == 0 ? 100 : 100.0 * count.got() / count.wanted(),
        count.sent() / count.seconds(),
        count.bytesEach(),
        count.others() / count.seconds(),
        count.p50() / 1e3,
        p99Millis(),
        count.p999() / 1e3,
        count.max() / 1e3,
        count.lateP99() / 1e3,
        cpuPercent(),
        cpuMicrosEach(),
        children.cpuMicros() / count.seconds() / 1e4,
        server.residentKib() / 1024);
  }
}
