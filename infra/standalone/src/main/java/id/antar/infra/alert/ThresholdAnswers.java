package id.antar.infra.alert;

import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertQuery.GetThresholds;
import id.antar.api.alert.AlertQuery.Threshold;
import id.antar.api.alert.AlertQuery.Thresholds;
import id.antar.command.alert.watch.AlertPolicy;
import java.util.Arrays;
import org.axonframework.queryhandling.QueryHandler;

final class ThresholdAnswers {

  private final AlertPolicy policy;

  ThresholdAnswers(AlertPolicy policy) {
    this.policy = policy;
  }

  @QueryHandler
  Thresholds handle(GetThresholds query) {
    return new Thresholds(
        Arrays.stream(AlertKind.values()).map(this::threshold).toList(), policy.calm().toSeconds());
  }

  private Threshold threshold(AlertKind kind) {
    boolean realTime = kind == AlertKind.PROJECTION_LAGGING;
    return new Threshold(kind, policy.threshold(kind), kind.unit(), realTime);
  }
}
