package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.engine.Api.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A courier on the operator's map, from the first fix to the end of the shift.
class LiveMapIT {
  private static final String COURIER = "mary-" + UUID.randomUUID().toString().substring(0, 8);

  private final Api api = TestEngine.api();
  private final Caller courier = api.as("courier", COURIER);

  @Test
  void aCourierIsOnTheMapUntilTheShiftEnds() {
    var map = new Texts();
    WebSocket socket = connect(map);
    socket.sendText("{\"type\":\"subscribe\",\"topic\":\"zone:main\"}", true).join();
    map.await("\"type\":\"subscribed\"", "zone:main");
    register();
    String now = api.operator().get("/v1/clock").ok().path("now").asString();

    courier.post("/v1/couriers/" + COURIER + "/positions", fixes(now)).ok();
    map.await("\"type\":\"positions\"", "\"courierId\":\"" + COURIER + "\"", "43.7345");
    courier.post("/v1/couriers/" + COURIER + "/shift/end", "{}").ok();

    map.await("\"gone\":[", COURIER);
    socket.sendClose(1000, "").join();
  }

  private void register() {
    courier
        .post(
            "/v1/couriers",
            """
            {"courierId":"%s","fullName":"Mary Jackson","phone":"+377 44 44",
             "licensePlate":"MC 2","vehicle":"scooter","capacity":1}\
            """
                .formatted(COURIER))
        .ok();
    courier.post("/v1/couriers/" + COURIER + "/shift/start", "{}").ok();
  }

  private static String fixes(String now) {
    return """
    {"positions":[{"latitude":43.7345,"longitude":7.4210,"sequence":1,"occurredAt":"%s"}]}\
    """
        .formatted(now);
  }

  private static WebSocket connect(Texts listener) {
    String port = TestEngine.context().getEnvironment().getProperty("local.server.port");
    String token = TestEngine.tokens("engine").path("operator").asString();
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .subprotocols("antar.v1.json")
        .buildAsync(URI.create("ws://localhost:" + port + "/v1/stream"), listener)
        .join();
  }

  private static final class Texts implements WebSocket.Listener {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        heard.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    void await(String... parts) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(heard)
                  .anyMatch(frame -> List.of(parts).stream().allMatch(frame::contains)));
    }
  }
}
