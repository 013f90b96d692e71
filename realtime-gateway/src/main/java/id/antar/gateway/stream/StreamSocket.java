package id.antar.gateway.stream;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.edge.problem.ProblemOf;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.position.PositionIntake;
import id.antar.gateway.position.PositionReport;
import id.antar.gateway.stream.ClientFrames.ClientFrame;
import id.antar.gateway.stream.hub.CloseReason;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The WebSocket at `/v1/stream`: many topics on one connection, and a courier's positions in. A
/// frame that cannot be taken is answered with a problem and never closes the connection.
final class StreamSocket implements WebHandler {

  private static final Logger log = LoggerFactory.getLogger(StreamSocket.class);
  private static final int SUBSCRIBED_AT_ONCE = 16;
  private static final Duration PARTING = Duration.ofSeconds(2);

  private final WebSocketService sockets;
  private final Admission admission;
  private final StreamHub hub;
  private final Subscriptions subscriptions;
  private final PositionIntake positions;
  private final ClientFrames reader;
  private final Frames frames;

  StreamSocket(
      WebSocketService sockets,
      Admission admission,
      StreamHub hub,
      Subscriptions subscriptions,
      PositionIntake positions,
      ClientFrames reader,
      Frames frames) {
    this.sockets = sockets;
    this.admission = admission;
    this.hub = hub;
    this.subscriptions = subscriptions;
    this.positions = positions;
    this.reader = reader;
    this.frames = frames;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.fromCallable(() -> admission.admit(exchange))
        .flatMap(
            caller -> sockets.handleRequest(exchange, session -> serve(session, exchange, caller)));
  }

  private Mono<Void> serve(WebSocketSession session, ServerWebExchange exchange, Caller caller) {
    Connection connection =
        hub.connect(caller.actor(), caller.tokenExpiresAt(), SocketThread.of(exchange));
    Mono<Void> out =
        session.send(Flux.from(connection.frames()).map(frame -> text(session, frame)));
    Mono<Void> in =
        session
            .receive()
            .filter(StreamSocket::isData)
            .map(StreamSocket::bytes)
            .flatMap(frame -> take(frame, connection, caller), SUBSCRIBED_AT_ONCE)
            .then();
    Mono<Void> close =
        Mono.fromFuture(connection.closed(), true)
            .flatMap(reason -> close(session, exchange, reason));
    return Mono.firstWithSignal(in, out.then(Mono.never()), close)
        .doFinally(_ -> hub.disconnect(connection));
  }

  private static WebSocketMessage text(WebSocketSession session, Frame frame) {
    return new WebSocketMessage(
        WebSocketMessage.Type.TEXT, session.bufferFactory().wrap(frame.bytes()));
  }

  /// A pong comes unasked from clients that keep their line open by it.
  private static boolean isData(WebSocketMessage message) {
    return message.getType() == WebSocketMessage.Type.TEXT
        || message.getType() == WebSocketMessage.Type.BINARY;
  }

  private static byte[] bytes(WebSocketMessage message) {
    DataBuffer payload = message.getPayload();
    byte[] bytes = new byte[payload.readableByteCount()];
    payload.read(bytes);
    return bytes;
  }

  private Mono<Void> take(byte[] bytes, Connection connection, Caller caller) {
    try {
      return switch (reader.read(bytes)) {
        case ClientFrame.Subscribe(Topic topic, var resume) ->
            subscriptions
                .subscribe(connection, caller, topic, resume)
                .onErrorResume(failure -> refuse(connection, failure, topic.toString()));
        case ClientFrame.Unsubscribe(Topic topic) ->
            Mono.fromRunnable(() -> subscriptions.unsubscribe(connection, topic));
        case ClientFrame.Position(var report) ->
            Mono.fromRunnable(() -> takePosition(report, connection, caller));
        case ClientFrame.Ping() -> Mono.fromRunnable(() -> connection.send(frames.pong()));
      };
    } catch (ProblemException e) {
      return refuse(connection, e, null);
    }
  }

  private void takePosition(PositionReport report, Connection connection, Caller caller) {
    var problem =
        caller.is(Role.COURIER)
            ? positions.take(caller.asCourier(), report)
            : Optional.of(Problem.forbidden("Only couriers have positions."));
    problem.ifPresent(p -> connection.send(frames.problem(p, null)));
  }

  private Mono<Void> refuse(Connection connection, Throwable failure, @Nullable String topic) {
    Problem problem = ProblemOf.failure(failure);
    if (problem.status() >= 500) {
      log.warn("stream of {} topic={} failed", connection.actor(), topic, failure);
    }
    connection.send(frames.problem(problem, topic));
    return Mono.empty();
  }

  /// A client that reads nothing does not read its close frame either: then the line is cut.
  private static Mono<Void> close(
      WebSocketSession session, ServerWebExchange exchange, CloseReason reason) {
    return session
        .close(new CloseStatus(reason.code(), reason.text()))
        .timeout(PARTING)
        .onErrorResume(_ -> Mono.fromRunnable(() -> SocketThread.cut(exchange)));
  }
}
