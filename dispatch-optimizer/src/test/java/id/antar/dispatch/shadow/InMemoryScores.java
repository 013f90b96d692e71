package id.antar.dispatch.shadow;

import id.antar.api.dispatch.ShadowId;
import java.util.HashMap;
import java.util.Map;

public final class InMemoryScores implements KeepScores {

  private final Map<ShadowId, Map<String, Double>> kept = new HashMap<>();

  @Override
  public synchronized Map<String, Double> load(ShadowId shadowId) {
    return kept.getOrDefault(shadowId, Map.of());
  }

  @Override
  public synchronized void save(ShadowId shadowId, Map<String, Double> sums) {
    kept.clear();
    kept.put(shadowId, Map.copyOf(sums));
  }
}
