package id.antar.gateway.stream;

import id.antar.api.account.Permission;
import id.antar.api.order.OrderId;
import id.antar.gateway.chat.ChatAccess;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.EndedAccess;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.stream.fact.Join;
import id.antar.gateway.stream.hub.CloseReason;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One order as server-sent events: the same frames as on the WebSocket, with the cursor as id.
@RestController
final class OrderStreamController {

  private final StreamHub hub;
  private final Subscriptions subscriptions;
  private final Admission admission;
  private final EndedAccess ended;

  OrderStreamController(
      StreamHub hub, Subscriptions subscriptions, Admission admission, EndedAccess ended) {
    this.ended = ended;
    this.hub = hub;
    this.subscriptions = subscriptions;
    this.admission = admission;
  }

  /// @param lastEventId for clients that cannot set the header
  @GetMapping("/v1/orders/{id}/stream")
  @Requires(Permission.TRACKING_READ)
  Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> stream(
      Caller caller,
      @PathVariable OrderId id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent,
      @RequestParam(required = false) @Nullable String lastEventId,
      ServerWebExchange exchange) {
    admission.requireRoom(caller);
    if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
      return subscriptions
          .allow(caller, new Topic.OfOrder(id))
          .thenReturn(ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build());
    }
    EventLoop loop = Sockets.channel(exchange).eventLoop();
    FrameStream frames =
        FrameStream.open(
            loop,
            line ->
                hub.connect(
                    caller.actor(), ChatAccess.mayRead(caller), caller.expiresAt(), loop, line));
    Connection connection = frames.connection();
    Disposable watch = ended.watch(caller, () -> connection.close(CloseReason.ACCESS_ENDED));
    Runnable leave =
        () -> {
          watch.dispose();
          hub.disconnect(connection);
        };
    String resume = lastEvent == null || lastEvent.isEmpty() ? lastEventId : lastEvent;
    return subscriptions
        .admit(connection, caller, new Topic.OfOrder(id), resume)
        .doOnNext(join -> {
          var _ = connection.closed().thenRun(join::drop);
        })
        .map(join ->
            ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(events(frames, join, leave)))
        .doOnError(_ -> leave.run())
        .doOnCancel(leave);
  }

  /// An end of the stream is all that a failure can be once it has begun.
  private Flux<ServerSentEvent<String>> events(FrameStream frames, Join join, Runnable leave) {
    var live = new AtomicBoolean();
    return Flux.merge(Flux.from(frames), join.run().then(Mono.<Frame>empty()))
        .map(frame -> event(frame, live))
        .doFinally(_ -> leave.run());
  }

  /// A heartbeat counts for what is live, and not for what is still being sent again.
  private static ServerSentEvent<String> event(Frame frame, AtomicBoolean live) {
    if (frame.type().equals("subscribed")) {
      live.set(true);
    }
    var event = ServerSentEvent.<String>builder(frame.text()).event(frame.type());
    frame
        .cursor()
        .filter(_ -> live.get() || !frame.type().equals("heartbeat"))
        .ifPresent(event::id);
    return event.build();
  }
}
