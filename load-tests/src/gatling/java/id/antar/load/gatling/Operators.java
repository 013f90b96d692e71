package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.http.HttpDsl.ws;

import id.antar.load.client.Frame;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Operators before the map of the town and the board of its orders, who list orders now and then,
/// and read of one why it fares as it does.
final class Operators {

  static final String TO_BOARD = "confirmation to board";
  static final String LIST = "operator: list orders";
  static final String WHY = "operator: read why";

  private static final Duration LOOKS_EVERY = Duration.ofMillis(100);
  private static final int LOOKS_BEFORE_LIST = 30;

  private final Supplier<Cast> cast;
  private final Supplier<Day> day;

  Operators(Supplier<Cast> cast, Supplier<Day> day) {
    this.cast = cast;
    this.day = day;
  }

  ChainBuilder watch() {
    return exec(session ->
            Calls.is(session, cast.get(), cast.get().nextOperator())
                .set("viewport", cast.get().viewport()))
        .exec(Calls.connect())
        .exec(Calls.subscribe("follow board", "board"))
        .exec(Calls.subscribe("follow viewport", "viewport:#{viewport}"))
        .exec(
            asLongAs(_ -> !day.get().isOver())
                .on(repeat(LOOKS_BEFORE_LIST).on(look()).exec(listAndAsk())))
        .exec(ws("close WebSocket").close());
  }

  private ChainBuilder look() {
    return pause(LOOKS_EVERY)
        .exec(
            ws.processUnmatchedMessages((messages, session) ->
                session.set("samples", samples(Frames.ofWebSocket(messages)))))
        .exec(Calls.report(TO_BOARD, "samples"));
  }

  private List<Integer> samples(List<Frames.Heard> heard) {
    List<Integer> samples = new ArrayList<>();
    for (Frames.Heard one : heard) {
      Frame frame = one.frame();
      if (frame.tells("OrderConfirmed") && frame.orderId() != null) {
        day.get().sinceConfirmed(frame.orderId(), one.atMillis()).ifPresent(samples::add);
      }
    }
    return samples;
  }

  private static ChainBuilder listAndAsk() {
    return exec(session -> session.remove("orderId"))
        .exec(
            Calls.get(LIST, "/v1/orders?limit=50")
                .check(jsonPath("$.orders[*].orderId").findRandom().optional().saveAs("orderId")))
        .exec(
            doIf((Session session) -> session.contains("orderId"))
                .then(exec(Calls.get(WHY, "/v1/orders/#{orderId}/dispatch"))));
  }
}
