package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.gatling.javaapi.http.HttpDsl.ws;

import id.antar.load.client.AssignmentView;
import id.antar.load.client.Json;
import id.antar.load.town.life.Stage;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.condition.DoIf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Couriers on a shift: tell their position every second and, where there are orders, carry them.
final class Couriers {

  static final String BATCH = "positions of a phone that was offline";
  static final String PING = "ping over WebSocket";
  static final String PONG = "ping over WebSocket: pong";
  static final String ACCEPT = "courier: accept";
  static final String READ = "courier: read assignment";

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int PING_EVERY = 10;
  private static final int OFFLINE_FIXES = 15;

  private final Supplier<Cast> cast;
  private final Supplier<Day> day;

  Couriers(Supplier<Cast> cast, Supplier<Day> day) {
    this.cast = cast;
    this.day = day;
  }

  static String request(String verb) {
    return "courier: " + verb;
  }

  /// On WebSocket from the first to the last minute of the shift.
  ChainBuilder ride() {
    return exec(this::begin)
        .exec(Calls.connect())
        .exec(Calls.subscribe("follow courier", "courier:#{subject}"))
        .exec(shift("start"))
        .exec(asLongAs(_ -> !day.get().isOver(), "second").on(pace(EVERY).exec(second())))
        .exec(shift("end"))
        .exec(ws("close WebSocket").close());
  }

  /// Between two spots without a net the phone sends what it has kept.
  ChainBuilder rideOffline() {
    return exec(this::begin)
        .exec(shift("start"))
        .exec(
            asLongAs(_ -> !day.get().isOver(), "second")
                .on(
                    pace(EVERY)
                        .exec(Couriers::keepFix)
                        .exec(
                            doIf(session -> session.getList("fixes").size() == OFFLINE_FIXES)
                                .then(sendKept()))))
        .exec(shift("end"));
  }

  private Session begin(Session session) {
    Courier courier = cast.get().nextCourier();
    Dice dice = Dice.of(1, courier.id());
    return Calls.is(session, cast.get(), courier.actor())
        .set("fixes", List.of())
        .set("rider", new Rider(cast.get().clock(), dice, courier.start()));
  }

  private static ChainBuilder shift(String verb) {
    return exec(
        Calls.post(request(verb + " shift"), "/v1/couriers/#{subject}/shift/" + verb, _ -> Map.of())
            .check(status().is(200)));
  }

  /// Gatling forgets what it has received whenever a frame is sent: so that one listens first, and
  /// sends at once.
  private ChainBuilder second() {
    return exec(ws.processUnmatchedMessages((messages, session) -> {
      rider(session).hear(Frames.ofWebSocket(messages));
      return session.set("problems", rider(session).takeProblems());
    }))
        .exec(ws("position").sendText(Couriers::position))
        .exec(when(session -> session.getInt("second") % PING_EVERY == 0).then(ping()))
        .exec(
            when(session -> session.getInt("problems") > 0)
                .then(dummy("position is taken", 0).withSuccess(false)))
        .exec(session -> session.set("offer", rider(session).offer().orElse("")))
        .exec(when(session -> !Calls.text(session, "offer").isEmpty()).then(accept()))
        .exec(session -> session.set("trip", rider(session).toRead().orElse("")))
        .exec(when(session -> !Calls.text(session, "trip").isEmpty()).then(read()))
        .exec(session -> session.set("verb", rider(session).act().orElse("")))
        .exec(when(session -> Calls.text(session, "verb").equals("pickup")).then(lookAtCounter()))
        .exec(when(session -> !Calls.text(session, "verb").isEmpty()).then(act()));
  }

  private static ChainBuilder ping() {
    return exec(
        ws(PING)
            .sendText("{\"type\":\"ping\"}")
            .await(5)
            .on(ws.checkTextMessage(PONG).matching(jsonPath("$.type").is("pong"))));
  }

  /// Somebody may have been quicker, or the offer too old: then the answer is 409, which is all
  /// right.
  private static ChainBuilder accept() {
    return exec(Calls.post(ACCEPT, "/v1/assignments/#{offer}/accept", _ -> Map.of())
            .check(status().in(200, 409).saveAs("accepted")))
        .exec(session -> {
          if (session.getInt("accepted") == 200) {
            rider(session).accepted(Calls.text(session, "offer"));
          }
          return session;
        });
  }

  private static ChainBuilder read() {
    return exec(Calls.get(READ, "/v1/assignments/#{trip}").check(bodyString().saveAs("view")))
        .exec(session -> {
          rider(session).read(Json.read(Calls.text(session, "view"), AssignmentView.class));
          return session;
        });
  }

  /// The courier waits for what is not ready yet.
  private static ChainBuilder lookAtCounter() {
    return exec(session -> session.set("orderId", rider(session).orderId()))
        .exec(
            Calls.get(request("read order"), "/v1/orders/#{orderId}")
                .check(jsonPath("$.stage").saveAs("stage")))
        .exec(session ->
            Stage.find(Calls.text(session, "stage"))
                    .filter(stage -> stage.isAtLeast(Stage.READY))
                    .isPresent()
                ? session
                : session.set("verb", ""));
  }

  /// A trip may have been amended a moment ago: 409 and 404 say so.
  private static ChainBuilder act() {
    return exec(Calls.post(
                session -> request(Calls.text(session, "verb")),
                session ->
                    "/v1/assignments/%s/orders/%s/%s"
                        .formatted(
                            rider(session).trip(),
                            rider(session).orderId(),
                            Calls.text(session, "verb")),
                _ -> Map.of())
            .check(status().in(200, 404, 409)))
        .exec(session -> {
          rider(session).acted();
          return session;
        });
  }

  private static String position(Session session) {
    Map<String, Object> frame = new HashMap<>(rider(session).fix());
    frame.put("type", "position");
    return Json.write(frame);
  }

  private static Session keepFix(Session session) {
    List<Object> fixes = new ArrayList<>(session.getList("fixes"));
    fixes.add(rider(session).fix());
    return session.set("fixes", fixes);
  }

  private static ChainBuilder sendKept() {
    return exec(Calls.post(
                BATCH,
                "/v1/couriers/#{subject}/positions",
                session -> Map.of("positions", session.getList("fixes")))
            .check(status().is(202), jsonPath("$.accepted").ofInt().is(OFFLINE_FIXES)))
        .exec(session -> session.set("fixes", List.of()));
  }

  private static DoIf.Then<ChainBuilder> when(Predicate<Session> condition) {
    return doIf(condition::test);
  }

  private static Rider rider(Session session) {
    return Calls.kept(session, "rider");
  }
}
