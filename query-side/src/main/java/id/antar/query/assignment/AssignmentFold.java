package id.antar.query.assignment;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.State;
import id.antar.api.assignment.AssignmentView.StopView;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.order.OrderId;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class AssignmentFold implements Fold<AssignmentView> {

  @Override
  public String name() {
    return "assignment";
  }

  @Override
  public Class<AssignmentView> stateType() {
    return AssignmentView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(AssignmentEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((AssignmentEvent) event).assignmentId().value());
  }

  @Override
  public AssignmentView evolve(String key, @Nullable AssignmentView before, Recorded recorded) {
    return evolve(before, (AssignmentEvent) recorded.event());
  }

  @Override
  public Object view(AssignmentView state) {
    return state;
  }

  static AssignmentView evolve(@Nullable AssignmentView view, AssignmentEvent event) {
    if (event instanceof AssignmentOffered offered) {
      return offer(offered);
    }
    if (view == null) {
      throw new IllegalStateException(
          "Assignment "
              + event.assignmentId()
              + " is not known here. Maybe its first event is parked.");
    }
    return next(view, event);
  }

  private static AssignmentView offer(AssignmentOffered e) {
    return new AssignmentView(
        e.assignmentId(),
        e.courierId(),
        e.decisionId(),
        State.OFFERED,
        e.stops().stream().map(stop -> new StopView(stop, null, null, false)).toList(),
        e.occurredAt(),
        e.expiresAt(),
        null,
        null,
        null,
        e.occurredAt());
  }

  private static AssignmentView next(AssignmentView view, AssignmentEvent event) {
    Instant at = event.occurredAt();
    return switch (event) {
      case AssignmentOffered _ -> view;
      case OfferAccepted _ -> answered(view, State.ACCEPTED, null, null, at);
      case OfferDeclined e -> answered(view, State.DECLINED, at, e.reason(), at);
      case OfferExpired _ -> answered(view, State.EXPIRED, at, null, at);
      case ArrivedAtPickup e ->
          changed(view, stops(view, Stop.Kind.PICKUP, e.orderId(), s -> arrived(s, at)), at);
      case PickupRecorded e ->
          changed(view, stops(view, Stop.Kind.PICKUP, e.orderId(), s -> done(s, at)), at);
      case ArrivedAtDropoff e ->
          changed(view, stops(view, Stop.Kind.DROPOFF, e.orderId(), s -> arrived(s, at)), at);
      case DropoffRecorded e ->
          changed(view, stops(view, Stop.Kind.DROPOFF, e.orderId(), s -> done(s, at)), at);
      case DropoffFailed e -> takenBack(view, e.orderId(), e.reason(), at);
      case ReturnRequested e -> takenBack(view, e.orderId(), e.reason(), at);
      case ReturnRecorded e ->
          changed(view, stops(view, Stop.Kind.RETURN, e.orderId(), s -> done(s, at)), at);
      case OrderWithdrawn e -> without(view, List.of(e.orderId()), e.reason(), at);
      case OrdersReleased e -> without(view, e.orders(), e.reason(), at);
      case AssignmentAmended e -> amended(view, e);
      case AssignmentAbandoned e ->
          without(
              view,
              Stream.concat(e.released().stream(), e.stranded().stream()).toList(),
              e.reason(),
              at);
      case AssignmentEnded _ -> ended(view, at);
    };
  }

  private static AssignmentView answered(
      AssignmentView view,
      State state,
      @Nullable Instant endedAt,
      @Nullable String reason,
      Instant at) {
    return new AssignmentView(
        view.assignmentId(),
        view.courierId(),
        view.decisionId(),
        state,
        view.stops(),
        view.offeredAt(),
        view.expiresAt(),
        at,
        endedAt,
        reason,
        at);
  }

  /// A trip that ends without ever having been accepted has lost its orders before.
  private static AssignmentView ended(AssignmentView view, Instant at) {
    State state =
        switch (view.state()) {
          case OFFERED, WITHDRAWN -> State.WITHDRAWN;
          case ACCEPTED, ENDED -> State.ENDED;
          case DECLINED -> State.DECLINED;
          case EXPIRED -> State.EXPIRED;
        };
    return with(view, view.decisionId(), state, view.stops(), at, view.reason(), at);
  }

  /// What nobody took goes back to the merchant, as a further stop. It is not planned: its time is
  /// the one when it became one.
  private static AssignmentView takenBack(
      AssignmentView view, OrderId orderId, String reason, Instant at) {
    List<StopView> stops =
        new ArrayList<>(stops(view, Stop.Kind.DROPOFF, orderId, AssignmentFold::withdrawn));
    stops.add(new StopView(new Stop(Stop.Kind.RETURN, orderId, at), null, null, false));
    return changed(view, stops, reason, at);
  }

  /// What is behind stays behind.
  private static AssignmentView without(
      AssignmentView view, List<OrderId> orders, String reason, Instant at) {
    List<StopView> stops =
        view.stops().stream()
            .map(s -> isAhead(s) && orders.contains(s.stop().orderId()) ? withdrawn(s) : s)
            .toList();
    return changed(view, stops, reason, at);
  }

  /// First what is behind or off, then what remains in its new order.
  private static AssignmentView amended(AssignmentView view, AssignmentAmended e) {
    List<StopView> ahead = view.stops().stream().filter(AssignmentFold::isAhead).toList();
    Stream<StopView> behind = view.stops().stream().filter(Predicate.not(AssignmentFold::isAhead));
    Stream<StopView> off =
        ahead.stream()
            .filter(s -> e.stops().stream().noneMatch(stop -> isSame(s.stop(), stop)))
            .map(AssignmentFold::withdrawn);
    Stream<StopView> rest =
        e.stops().stream().map(stop -> new StopView(stop, arrivalAt(ahead, stop), null, false));
    List<StopView> stops = Stream.of(behind, off, rest).flatMap(it -> it).toList();
    return with(
        view, e.decisionId(), view.state(), stops, view.endedAt(), e.reason(), e.occurredAt());
  }

  private static @Nullable Instant arrivalAt(List<StopView> ahead, Stop stop) {
    for (StopView before : ahead) {
      if (isSame(before.stop(), stop)) {
        return before.arrivedAt();
      }
    }
    return null;
  }

  private static boolean isSame(Stop one, Stop other) {
    return one.kind() == other.kind() && one.orderId().equals(other.orderId());
  }

  private static boolean isAhead(StopView stop) {
    return stop.doneAt() == null && !stop.withdrawn();
  }

  private static StopView withdrawn(StopView stop) {
    return new StopView(stop.stop(), stop.arrivedAt(), stop.doneAt(), true);
  }

  private static AssignmentView changed(AssignmentView view, List<StopView> stops, Instant at) {
    return changed(view, stops, view.reason(), at);
  }

  private static AssignmentView changed(
      AssignmentView view, List<StopView> stops, @Nullable String reason, Instant at) {
    return with(view, view.decisionId(), view.state(), stops, view.endedAt(), reason, at);
  }

  private static AssignmentView with(
      AssignmentView view,
      DecisionId decisionId,
      State state,
      List<StopView> stops,
      @Nullable Instant endedAt,
      @Nullable String reason,
      Instant at) {
    return new AssignmentView(
        view.assignmentId(),
        view.courierId(),
        decisionId,
        state,
        stops,
        view.offeredAt(),
        view.expiresAt(),
        view.answeredAt(),
        endedAt,
        reason,
        at);
  }

  private static List<StopView> stops(
      AssignmentView view, Stop.Kind kind, OrderId orderId, UnaryOperator<StopView> change) {
    return view.stops().stream()
        .map(s -> concerns(s, kind, orderId) ? change.apply(s) : s)
        .toList();
  }

  /// An order that left the trip and came back has its stops twice; the withdrawn ones stay so.
  private static boolean concerns(StopView view, Stop.Kind kind, OrderId orderId) {
    return view.stop().kind() == kind && view.stop().orderId().equals(orderId) && !view.withdrawn();
  }

  private static StopView arrived(StopView stop, Instant at) {
    return new StopView(stop.stop(), at, stop.doneAt(), stop.withdrawn());
  }

  private static StopView done(StopView stop, Instant at) {
    return new StopView(stop.stop(), stop.arrivedAt(), at, stop.withdrawn());
  }
}
