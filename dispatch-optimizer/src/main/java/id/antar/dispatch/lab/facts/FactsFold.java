package id.antar.dispatch.lab.facts;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import id.antar.dispatch.lab.facts.Facts.LeftOut;
import id.antar.dispatch.learned.Constants;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.learned.Learning;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds the history around a window into its facts. What came before the runs' start is learned
/// from, and tells who is on shift; nothing else of it counts.
public final class FactsFold {

  /// Runs begin so long before the window, so that its first orders meet couriers who are busy.
  public static final Duration WARM_UP = Duration.ofHours(1);

  private static final int LESSON = 500;

  private final Instant start;
  private final Instant from;
  private final Instant to;
  private final Map<OrderId, OrderFold> orders = new LinkedHashMap<>();
  private final Map<CourierId, CourierFold> couriers = new LinkedHashMap<>();
  private final Map<AssignmentId, TripFold> trips = new HashMap<>();
  private final Map<AssignmentId, GeoPoint> departures = new HashMap<>();
  private final List<Answered> answers = new ArrayList<>();
  private final Map<String, DispatchPolicy> policies = new LinkedHashMap<>();
  private final Map<String, Integer> decisions = new LinkedHashMap<>();
  private final TreeSet<String> maps = new TreeSet<>();
  private final MemoryLearned learned = new MemoryLearned(Map.of());
  private final Learning learning;
  private final List<Object> lesson = new ArrayList<>();
  private @Nullable ZoneId zone;

  public FactsFold(Instant from, Instant to) {
    this.start = from.minus(WARM_UP);
    this.from = from;
    this.to = to;
    DispatchPolicy standard = DispatchPolicy.standard();
    this.learning =
        new Learning(
            new LearnedTimes(Constants.of(standard.pickupService(), standard.dropoffService())),
            learned);
  }

  /// Events other than these four kinds are no matter of dispatch.
  public void apply(Object event) {
    switch (event) {
      case OrderEvent e -> {
        apply(e);
        learn(e, e.occurredAt());
      }
      case AssignmentEvent e -> {
        apply(e);
        learn(e, e.occurredAt());
      }
      case CourierEvent e -> courier(e.courierId()).apply(e);
      case DispatchDecided e -> apply(e);
      default -> {}
    }
  }

  /// Whether all that was placed in the window has come to its end.
  public boolean isComplete(Instant at) {
    return !at.isBefore(to) && orders.values().stream().allMatch(OrderFold::isOver);
  }

  private void learn(Object event, Instant at) {
    if (at.isBefore(start)) {
      lesson.add(event);
      if (lesson.size() >= LESSON) {
        learnAll();
      }
    }
  }

  private void learnAll() {
    learning.learn(lesson, (_, _) -> {}).run();
    lesson.clear();
  }

  private CourierFold courier(CourierId courierId) {
    return couriers.computeIfAbsent(courierId, _ -> new CourierFold(start));
  }

