package id.antar.infra.limit;

import id.antar.gateway.edge.limit.ShareCounts.Count;
import id.antar.gateway.edge.limit.Tier;
import java.util.List;
import java.util.stream.Collectors;

/// A batch of counts as text: a line each, of tier, requests and key.
final class CountText {
  private CountText() {}

  static String write(List<Count> counts) {
    return counts.stream()
        .map(it -> it.tier().name() + " " + it.requests() + " " + it.key())
        .collect(Collectors.joining("\n"));
  }

  static List<Count> read(String text) {
    return text.lines().map(CountText::count).toList();
  }

  private static Count count(String line) {
    String[] parts = line.split(" ", 3);
    return new Count(Tier.valueOf(parts[0]), parts[2], Integer.parseInt(parts[1]));
  }
}
