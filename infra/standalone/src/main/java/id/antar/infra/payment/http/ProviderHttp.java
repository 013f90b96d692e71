package id.antar.infra.payment.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A provider's interface: JSON over HTTP, never waited for, a bounded number of calls at once, the
/// others in a line, and none for a while after most of the last ones have failed. That we have too
/// many calls of our own says nothing of the provider. A call that was not answered is not sent
/// again from here.
public final class ProviderHttp implements AutoCloseable {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final int WAITING_FOR_EACH_AT_ONCE = 32;

  /// In percent.
  private static final int MOST_FAILING = 60;

  private final ProviderSettings settings;
  private final MeterRegistry meters;
  private final ConnectionProvider connections;
  private final WebClient http;
  private final CircuitBreaker breaker;
  private final WaitingLine line;
  private final JsonMapper json = JsonMapper.shared();

  /// @param body missing when it was not JSON
  public record Answer(int status, JsonNode body) {}

  public ProviderHttp(ProviderSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
    this.connections =
        ConnectionProvider.builder("payment-" + settings.name())
            .maxConnections(settings.atOnce())
            .pendingAcquireMaxCount(-1)
            .pendingAcquireTimeout(settings.timeout())
            .maxIdleTime(Duration.ofSeconds(30))
            .build();
    this.http = client(settings, connections);
    this.breaker = CircuitBreaker.of(settings.name(), whenToStop());
    this.line = new WaitingLine(settings.atOnce(), WAITING_FOR_EACH_AT_ONCE * settings.atOnce());
  }

  private static WebClient client(ProviderSettings settings, ConnectionProvider connections) {
    HttpClient client =
        HttpClient.create(connections)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .disableRetry(true);
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(client))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .defaultHeaders(headers -> {
          headers.setBasicAuth(settings.key().value(), "");
          headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        })
        .build();
  }

  private static CircuitBreakerConfig whenToStop() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(10)
        .failureRateThreshold(MOST_FAILING)
        .waitDurationInOpenState(Duration.ofSeconds(5))
        .permittedNumberOfCallsInHalfOpenState(3)
        .build();
  }

  public String name() {
    return settings.name();
  }

  /// How many of the last calls failed, in percent; 0 while there were too few. While it is left
  /// alone, and until it has shown that it works again, at least as many as it is left alone for.
  public double failing() {
    double failing = Math.max(0, breaker.getMetrics().getFailureRate());
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN, HALF_OPEN -> Math.max(failing, MOST_FAILING);
      case CLOSED, DISABLED, METRICS_ONLY -> failing;
    };
  }

  /// @param call what it is for, in metrics
  public CompletableFuture<Answer> get(String call, String path) {
    return exchange(call, HttpMethod.GET, path, null, Map.of());
  }

  /// @param body written as JSON; none for null
  public CompletableFuture<Answer> post(
      String call, String path, @Nullable Object body, Map<String, String> headers) {
    return exchange(call, HttpMethod.POST, path, body, headers);
  }

  private CompletableFuture<Answer> exchange(
      String call,
      HttpMethod method,
      String path,
      @Nullable Object body,
      Map<String, String> headers) {
    Timer.Sample began = Timer.start(meters);
    return line.join(Mono.fromCompletionStage(() -> ask(method, path, body, headers)))
        .whenComplete((_, failure) -> began.stop(timer(call, outcome(failure))))
        .exceptionallyCompose(failure ->
            CompletableFuture.failedFuture(
                new NotKnownException(
                    settings.name() + " " + call + ": " + outcome(failure), cause(failure))));
  }

  private CompletionStage<Answer> ask(
      HttpMethod method, String path, @Nullable Object body, Map<String, String> headers) {
    return breaker.executeCompletionStage(() -> Futures.of(send(method, path, body, headers)));
  }

  private Mono<Answer> send(
      HttpMethod method, String path, @Nullable Object body, Map<String, String> headers) {
    WebClient.RequestBodySpec request =
        http.method(method)
            .uri(URI.create(settings.url() + path))
            .headers(all -> headers.forEach(all::set));
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).bodyValue(json.writeValueAsString(body));
    }
    return request
        .exchangeToMono(response ->
            response
                .bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(text -> new Answer(response.statusCode().value(), read(text))))
        .timeout(settings.timeout())
        .doOnNext(ProviderHttp::requireWorking);
  }

  private static void requireWorking(Answer answer) {
    if (answer.status() >= 500 || answer.status() == 429) {
      throw new ProviderDown(answer.status());
    }
  }

  private static final class ProviderDown extends RuntimeException {
    ProviderDown(int status) {
      super("It was answered with " + status + ".");
    }
  }

  private JsonNode read(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : json.readTree(text);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private Timer timer(String call, String outcome) {
    return meters.timer(
        "antar.payment.provider", "provider", settings.name(), "call", call, "outcome", outcome);
  }

  private static String outcome(@Nullable Throwable failure) {
    return switch (failure == null ? null : cause(failure)) {
      case null -> "answered";
      case TimeoutException _ -> "timeout";
      case CallNotPermittedException _ -> "not_asked";
      case ProviderDown _ -> "failed";
      case WaitingLine.FullException _ -> "overflow";
      default -> "unreachable";
    };
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  @Override
  public void close() {
    connections.dispose();
  }
}
