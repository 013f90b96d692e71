package id.antar.gateway.edge.limit;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/// Lets gateways count together: each tells what it admitted, and hears what the others did. One
/// instance belongs to one gateway, which does not call it again before it has answered.
public interface ShareCounts {

  /// @param own what this gateway admitted since it called last
  /// @return what others admitted, each batch once; the first time, what is not older than
  ///   `longest`
  Mono<List<Told>> exchange(List<Count> own, Duration longest);

  record Count(Tier tier, String key, int requests) {}

  /// @param ago by the store's own clock, so that the gateways' clocks need not agree
  record Told(Duration ago, List<Count> counts) {
    public Told {
      counts = List.copyOf(counts);
    }
  }
}
