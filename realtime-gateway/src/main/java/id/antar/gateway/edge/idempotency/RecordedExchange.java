package id.antar.gateway.edge.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.gateway.edge.idempotency.RememberRequest.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// An exchange whose body was read before, and whose answer is shown to somebody before it goes
/// out.
final class RecordedExchange {

  private static final List<String> KEPT =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER);

  private RecordedExchange() {}

  static ServerWebExchange of(
      ServerWebExchange exchange, byte[] body, Function<Answer, Mono<Void>> keep) {
    return exchange
        .mutate()
        .request(new BufferedRequest(exchange, body))
        .response(new RecordedResponse(exchange.getResponse(), keep))
        .build();
  }

  private static final class BufferedRequest extends ServerHttpRequestDecorator {

    private final ServerWebExchange exchange;
    private final byte[] body;

    BufferedRequest(ServerWebExchange exchange, byte[] body) {
      super(exchange.getRequest());
      this.exchange = exchange;
      this.body = body;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return body.length == 0
          ? Flux.empty()
          : Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
    }
  }

  private static final class RecordedResponse extends ServerHttpResponseDecorator {

    private final Function<Answer, Mono<Void>> keep;
    private final AtomicBoolean kept = new AtomicBoolean();

    RecordedResponse(ServerHttpResponse response, Function<Answer, Mono<Void>> keep) {
      super(response);
      this.keep = keep;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
      return DataBufferUtils.join(body)
          .map(RecordedResponse::bytes)
          .defaultIfEmpty(new byte[0])
          .flatMap(bytes ->
              keepOnce(bytes)
                  .then(super.writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(bytes)))));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
      return writeWith(Flux.from(body).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
      return isCommitted() ? super.setComplete() : keepOnce(new byte[0]).then(super.setComplete());
    }

    private Mono<Void> keepOnce(byte[] bytes) {
      return Mono.defer(
          () -> kept.compareAndSet(false, true) ? keep.apply(answer(bytes)) : Mono.empty());
    }

    private Answer answer(byte[] bytes) {
      HttpStatusCode status = getStatusCode();
      Map<String, String> headers = new LinkedHashMap<>();
      for (String name : KEPT) {
        String value = getHeaders().getFirst(name);
        if (value != null) {
          headers.put(name, value);
        }
      }
      return new Answer(status == null ? 200 : status.value(), headers, new String(bytes, UTF_8));
    }

    private static byte[] bytes(DataBuffer buffer) {
      byte[] bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      DataBufferUtils.release(buffer);
      return bytes;
    }
  }
}