  private void apply(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      if (!e.occurredAt().isBefore(start) && e.occurredAt().isBefore(to)) {
        orders.putIfAbsent(e.orderId(), new OrderFold(e));
      }
    } else {
      with(event.orderId(), order -> order.apply(event));
    }
  }

  private void with(OrderId orderId, Consumer<OrderFold> change) {
    Optional.ofNullable(orders.get(orderId)).ifPresent(change);
  }

  private void apply(DispatchDecided e) {
    e.sightings().stream()
        .map(Personal::find)
        .flatMap(Optional::stream)
        .forEach(sighting -> {
          courier(sighting.courierId()).seen(sighting);
          e.choices().stream()
              .filter(choice -> choice.courierId().equals(sighting.courierId()))
              .forEach(choice -> departures.putIfAbsent(choice.assignmentId(), sighting.point()));
        });
    if (!e.occurredAt().isBefore(from) && e.occurredAt().isBefore(to)) {
      zone = e.zoneId();
      maps.add(e.mapVersion());
      decisions.merge(e.policyVersion(), 1, Integer::sum);
      policies.computeIfAbsent(
          e.policyVersion(), _ -> PlanJson.readProblem(PlanJson.unpack(e.problem())).policy());
    }
  }

  private void apply(AssignmentEvent event) {
    if (event instanceof AssignmentOffered e) {
      trips.put(e.assignmentId(), new TripFold(e));
      return;
    }
    TripFold trip = trips.get(event.assignmentId());
    if (trip == null) {
      return;
    }
    switch (event) {
      case OfferAccepted e -> {
        answered(trip, Answered.Kind.ACCEPTED, e.occurredAt());
        trip.acceptedAt = e.occurredAt();
        trip.doneAt = e.occurredAt();
        trip.place = departures.remove(e.assignmentId());
      }
      case OfferDeclined e -> answered(trip, Answered.Kind.DECLINED, e.occurredAt());
      case OfferExpired e -> answered(trip, Answered.Kind.EXPIRED, e.occurredAt());
      case ArrivedAtPickup e ->
          with(
              e.orderId(),
              order -> {
                drive(trip, order, order.pickup(), null);
                order.arrivedAtPickup(e.occurredAt());
              });
      case PickupRecorded e -> {
        with(e.orderId(), order -> order.pickedUp(e.occurredAt(), trip.doneAt));
        trip.doneAt = e.occurredAt();
      }
      case ArrivedAtDropoff e ->
          with(
              e.orderId(),
              order -> {
                drive(trip, order, order.door(), e.occurredAt());
                order.arrivedAtDoor(e.occurredAt());
              });
      case DropoffRecorded e -> {
        with(e.orderId(), order -> order.droppedOff(e.occurredAt(), trip.doneAt));
        trip.doneAt = e.occurredAt();
      }
      case DropoffFailed e -> {
        with(e.orderId(), order -> order.doorStayedShut(e.occurredAt()));
        trip.doneAt = e.occurredAt();
      }
      case AssignmentAbandoned e -> abandon(trip, e);
      case AssignmentEnded e -> trips.remove(e.assignmentId());
      default -> {}
    }
  }

  private void answered(TripFold trip, Answered.Kind kind, Instant at) {
    Instant offered = trip.offered.occurredAt();
    if (!offered.isBefore(start) && offered.isBefore(to)) {
      long seconds = Math.max(0, Duration.between(offered, at).toSeconds());
      answers.add(new Answered(trip.offered.courierId(), kind, Math.toIntExact(seconds)));
    }
  }

  /// @param at when the courier was there; absent where the leg may have begun elsewhere
  private void drive(
      TripFold trip, OrderFold order, @Nullable GeoPoint place, @Nullable Instant at) {
    GeoPoint before = trip.place;
    trip.place = place;
    if (before == null || place == null || before.equals(place)) {
      return;
    }
    Instant left = trip.doneAt;
    CourierId courierId = trip.offered.courierId();
    Integer seconds =
        left == null || at == null
            ? null
            : Math.toIntExact(Math.max(0, Duration.between(left, at).toSeconds()));
    order.drivenTo(new Driven(courierId, courier(courierId).vehicle(), before, place, seconds));
  }

  private void abandon(TripFold trip, AssignmentAbandoned e) {
    courier(e.courierId()).lost(e);
    Instant accepted = trip.acceptedAt == null ? e.occurredAt() : trip.acceptedAt;
    Optional<OrderId> first =
        Stream.concat(e.stranded().stream(), e.released().stream()).findFirst();
    boolean carried = !e.stranded().isEmpty();
    first.ifPresent(id ->
        with(
            id,
            order -> {
              Instant pickedUpAt = order.pickedUpAt();
              Instant since = carried && pickedUpAt != null ? pickedUpAt : accepted;
              order.lost(e, carried, since, courier(e.courierId()));
            }));
  }

  public Facts facts() {
    learnAll();
    List<OrderFold> usable =
        orders.values().stream()
            .filter(order -> order.isConfirmed() && !order.isForgotten())
            .sorted(Comparator.comparing(OrderFold::placedAt))
            .toList();
    Map<DispatchPolicy, Integer> live = new HashMap<>();
    decisions.forEach((version, count) ->
        live.put(Optional.ofNullable(policies.get(version)).orElseThrow(), count));
    return new Facts(
        start,
        from,
        to,
        zone == null ? new ZoneId("main") : zone,
        usable.stream().map(order -> order.facts(!order.placedAt().isBefore(from))).toList(),
        couriers.values().stream()
            .flatMap(courier -> courier.facts(to))
            .sorted(
                Comparator.comparing((ShiftFacts shift) -> shift.started().occurredAt())
                    .thenComparing(shift -> shift.courierId().value()))
            .toList(),
        answers,
        usable.stream().map(OrderFold::recorded).toList(),
        live,
        List.copyOf(maps),
        learned.load(),
        leftOut());
  }

  private LeftOut leftOut() {
    List<OrderFold> measured =
        orders.values().stream().filter(order -> !order.placedAt().isBefore(from)).toList();
    return new LeftOut(
        count(measured.stream().filter(o -> o.isConfirmed() && o.isForgotten())),
        couriers.values().stream().mapToInt(courier -> courier.unseen(to)).sum(),
        count(measured.stream().filter(order -> !order.isConfirmed())));
  }

  private static int count(Stream<?> stream) {
    return Math.toIntExact(stream.count());
  }
}
