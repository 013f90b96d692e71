package id.antar.load.town.life;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.RouteWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A courier on a shift: tells positions, answers offers, carries out trips.
public final class CourierLife implements StreamClient.Listener {

  private static final Duration COLLECTS_THOUGHTS = Duration.ofMinutes(1);
  private static final Duration LOOKS_THROUGH_LIST_REAL = Duration.ofSeconds(10);

  private final World world;
  private final Courier courier;
  private final Beacon beacon;
  private final DutyLog duty = new DutyLog();
  private final Map<String, Trip> trips = new ConcurrentHashMap<>();
  private final BlockingQueue<Trip> queue = new LinkedBlockingQueue<>();
  private final OfferDesk offers;
  private final TripDrive drive;
  private final List<Integer> carried = new ArrayList<>();
  private @Nullable StreamClient stream;
  private volatile boolean gone;
  private volatile boolean lost;

  public CourierLife(World world, Courier courier) {
    this.world = world;
    this.courier = courier;
    this.beacon = new Beacon(world, courier.id(), RouteWalk.standingAt(courier.start()));
    this.offers = new OfferDesk(world, courier, beacon, new TakingTrips());
    this.drive = new TripDrive(world, courier, beacon, duty);
  }

  public String id() {
    return courier.id();
  }

  public Actor actor() {
    return courier.actor();
  }

  /// Silent for good: nobody has heard of them since.
  public boolean isLost() {
    return lost;
  }

  public DutyLog duty() {
    return duty;
  }

  /// On a trip, as far as anybody can tell.
  public boolean isBusy() {
    return duty.isBusy() && !beacon.isDead();
  }

  /// The assignments that were ever offered to this courier.
  public Set<String> offers() {
    return offers.seen();
  }

  /// How many orders each trip carried.
  public List<Integer> carried() {
    synchronized (carried) {
      return List.copyOf(carried);
    }
  }

  public void startShift() throws InterruptedException {
    StreamClient opened = world.streams().open(courier.actor(), this);
    stream = opened;
    opened.subscribe("courier:" + courier.id());
    world.begin("beacon of " + courier.id(), () -> beacon.tell(opened));
    shift("shift/start");
    duty.shiftStarted(world.clock().now());
    world.begin("courier " + courier.id(), () -> carryOutTrips(opened));
    world.begin("courier " + courier.id(), this::lookThroughList);
  }

  public void endShift() throws InterruptedException {
    if (gone) {
      return;
    }
    gone = true;
    world.office().takeCash(courier.id());
    shift("shift/end");
    duty.shiftEnded(world.clock().now());
    beacon.switchOff();
    if (stream != null) {
      stream.close();
    }
  }

  @Override
  public void onFrame(Frame frame) {
    String assignmentId = frame.assignmentId();
    if (frame.is("order") && frame.orderId() != null && isReady(frame)) {
      drive.heardReady(frame.orderId());
    } else if (frame.is("assignment") && assignmentId != null) {
      Instant expiresAt = frame.expiresAt();
      Trip trip = trips.get(assignmentId);
      if (frame.tells("AssignmentOffered") && expiresAt != null) {
        offers.consider(assignmentId, orders(frame), expiresAt);
      } else if (trip != null && hasChanged(trip, frame)) {
        drive.nudge();
      }
    }
  }

  @Override
  public void onResumed() {
    drive.nudge();
    world.begin("courier " + courier.id(), this::findOpenAssignments);
  }

  @Override
  public void onRefused(String topic, String why) {
    if (topic.startsWith("courier:")) {
      world.incidents().report("courier may not follow", topic + ": " + why);
    }
  }

  private static boolean isReady(Frame frame) {
    return Stage.READY.word().equals(frame.stage());
  }

  private static List<String> orders(Frame frame) {
    if (frame.orderIds() != null) {
      return frame.orderIds();
    }
    return frame.orderId() == null ? List.of() : List.of(frame.orderId());
  }

