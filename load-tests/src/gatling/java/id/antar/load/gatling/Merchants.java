package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.gatling.javaapi.http.HttpDsl.ws;

import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Merchant;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Merchants at their tablets: see orders come in, confirm them, start, mark them ready.
final class Merchants {

  static final String TO_MERCHANT = "order to merchant's screen";

  /// Short for a kitchen, so that a short run sees whole lives.
  static final Duration PREPARATION = Duration.ofSeconds(20);

  private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

  private final Supplier<Cast> cast;
  private final Supplier<Day> day;

  Merchants(Supplier<Cast> cast, Supplier<Day> day) {
    this.cast = cast;
    this.day = day;
  }

  static String request(String verb) {
    return "merchant: " + verb;
  }

  /// @param verbs what they do about each order, from `confirm`, `start`, `ready`, `cancel`
  ChainBuilder serve(List<String> verbs) {
    return exec(session -> opened(session, verbs))
        .exec(Calls.connect())
        .exec(Calls.subscribe("follow merchant", "merchant:#{subject}"))
        .exec(
            asLongAs(_ -> !day.get().isOver())
                .on(
                    pause(LOOKS_EVERY)
                        .exec(
                            ws.processUnmatchedMessages((messages, session) -> {
                              kitchen(session).hear(Frames.ofWebSocket(messages));
                              return session.set("samples", kitchen(session).takeSamples());
                            }))
                        .exec(Calls.report(TO_MERCHANT, "samples"))
                        .exec(Merchants::next)
                        .exec(asLongAs(session -> session.contains("act")).on(act()))))
        .exec(ws("close WebSocket").close());
  }

  private Session opened(Session session, List<String> verbs) {
    Merchant merchant = cast.get().nextMerchant();
    Dice dice = Dice.of(1, merchant.id());
    return Calls.is(session, cast.get(), merchant.actor())
        .set("kitchen", new Kitchen(day.get(), dice, PREPARATION, verbs));
  }

  private ChainBuilder act() {
    return exec(
            session -> {
              if (act(session).verb().equals("confirm")) {
                day.get().confirming(act(session).orderId());
              }
              return session.set("orderId", act(session).orderId());
            })
        .exec(
            Calls.post(
                    session -> request(act(session).verb()),
                    session -> "/v1/orders/" + act(session).orderId() + "/" + act(session).verb(),
                    this::body)
                .check(status().is(200)))
        .exec(session -> {
          kitchen(session).done(act(session), System.currentTimeMillis());
          return next(session);
        });
  }

  private Map<String, Object> body(Session session) {
    var clock = cast.get().clock();
    return switch (act(session).verb()) {
      case "confirm" -> Map.of("readyAt", clock.now().plus(clock.toTown(PREPARATION)));
      case "cancel" -> Map.of("reason", "nobody carries it");
      default -> new HashMap<>();
    };
  }

  private static Session next(Session session) {
    Kitchen.Act act = kitchen(session).take(System.currentTimeMillis());
    return act == null ? session.remove("act") : session.set("act", act);
  }

  private static Kitchen.Act act(Session session) {
    return Calls.kept(session, "act");
  }

  private static Kitchen kitchen(Session session) {
    return Calls.kept(session, "kitchen");
  }
}
