package id.antar.gateway.stream;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.OrderNow;
import id.antar.gateway.stream.hub.OrderTracks;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the facts of the event store, in its order, to those who listen. A fact's place in the
/// store is its cursor.
@ProcessingGroup("gateway.stream")
final class FactFeed {

  private static final Logger log = LoggerFactory.getLogger(FactFeed.class);
  private static final Duration LOOK_UP = Duration.ofMillis(500);

  private final StreamHub hub;
  private final OrderTracks tracks;
  private final Frames frames;
  private final Engine engine;

  FactFeed(StreamHub hub, OrderTracks tracks, Frames frames, Engine engine) {
    this.hub = hub;
    this.tracks = tracks;
    this.frames = frames;
    this.engine = engine;
  }

  @EventHandler
  void on(OrderEvent event, @Nullable TrackingToken token, @Timestamp Instant recordedAt) {
    OrderTracks.Track track = tracks.get(event.orderId());
    lookUpIfNeeded(track, event);
    track.apply(
        event,
        cursor(token),
        (before, now) -> {
          partFromOthers(now);
          publish(event, now, recordedAt);
          partFrom(before.courierId(), now);
        });
  }

  @EventHandler
  void on(AssignmentEvent event, @Nullable TrackingToken token, @Timestamp Instant recordedAt) {
    long cursor = cursor(token);
    var topic = new Topic.OfCourier(event.courierId());
    hub.publish(topic, to -> frames.assignment(to, event, cursor, recordedAt));
    hub.publish(Topic.BOARD, to -> frames.assignment(to, event, cursor, recordedAt));
  }

  private static long cursor(@Nullable TrackingToken token) {
    return token == null ? Frame.NO_CURSOR : token.position().orElse(Frame.NO_CURSOR);
  }

  private void publish(OrderEvent event, OrderNow now, Instant recordedAt) {
    hub.publish(new Topic.OfOrder(now.orderId()), to -> frames.order(to, event, now, recordedAt));
    if (OrderTold.concernsRecipient(event)) {
      hub.publish(
          new Topic.OfRecipient(now.orderId()), to -> frames.order(to, event, now, recordedAt));
    }
    if (now.merchantId() != null) {
      hub.publish(
          new Topic.OfMerchant(now.merchantId()), to -> frames.order(to, event, now, recordedAt));
    }
    hub.publish(Topic.BOARD, to -> frames.order(to, event, now, recordedAt));
  }

  /// Who no longer carries the order hears no more of it, and nobody hears more of them.
  private void partFrom(@Nullable CourierId former, OrderNow now) {
    if (former == null || now.isCarriedBy(former)) {
      return;
    }
    var topic = new Topic.OfOrder(now.orderId());
    hub.forgetMoments(topic);
    hub.forgetMoments(new Topic.OfRecipient(now.orderId()));
    hub.revoke(
        topic,
        actor -> actor.equals(new Actor(Actor.Role.COURIER, former.value())),
        to -> frames.problem(noLongerYours(now.orderId()), to.toString()));
  }

  /// A courier who began to listen by a view that was behind hears nothing of the next one.
  private void partFromOthers(OrderNow now) {
    CourierId carrier = now.courierId();
    if (carrier != null) {
      var topic = new Topic.OfOrder(now.orderId());
      hub.revoke(
          topic,
          actor -> actor.role() == Actor.Role.COURIER && !actor.id().equals(carrier.value()),
          to -> frames.problem(noLongerYours(now.orderId()), to.toString()));
    }
  }

  private static Problem noLongerYours(OrderId id) {
    return Problem.of(404, "unknown-order", "Order " + id + " is no longer yours to carry.");
  }

  /// An order from before this node's start is read once, and only for somebody who listens. If its
  /// view cannot be read in time the event goes out with what it says itself.
  private void lookUpIfNeeded(OrderTracks.Track track, OrderEvent event) {
    OrderNow now = track.now();
    boolean speaksForItself =
        event instanceof OrderEvent.OrderPlaced || event instanceof OrderEvent.OrderSubmitted;
    if (now.isKnown() || speaksForItself || !isListenedTo(event.orderId())) {
      return;
    }
    try {
      engine
          .ask(new GetOrder(event.orderId()))
          .toFuture()
          .thenAccept(view -> {
            if (view != null) {
              track.fill(OrderNow.of(view));
            }
          })
          .get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Order {} could not be read for its listeners: {}", event.orderId(), e.toString());
    }
  }

  private boolean isListenedTo(OrderId id) {
    return hub.hasListeners(new Topic.OfOrder(id))
        || hub.hasListeners(new Topic.OfRecipient(id))
        || hub.hasListeners(Topic.BOARD)
        || hub.hasListeners(topic -> topic instanceof Topic.OfMerchant);
  }
}
