package id.antar.infra.trace;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.edge.trace.Trail;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest.BaseBuilder;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.HandlerMapping;
import reactor.core.publisher.Mono;

class TracedRequestsTest {
  private final Traced traced = new Traced();
  private final TracedRequests filter = new TracedRequests(traced.tracer());
  private final AtomicReference<@Nullable Trail> within = new AtomicReference<>();

  private MockServerWebExchange exchange(BaseBuilder<?> request) {
    var exchange = MockServerWebExchange.from(request);
    exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/v1/orders/{id}");
    return exchange;
  }

  private MockServerWebExchange answer(BaseBuilder<?> request, HttpStatus status) {
    var exchange = exchange(request);
    filter
        .filter(
            exchange,
            it ->
                Mono.deferContextual(context -> {
                  within.set(Trail.in(context));
                  it.getResponse().setStatusCode(status);
                  return it.getResponse().setComplete();
                }))
        .block();
    return exchange;
  }

  private static BaseBuilder<?> asking(String path) {
    return MockServerHttpRequest.get(path).header("traceparent", Traced.SENT);
  }

  @Test
  void aRequestIsAStepOfItsClientsTraceByItsRoute() {
    var exchange = answer(asking("/v1/orders/of-ada"), HttpStatus.OK);

    assertThat(traced.spans())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.getName()).isEqualTo("GET /v1/orders/{id}");
          assertThat(span.getTraceId()).isEqualTo(Traced.TRACE);
          assertThat(span.getParentSpanId()).isEqualTo(Traced.SPAN);
          assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
              .isEqualTo(200);
          assertThat(span.toString()).doesNotContain("of-ada");
          assertThat(within.get())
              .isEqualTo(Trail.of(exchange))
              .extracting(Trail::traceParent)
              .isEqualTo(TraceParents.write(span.getSpanContext()));
        });
    assertThat(exchange.getResponse().getHeaders().getFirst(TracedRequests.HEADER))
        .isEqualTo(Traced.TRACE);
  }

  @Test
  void onlyOurFaultIsAnError() {
    var _ = answer(asking("/v1/orders/1"), HttpStatus.NOT_FOUND);
    var _ = answer(asking("/v1/orders/1"), HttpStatus.SERVICE_UNAVAILABLE);

    assertThat(traced.spans())
        .extracting(it -> it.getStatus().getStatusCode())
        .containsExactly(StatusCode.UNSET, StatusCode.ERROR);
  }

  @Test
  void whoeverTurnsAwayEndsItOnce() {
    filter.filter(exchange(asking("/v1/orders/1")), _ -> Mono.never()).subscribe().dispose();

    assertThat(traced.spans()).hasSize(1);
  }

  @Test
  void streamsProbesAndWhoDoesNotAskHaveNone() {
    var _ = answer(asking("/health"), HttpStatus.OK);
    var _ = answer(asking("/metrics"), HttpStatus.OK);
    var _ =
        answer(
            MockServerHttpRequest.get("/v1/stream")
                .header("traceparent", Traced.SENT)
                .header("Upgrade", "websocket"),
            HttpStatus.SWITCHING_PROTOCOLS);
    var _ =
        answer(
            MockServerHttpRequest.get("/v1/orders/1/stream")
                .header("traceparent", Traced.SENT)
                .header("Accept", "text/event-stream"),
            HttpStatus.OK);
    var exchange = answer(MockServerHttpRequest.get("/v1/orders/1"), HttpStatus.OK);

    assertThat(traced.spans()).isEmpty();
    assertThat(exchange.getResponse().getHeaders().containsHeader(TracedRequests.HEADER)).isFalse();
    assertThat(Trail.of(exchange).traceId()).isNull();
  }

  @Test
  void whoOffersAnotherProtocolWithARequestIsTracedLikeAnybody() {
    var request =
        MockServerHttpRequest.get("/v1/orders/1")
            .header("traceparent", Traced.SENT)
            .header("Upgrade", "h2c");
    var _ = answer(request, HttpStatus.OK);

    assertThat(traced.spans()).hasSize(1);
  }

  @Test
  void aMethodThatWasMadeUpNamesNothing() {
    var _ =
        answer(
            MockServerHttpRequest.method(HttpMethod.valueOf("ADA"), "/v1/orders/1")
                .header("traceparent", Traced.SENT),
            HttpStatus.METHOD_NOT_ALLOWED);

    assertThat(traced.spans().toString()).contains("_OTHER").doesNotContain("ADA");
  }
}
