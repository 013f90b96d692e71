package id.antar.gateway.stream;

import id.antar.gateway.chat.ChatAccess;
import id.antar.gateway.edge.limit.TokenBucket;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.EndedAccess;
import id.antar.gateway.stream.hub.CloseReason;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.StreamHub;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The WebSocket at `/v1/stream`: many topics on one connection, and a courier's positions in.
final class StreamSocket implements WebHandler {

  private static final String JSON = "antar.v1.json";
  private static final String BINARY = "antar.v1.binary";
  private static final int ANSWERED_AT_ONCE = 16;
  private static final int FRAMES_PER_SECOND = 50;
  private static final int FRAMES_AT_ONCE = 500;
  private static final Duration PARTING = Duration.ofSeconds(2);

  private final WebSocketService sockets;
  private final Admission admission;
  private final StreamHub hub;
  private final Dialogue dialogue;
  private final EndedAccess ended;

  StreamSocket(
      WebSocketService sockets,
      Admission admission,
      StreamHub hub,
      Dialogue dialogue,
      EndedAccess ended) {
    this.ended = ended;
    this.dialogue = dialogue;
    this.sockets = sockets;
    this.admission = admission;
    this.hub = hub;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.fromCallable(() -> admission.admit(exchange))
        .flatMap(caller -> sockets.handleRequest(exchange, new Visit(exchange, caller)));
  }

  /// One handshake that was let in. Of the subprotocols a client names, ours is answered with.
  private final class Visit implements WebSocketHandler {

    private final ServerWebExchange exchange;
    private final Caller caller;

    Visit(ServerWebExchange exchange, Caller caller) {
      this.exchange = exchange;
      this.caller = caller;
    }

    @Override
    public List<String> getSubProtocols() {
      return List.of(JSON, BINARY);
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      return serve(session, exchange, caller);
    }
  }

  private Mono<Void> serve(WebSocketSession session, ServerWebExchange exchange, Caller caller) {
    boolean binary = BINARY.equals(session.getHandshakeInfo().getSubProtocol());
    Channel channel = Sockets.channel(exchange);
    Connection connection = connect(channel, binary, caller);
    Disposable watch = ended.watch(caller, () -> connection.close(CloseReason.ACCESS_ENDED));
    var rate = new TokenBucket(FRAMES_PER_SECOND, FRAMES_AT_ONCE, System.nanoTime());
    Mono<Void> in =
        session
            .receive()
            .filter(message -> isData(message) && isWithin(rate, connection))
            .map(StreamSocket::bytes)
            .flatMap(frame -> dialogue.take(frame, connection, caller), ANSWERED_AT_ONCE)
            .then();
    Mono<Void> close =
        Mono.fromFuture(connection.closed(), true)
            .publishOn(Schedulers.fromExecutor(channel.eventLoop()))
            .flatMap(reason -> close(session, channel, reason));
    return Mono.firstWithSignal(in, close)
        .doFinally(_ -> {
          watch.dispose();
          hub.disconnect(connection);
        });
  }

  private Connection connect(Channel channel, boolean binary, Caller caller) {
    return WebSocketLine.open(
        channel,
        binary,
        line ->
            hub.connect(
                caller.actor(),
                ChatAccess.mayRead(caller),
                caller.expiresAt(),
                channel.eventLoop(),
                line));
  }

  /// A pong comes unasked from clients that keep their line open by it.
  private static boolean isData(WebSocketMessage message) {
    return message.getType() == WebSocketMessage.Type.TEXT
        || message.getType() == WebSocketMessage.Type.BINARY;
  }

  private static boolean isWithin(TokenBucket rate, Connection connection) {
    boolean within = rate.tryTake(System.nanoTime());
    if (!within) {
      connection.close(CloseReason.TOO_MANY_FRAMES);
    }
    return within;
  }

  private static byte[] bytes(WebSocketMessage message) {
    DataBuffer payload = message.getPayload();
    byte[] bytes = new byte[payload.readableByteCount()];
    payload.read(bytes);
    return bytes;
  }

  /// A client that reads nothing does not read its close frame either: then the line is cut.
  private static Mono<Void> close(WebSocketSession session, Channel channel, CloseReason reason) {
    return session
        .close(new CloseStatus(reason.code(), reason.text()))
        .timeout(PARTING)
        .onErrorResume(_ -> Mono.fromRunnable(() -> channel.close()));
  }
}
