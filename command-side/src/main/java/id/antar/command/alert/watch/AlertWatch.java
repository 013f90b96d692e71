package id.antar.command.alert.watch;

import id.antar.api.alert.AlertCommand;
import id.antar.api.alert.AlertCommand.EndAlert;
import id.antar.api.alert.AlertCommand.RaiseAlert;
import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares what is seen with thresholds, look by look. An alert is raised at once, and over when
/// it has been at or below its threshold for a while, or when what it is about exists no more. What
/// is not known changes nothing. Not safe for several threads.
public final class AlertWatch {

  /// What stands, as far as this watcher knows.
  ///
  /// @param calmSince since when it has been below its threshold; absent while it is not
  private record Stands(AlertKind kind, double told, @Nullable Instant calmSince) {}

  private final AlertPolicy policy;
  private final List<Rule> rules;
  private final Map<AlertId, Stands> standing = new HashMap<>();

  public AlertWatch(AlertPolicy policy) {
    this.policy = policy;
    this.rules =
        List.of(
            new LateOrders(),
            new StuckCouriers(policy.stuckMetres()),
            new OrdersWithoutCourier(),
            new SilentCouriers(),
            new SlowMerchants(policy.merchantOrders()),
            new FailingGateways(),
            new LaggingProcessors());
  }

  /// What stands by all that is known elsewhere; what this watcher has seen of it stays.
  public void recall(Collection<AlertView> alerts) {
    var before = Map.copyOf(standing);
    standing.clear();
    for (AlertView it : alerts) {
      var fresh = new Stands(it.kind(), it.value(), null);
      standing.put(it.alertId(), before.getOrDefault(it.alertId(), fresh));
    }
  }

  /// What follows from a look. Whoever cannot send all of it recalls before the next one.
  public List<AlertCommand> look(Look look) {
    var commands = new ArrayList<AlertCommand>();
    Set<AlertId> measured = new HashSet<>();
    for (Rule rule : rules) {
      for (Measure measure : rule.measure(look).toList()) {
        measured.add(measure.id());
        judge(measure, look).ifPresent(commands::add);
      }
    }
    commands.addAll(gone(measured, look));
    return commands;
  }

  private Optional<AlertCommand> judge(Measure measure, Look look) {
    if (Double.isNaN(measure.value())) {
      return Optional.empty();
    }
    return measure.value() > policy.threshold(measure.kind())
        ? bad(measure, look.now())
        : good(measure, look.now());
  }

  private Optional<AlertCommand> bad(Measure measure, Instant now) {
    Stands stands = standing.get(measure.id());
    if (stands != null && measure.value() < 2 * stands.told()) {
      standing.put(measure.id(), new Stands(measure.kind(), stands.told(), null));
      return Optional.empty();
    }
    standing.put(measure.id(), new Stands(measure.kind(), measure.value(), null));
    return Optional.of(raise(measure, now));
  }

  private RaiseAlert raise(Measure it, Instant now) {
    double threshold = policy.threshold(it.kind());
    return new RaiseAlert(it.id(), it.kind(), it.subject(), it.value(), threshold, it.since(), now);
  }

  private Optional<AlertCommand> good(Measure measure, Instant now) {
    Stands stands = standing.get(measure.id());
    if (stands == null) {
      return Optional.empty();
    }
    Instant before = stands.calmSince();
    Instant since = before == null || before.isAfter(now) ? now : before;
    standing.put(measure.id(), new Stands(stands.kind(), stands.told(), since));
    boolean over =
        since.isBefore(now) && !Duration.between(since, now).minus(policy.calm()).isNegative();
    return over ? Optional.of(end(measure.id(), AlertEnd.CALM, now)) : Optional.empty();
  }

  private List<EndAlert> gone(Set<AlertId> measured, Look look) {
    return standing.entrySet().stream()
        .filter(it -> look.has(it.getValue().kind()) && !measured.contains(it.getKey()))
        .map(Map.Entry::getKey)
        .toList()
        .stream()
        .map(id -> end(id, AlertEnd.GONE, look.now()))
        .toList();
  }

  private EndAlert end(AlertId id, AlertEnd cause, Instant now) {
    standing.remove(id);
    return new EndAlert(id, cause, now);
  }
}
