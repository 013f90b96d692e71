package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.AssignmentView;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.world.Dice;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A courier on a shift: tells positions, answers offers, carries out trips.
public final class CourierLife implements StreamClient.Listener {

  private static final double ACCEPTS = 0.93;
  private static final double DECLINES = 0.05;
  private static final Duration LOOKS_THROUGH_LIST_REAL = Duration.ofSeconds(10);

  private final World world;
  private final Courier courier;
  private final Beacon beacon;
  private final DutyLog duty = new DutyLog();
  private final Set<String> offersSeen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger offers = new AtomicInteger();
  private final Map<String, Trip> trips = new ConcurrentHashMap<>();
  private final BlockingQueue<Trip> queue = new LinkedBlockingQueue<>();
  private final TripDrive drive;
  private final List<Integer> carried = new ArrayList<>();
  private @Nullable StreamClient stream;

  public CourierLife(World world, Courier courier) {
    this.world = world;
    this.courier = courier;
    this.beacon = new Beacon(world, courier.id(), RouteWalk.standingAt(courier.start()));
    this.drive = new TripDrive(world, courier, beacon);
  }

  public DutyLog duty() {
    return duty;
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
    shift("start");
    duty.shiftStarted(world.clock().now());
    world.begin("courier " + courier.id(), () -> carryOutTrips(opened));
    world.begin("courier " + courier.id(), this::lookThroughList);
  }

  public void endShift() throws InterruptedException {
    shift("end");
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
      if (frame.tells("AssignmentOffered") && expiresAt != null) {
        consider(assignmentId, expiresAt);
      } else {
        tripNews(frame, assignmentId);
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

  private void tripNews(Frame frame, String assignmentId) {
    Trip trip = trips.get(assignmentId);
    if (trip == null) {
      return;
    }
    List<String> orderIds = new ArrayList<>();
    if (frame.orderIds() != null) {
      orderIds.addAll(frame.orderIds());
    } else if (frame.orderId() != null) {
      orderIds.add(frame.orderId());
    }
    if (frame.tells("OrderWithdrawn")) {
      orderIds.forEach(trip::withdrawn);
      drive.nudge();
    } else if (frame.tells("ReturnRequested")) {
      orderIds.forEach(trip::toReturn);
      drive.nudge();
    }
  }

  private void shift(String verb) throws InterruptedException {
    Answer answer = post("/v1/couriers/" + courier.id() + "/shift/" + verb, Map.of());
    if (!answer.ok()) {
      world.unexpected("shift " + verb, courier.actor(), answer);
    }
  }

  private Answer post(String path, Map<String, Object> values) throws InterruptedException {
    Map<String, Object> body = new ConcurrentHashMap<>(values);
    body.put("occurredAt", world.clock().now());
    return world
        .api()
        .call(Request.post(CallKind.COURIER_ACTION, courier.actor(), path, world.newKey(), body));
  }

  // Offers

  private void consider(String assignmentId, Instant expiresAt) {
    if (offersSeen.add(assignmentId)) {
      Dice dice = world.dice(courier.name() + "-offer-" + offers.incrementAndGet());
      world.begin("courier " + courier.id(), () -> answer(assignmentId, expiresAt, dice));
    }
  }

  private void answer(String assignmentId, Instant expiresAt, Dice dice)
      throws InterruptedException {
    Duration reaction = dice.seconds(3, 18);
    Duration half = Duration.between(world.clock().now(), expiresAt).dividedBy(2);
    world.clock().sleep(reaction.compareTo(half) < 0 ? reaction : half);
    double mood = dice.between(0, 1);
    if (mood < ACCEPTS) {
      accept(assignmentId, expiresAt);
    } else if (mood < ACCEPTS + DECLINES) {
      decline(assignmentId, expiresAt);
    } else {
      world.tally().expired.increment();
    }
  }

  private void accept(String assignmentId, Instant expiresAt) throws InterruptedException {
    Trip trip = new Trip(assignmentId);
    trips.put(assignmentId, trip);
    Answer answer = post("/v1/assignments/" + assignmentId + "/accept", Map.of());
    if (answer.ok()) {
      world.tally().accepted.increment();
      duty.tripAccepted(world.clock().now());
      queue.add(trip);
    } else {
      trips.remove(assignmentId);
      tooLate("accept offer", answer, expiresAt);
    }
  }

  private void decline(String assignmentId, Instant expiresAt) throws InterruptedException {
    Answer answer =
        post("/v1/assignments/" + assignmentId + "/decline", Map.of("reason", "too far for me"));
    if (answer.ok()) {
      world.tally().declined.increment();
    } else {
      tooLate("decline offer", answer, expiresAt);
    }
  }

  private void tooLate(String what, Answer answer, Instant expiresAt) {
    if (answer.status() != 409) {
      world.unexpected(what, courier.actor(), answer);
    } else if (answer.isProblem("offer-is-expired") || world.clock().now().isAfter(expiresAt)) {
      world.tally().expired.increment();
    } else {
      world.tally().withdrawnOffers.increment();
    }
  }

  private void lookThroughList() throws InterruptedException {
    while (true) {
      TimeUnit.NANOSECONDS.sleep(LOOKS_THROUGH_LIST_REAL.toNanos());
      findOpenAssignments();
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
        consider(assignment.assignmentId(), assignment.expiresAt());
      }
    }
  }

  // Trips

  private void carryOutTrips(StreamClient opened) throws InterruptedException {
    while (true) {
      Trip trip = queue.take();
      try {
        drive.carryOut(trip, opened);
      } finally {
        duty.tripEnded(world.clock().now());
        trips.remove(trip.assignmentId());
        synchronized (carried) {
          carried.add(trip.pickedUp());
        }
      }
    }
  }
}
