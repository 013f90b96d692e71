package id.antar.dispatch.shadow;

import id.antar.api.dispatch.ShadowId;
import java.util.Map;

/// Where the sums of a shadow's rounds outlive the process.
public interface KeepScores {

  /// By name; empty if nothing is known of it.
  Map<String, Double> load(ShadowId shadowId);

  /// Those of other shadows need not be kept any longer.
  void save(ShadowId shadowId, Map<String, Double> sums);
}
