package id.antar.gateway.edge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.HandlerMapping;
import reactor.core.publisher.Mono;

class SlowRequestsTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(SlowRequests.class);

  private final AtomicLong nanos = new AtomicLong();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final MockServerWebExchange exchange =
      MockServerWebExchange.from(
          MockServerHttpRequest.get("/v1/orders/ada-s-order").header(RequestIds.HEADER, "r1"));

  @BeforeEach
  void listen() {
    logged.start();
    LOG.addAppender(logged);
    exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/v1/orders/{id}");
  }

  @AfterEach
  void listenNoMore() {
    LOG.detachAppender(logged);
  }

  private Mono<Void> answer(Duration after, MediaType type) {
    return Mono.defer(() -> {
      nanos.addAndGet(after.toNanos());
      exchange.getResponse().setStatusCode(HttpStatus.OK);
      exchange.getResponse().getHeaders().setContentType(type);
      return exchange.getResponse().setComplete();
    });
  }

  private List<ILoggingEvent> filter(Duration slow, Mono<Void> answer) {
    new SlowRequests(slow, nanos::get).filter(exchange, _ -> answer).block();
    return logged.list;
  }

  @Test
  void aSlowRequestIsLoggedByItsRoute() {
    var answer = answer(Duration.ofMillis(1200), MediaType.APPLICATION_JSON);

    assertThat(filter(Duration.ofSeconds(1), answer))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getFormattedMessage())
              .matches(
                  "slow: GET /v1/orders/\\{id} -> 200 after 1200 ms, \\d+ MB of memory in use");
          assertThat(line.getMDCPropertyMap()).containsEntry(Trail.LOGGED_REQUEST, "r1");
        });
  }

  @Test
  void aQuickOneIsNot() {
    var answer = answer(Duration.ofMillis(999), MediaType.APPLICATION_JSON);

    assertThat(filter(Duration.ofSeconds(1), answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "text/csv", "application/x-ndjson"})
  void streamsAndDownloadsMayTakeTheirTime(String type) {
    var answer = answer(Duration.ofMinutes(5), MediaType.parseMediaType(type));

    assertThat(filter(Duration.ofSeconds(1), answer)).isEmpty();
  }

  @Test
  void whoDoesNotWaitIsLoggedToo() {
    Mono<Void> never = Mono.<Void>never().doOnSubscribe(_ -> nanos.addAndGet(5_000_000_000L));
    var filtered = new SlowRequests(Duration.ofSeconds(1), nanos::get).filter(exchange, _ -> never);

    filtered.subscribe().dispose();

    assertThat(logged.list)
        .singleElement()
        .satisfies(
            line -> assertThat(line.getFormattedMessage()).contains("-> (client gone) after 5000"));
  }

  @Test
  void whoLeavesWhileReadingTheAnswerDoesNotMakeItSlow() {
    Mono<Void> read = answer(Duration.ofMillis(1), MediaType.APPLICATION_JSON).then(Mono.never());
    var filtered = new SlowRequests(Duration.ofSeconds(1), nanos::get).filter(exchange, _ -> read);

    var reader = filtered.subscribe();
    nanos.addAndGet(5_000_000_000L);
    reader.dispose();

    assertThat(logged.list).isEmpty();
  }

  @Test
  void zeroTurnsItOff() {
    var answer = answer(Duration.ofMinutes(5), MediaType.APPLICATION_JSON);

    assertThat(filter(Duration.ZERO, answer)).isEmpty();
  }
}
