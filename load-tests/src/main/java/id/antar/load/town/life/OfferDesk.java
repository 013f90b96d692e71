package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How a courier answers offers: mostly yes, sometimes no, sometimes not at all.
final class OfferDesk {

  private static final double ACCEPTS = 0.93;
  private static final double DECLINES = 0.05;

  /// Whose the accepted trips are.
  interface Taker {
    /// About to say yes: news of the trip may come before the answer to that.
    Trip expect(String assignmentId);

    void take(Trip trip);

    void forget(Trip trip);
  }

  private final World world;
  private final Courier courier;
  private final Beacon beacon;
  private final Taker taker;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger offers = new AtomicInteger();
  private volatile boolean closed;

  OfferDesk(World world, Courier courier, Beacon beacon, Taker taker) {
    this.world = world;
    this.courier = courier;
    this.beacon = beacon;
    this.taker = taker;
  }

  /// All offers that the courier has ever seen.
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  /// Every offer is declined from now on.
  void close() {
    closed = true;
  }

  void open() {
    closed = false;
  }

  void consider(String assignmentId, List<String> orderIds, Instant expiresAt) {
    if (seen.add(assignmentId)) {
      Dice dice = world.dice(courier.name() + "-offer-" + offers.incrementAndGet());
      world.begin("courier " + courier.id(), () -> answer(assignmentId, orderIds, expiresAt, dice));
    }
  }

  private void answer(String assignmentId, List<String> orderIds, Instant expiresAt, Dice dice)
      throws InterruptedException {
    boolean dislikes = world.script().declinesOffer();
    Duration reaction = dice.seconds(3, 18);
    Duration half = Duration.between(world.clock().now(), expiresAt).dividedBy(2);
    world.clock().sleep(reaction.compareTo(half) < 0 ? reaction : half);
    double mood = dice.between(0, 1);
    if (beacon.isDead()) {
      world.tally().expired.increment();
    } else if (closed) {
      decline(assignmentId, orderIds, expiresAt, "my vehicle has broken down");
    } else if (dislikes) {
      decline(assignmentId, orderIds, expiresAt, "not that way");
    } else if (mood < ACCEPTS) {
      accept(assignmentId, expiresAt);
    } else if (mood < ACCEPTS + DECLINES) {
      decline(assignmentId, orderIds, expiresAt, "too far for me");
    } else {
      world.tally().expired.increment();
    }
  }

  private void accept(String assignmentId, Instant expiresAt) throws InterruptedException {
    Trip trip = taker.expect(assignmentId);
    Answer answer = post(assignmentId, "accept", Map.of("occurredAt", world.clock().now()));
    if (answer.ok()) {
      world.tally().accepted.increment();
      taker.take(trip);
    } else {
      taker.forget(trip);
      tooLate("accept offer", answer, expiresAt);
    }
  }

  private void decline(String assignmentId, List<String> orderIds, Instant expiresAt, String reason)
      throws InterruptedException {
    Answer answer =
        post(assignmentId, "decline", Map.of("reason", reason, "occurredAt", world.clock().now()));
    if (answer.ok()) {
      world.tally().declined.increment();
      world.chronicle().note(Happening.DECLINED, courier.name(), orderIds);
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

  private Answer post(String assignmentId, String verb, Map<String, Object> body)
      throws InterruptedException {
    String path = "/v1/assignments/" + assignmentId + "/" + verb;
    return world
        .api()
        .call(Request.post(CallKind.COURIER_ACTION, courier.actor(), path, world.newKey(), body));
  }
}
