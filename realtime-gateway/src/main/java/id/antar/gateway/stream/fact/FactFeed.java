package id.antar.gateway.stream.fact;

import id.antar.api.alert.AlertEvent;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.chat.ChatEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentEvent;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the facts of the event store, in its order, to those who listen. Sees every event, so
/// that it knows which index each has. One that comes again is not told again; one that cannot be
/// handled comes again.
@ProcessingGroup(FactFeed.GROUP)
public final class FactFeed {

  static final String GROUP = "gateway.stream";

  private static final Logger LOG = LoggerFactory.getLogger(FactFeed.class);

  private final FactLog log;
  private final StreamHub hub;
  private final OrderTracks tracks;
  private final FactFrames frames;
  private final OrderPast past;
  private final Steps steps;
  private final BiFunction<Problem, Topic, Frame> problems;

  FactFeed(
      FactLog log,
      StreamHub hub,
      OrderTracks tracks,
      FactFrames frames,
      StoredFacts store,
      BiFunction<Problem, Topic, Frame> problems) {
    this.log = log;
    this.hub = hub;
    this.tracks = tracks;
    this.frames = frames;
    this.past = new OrderPast(store);
    this.steps = new Steps(store);
    this.problems = problems;
  }

  @EventHandler
  public synchronized void on(EventMessage<?> message) {
    Steps.Step step = steps.next(message);
    if (!log.hasBegun()) {
      log.beginAt(steps.start(step));
    }
    if (log.hasPassed(step.index())) {
      return;
    }
    Class<?> type = message.getPayloadType();
    if (OrderEvent.class.isAssignableFrom(type)) {
      tell(step, (OrderEvent) message.getPayload(), message.getTimestamp());
    } else if (AssignmentEvent.class.isAssignableFrom(type)) {
      tell(step, (AssignmentEvent) message.getPayload(), message.getTimestamp());
    } else if (ChatEvent.class.isAssignableFrom(type)) {
      tell(step, (ChatEvent) message.getPayload(), message.getTimestamp());
    } else if (PaymentEvent.class.isAssignableFrom(type)) {
      tell(step, (PaymentEvent) message.getPayload(), message.getTimestamp());
    } else if (AlertEvent.class.isAssignableFrom(type)) {
      tell(step, (AlertEvent) message.getPayload(), message.getTimestamp());
    } else {
      pass(step);
    }
  }

  /// Hands over a frame that says how far the facts have come, before any later fact is sent.
  public void beat(Instant now, Consumer<Frame> send) {
    log.alone(() -> send.accept(frames.heartbeat(now, log.hasBegun() ? log.position() : null)));
  }

  private void tell(Steps.Step step, OrderEvent event, Instant recordedAt) {
    recallIfNeeded(event, step.index());
    log.alone(() -> {
      pass(step);
      tracks
          .get(event.orderId())
          .apply(
              event,
              (before, now) -> {
                var fact = new Fact.OfOrder(step.index(), event, before, now, recordedAt);
                partFromOthers(now);
                publish(fact);
                partFrom(before.courierId(), now);
              });
    });
  }

  private void tell(Steps.Step step, AssignmentEvent event, Instant recordedAt) {
    log.alone(() -> {
      pass(step);
      publish(new Fact.OfAssignment(step.index(), event, recordedAt));
    });
  }

  private void tell(Steps.Step step, AlertEvent event, Instant recordedAt) {
    log.alone(() -> {
      pass(step);
      publish(new Fact.OfAlert(step.index(), event, recordedAt));
    });
  }

  private void tell(Steps.Step step, PaymentEvent event, Instant recordedAt) {
    var fact = new Fact.OfPayment(step.index(), event, recordedAt);
    log.alone(() -> {
      pass(step);
      if (!fact.topics().isEmpty()) {
        publish(fact);
      }
    });
  }

  /// Says itself who carries the order at that moment; no other courier hears it.
  private void tell(Steps.Step step, ChatEvent event, Instant recordedAt) {
    log.alone(() -> {
      pass(step);
      CourierId carrier = event.courierId();
      revoke(
          event.orderId(),
          actor ->
              actor.role() == Actor.Role.COURIER
                  && !(carrier != null && actor.id().equals(carrier.value())));
      publish(new Fact.OfChat(step.index(), event, recordedAt));
    });
  }

  private void pass(Steps.Step step) {
    log.pass(step.index(), step.upTo(), step.open());
  }

  private void publish(Fact fact) {
    Cursor cursor = log.append(fact).cursor();
    for (Topic topic : fact.topics()) {
      publish(topic, fact, cursor);
    }
  }

  /// What cannot be told on one topic is told on the others.
  private void publish(Topic topic, Fact fact, Cursor cursor) {
    try {
      if (fact instanceof Fact.OfChat) {
        hub.publish(topic, to -> frames.fact(to, fact, cursor), Connection::hearsChat);
      } else {
        hub.publish(topic, to -> frames.fact(to, fact, cursor));
      }
    } catch (RuntimeException e) {
      LOG.error("The fact at {} cannot be told on {}.", cursor, topic, e);
    }
  }

  /// An order from before the feed's start, or that nothing was heard of for long.
  private void recallIfNeeded(OrderEvent event, long index) {
    OrderTracks.Track track = tracks.get(event.orderId());
    if (!(event instanceof OrderEvent.OrderPlaced) && !track.now().isKnown()) {
      track.recall(past.before(event.orderId(), index));
    }
  }

  /// Who no longer carries the order hears no more of it, and nobody hears more of them.
  private void partFrom(@Nullable CourierId former, OrderNow now) {
    if (former != null && !now.isCarriedBy(former)) {
      hub.forgetMoments(new Topic.OfOrder(now.orderId()));
      hub.forgetMoments(new Topic.OfRecipient(now.orderId()));
      revoke(now.orderId(), actor -> actor.equals(new Actor(Actor.Role.COURIER, former.value())));
    }
  }

  /// A courier who began to listen by a view that was behind hears nothing of the next one.
  private void partFromOthers(OrderNow now) {
    CourierId carrier = now.courierId();
    if (carrier != null) {
      revoke(
          now.orderId(),
          actor -> actor.role() == Actor.Role.COURIER && !actor.id().equals(carrier.value()));
    }
  }

  private void revoke(OrderId id, Predicate<Actor> whose) {
    hub.revoke(new Topic.OfOrder(id), whose, to -> problems.apply(noLongerYours(id), to));
  }

  static Problem noLongerYours(OrderId id) {
    return Problem.of(404, "unknown-order", "Order " + id + " is no longer yours to carry.");
  }
}
