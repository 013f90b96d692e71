package id.antar.gateway.stream;

import id.antar.api.order.OrderId;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.AnyRole;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One order as server-sent events: the same frames as on the WebSocket, with the cursor as id.
@RestController
final class OrderStreamController {

  private final StreamHub hub;
  private final Subscriptions subscriptions;
  private final Admission admission;
  private final GatewayProperties.Stream limits;

  OrderStreamController(
      StreamHub hub,
      Subscriptions subscriptions,
      Admission admission,
      GatewayProperties.Stream limits) {
    this.limits = limits;
    this.hub = hub;
    this.subscriptions = subscriptions;
    this.admission = admission;
  }

  @GetMapping("/v1/orders/{id}/stream")
  @AnyRole(recipientToo = true)
  Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> stream(
      Caller caller, @PathVariable OrderId id, ServerWebExchange exchange) {
    admission.requireRoom();
    SocketLoop loop = SocketLoop.of(SocketLoop.channel(exchange), limits.gather());
    FrameStream frames =
        FrameStream.open(
            loop, line -> hub.connect(caller.actor(), caller.tokenExpiresAt(), loop, line));
    Connection connection = frames.connection();
    return subscriptions
        .subscribe(connection, caller, new Topic.OfOrder(id))
        .thenReturn(
            ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(events(frames)))
        .doOnError(_ -> hub.disconnect(connection))
        .doOnCancel(() -> hub.disconnect(connection));
  }

  private Flux<ServerSentEvent<String>> events(FrameStream frames) {
    return Flux.from(frames)
        .map(OrderStreamController::event)
        .doFinally(_ -> hub.disconnect(frames.connection()));
  }

  private static ServerSentEvent<String> event(Frame frame) {
    var event = ServerSentEvent.<String>builder(frame.text()).event(frame.type());
    return frame.cursor() == Frame.NO_CURSOR
        ? event.build()
        : event.id(Long.toString(frame.cursor())).build();
  }
}
