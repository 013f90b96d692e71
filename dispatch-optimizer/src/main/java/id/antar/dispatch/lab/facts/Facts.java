package id.antar.dispatch.lab.facts;

import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is known of a window: what no dispatcher decided, how couriers behave, and how it went.
///
/// @param start runs begin here, some time before the window, with couriers who are free
/// @param orders by the time they were placed
/// @param recorded of the same orders, in the same sequence
/// @param policies that decided in the window, and how many decisions each
/// @param mapVersions of the decisions
/// @param learned what had been learned before the start, as its rows
/// @param leftOut what could not be used
public record Facts(
    Instant start,
    Instant from,
    Instant to,
    ZoneId zone,
    List<OrderFacts> orders,
    List<ShiftFacts> shifts,
    List<Answered> answers,
    List<Recorded> recorded,
    Map<DispatchPolicy, Integer> policies,
    List<String> mapVersions,
    Map<String, String> learned,
    LeftOut leftOut) {

  public Facts {
    orders = List.copyOf(orders);
    shifts = List.copyOf(shifts);
    answers = List.copyOf(answers);
    recorded = List.copyOf(recorded);
    policies = Map.copyOf(policies);
    mapVersions = List.copyOf(mapVersions);
    learned = Map.copyOf(learned);
  }

  /// @param forgotten orders whose customer is forgotten, and with them the door
  /// @param unseen shifts of couriers whose place nobody knows
  /// @param undecided orders that the merchant never confirmed
  public record LeftOut(int forgotten, int unseen, int undecided) {}

  /// Seconds since the start; a part of a second counts as one.
  public int second(Instant at) {
    return Math.toIntExact(Math.ceilDiv(at.toEpochMilli() - start.toEpochMilli(), 1000L));
  }

  public Instant instant(int second) {
    return start.plusSeconds(second);
  }
}