  private static boolean hasChanged(Trip trip, Frame frame) {
    String event = frame.event();
    List<Frame.Stop> stops = frame.stops();
    switch (event == null ? "" : event) {
      case "OrderWithdrawn" -> orders(frame).forEach(trip::withdrawn);
      case "ReturnRequested" -> orders(frame).forEach(trip::toReturn);
      case "AssignmentAbandoned" -> trip.end();
      case "AssignmentAmended" -> {
        if (stops != null) {
          trip.amended(stops);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void shift(String verb) throws InterruptedException {
    Answer answer = tryShift(verb);
    if (!answer.ok()) {
      world.unexpected(verb, courier.actor(), answer);
    }
  }

  private Answer tryShift(String verb) throws InterruptedException {
    return world
        .api()
        .call(
            Request.post(
                CallKind.COURIER_ACTION,
                courier.actor(),
                "/v1/couriers/" + courier.id() + "/" + verb,
                world.newKey(),
                Map.of("occurredAt", world.clock().now())));
  }

  private void lookThroughList() throws InterruptedException {
    while (!gone) {
      TimeUnit.NANOSECONDS.sleep(LOOKS_THROUGH_LIST_REAL.toNanos());
      if (!beacon.isDead()) {
        findOpenAssignments();
      }
    }
  }

  private void findOpenAssignments() throws InterruptedException {
    String path = "/v1/couriers/" + courier.id() + "/assignments";
    AssignmentView.Open open =
        world
            .api()
            .require(Request.get(CallKind.LIST, courier.actor(), path))
            .as(AssignmentView.Open.class);
    for (AssignmentView assignment : open.assignments()) {
      if (assignment.isOffered()) {
        List<String> orderIds =
            assignment.stops().stream().map(StopView::orderId).distinct().toList();
        offers.consider(assignment.assignmentId(), orderIds, assignment.expiresAt());
      }
    }
  }

  private void carryOutTrips(StreamClient opened) throws InterruptedException {
    Ending ending = Ending.DONE;
    while (ending != Ending.LOST) {
      ending = carryOut(queue.take(), opened);
      switch (ending) {
        case DONE -> {}
        case CUT_SHORT -> reportBack();
        case BROKEN_DOWN -> repair();
        case LOST -> {
          lost = true;
          gone = true;
          duty.shiftEnded(world.clock().now());
        }
      }
    }
  }

  private Ending carryOut(Trip trip, StreamClient opened) throws InterruptedException {
    try {
      return drive.carryOut(trip, opened);
    } finally {
      duty.tripEnded(world.clock().now());
      trips.remove(trip.assignmentId());
      synchronized (carried) {
        carried.add(trip.pickedUp());
      }
      if (trip.pickedUp() > 1 && !trip.delivered().isEmpty()) {
        world.chronicle().note(Happening.BUNDLED, courier.name(), trip.delivered());
      }
    }
  }

  /// The engine may believe that the courier is lost, and has it on a break until it hears that it
  /// is not.
  private void reportBack() throws InterruptedException {
    world.clock().sleep(COLLECTS_THOUGHTS);
    if (!gone) {
      shift("break/end");
    }
  }

  /// The courier stays where the vehicle stands. An engine that has ended the shift over it is told
  /// of a new one.
  private void repair() throws InterruptedException {
    offers.close();
    boolean onBreak = tryShift("break/start").ok();
    world.clock().sleep(world.dice(courier.name() + "-repair").seconds(30 * 60, 45 * 60));
    if (!gone) {
      shift(onBreak ? "break/end" : "shift/start");
      offers.open();
    }
  }

  private final class TakingTrips implements OfferDesk.Taker {

    @Override
    public Trip expect(String assignmentId) {
      Trip trip = new Trip(assignmentId);
      trips.put(assignmentId, trip);
      return trip;
    }

    @Override
    public void take(Trip trip) {
      duty.tripAccepted(world.clock().now());
      queue.add(trip);
    }

    @Override
    public void forget(Trip trip) {
      trips.remove(trip.assignmentId());
    }
  }
}
