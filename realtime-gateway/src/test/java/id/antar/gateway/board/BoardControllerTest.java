package id.antar.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.Stop;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardAnswer.BeforeTheLog;
import id.antar.api.board.BoardAnswer.Change;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardAnswer.NotReady;
import id.antar.api.board.BoardAnswer.NotTogether;
import id.antar.api.board.BoardAnswer.NotYet;
import id.antar.api.board.BoardAnswer.NothingYet;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.board.BoardView.BoardStop;
import id.antar.api.board.BoardView.Counts;
import id.antar.api.board.BoardView.Seen;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.api.position.TrackQuery.Track;
import id.antar.api.position.TrackQuery.TrackPoint;
import id.antar.gateway.testing.GatewayTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class BoardControllerTest extends GatewayTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final CourierId CARLO = new CourierId("carlo");
  private static final GeoPoint DOOR = new GeoPoint(43.7391, 7.4277);
  private static final GeoPoint SEEN = new GeoPoint(43.7312, 7.4158);
  private static final BoardOrder ORDER =
      new BoardOrder(
          new OrderId("o-1"),
          new CustomerId("ada"),
          new MerchantId("noodle-bar"),
          "Noodle Bar",
          new GeoPoint(43.73, 7.42),
          Personal.of(new PersonId("customer.ada"), DOOR),
          Money.of(0, "EUR"),
          OrderStage.READY,
          NOON,
          NOON.minusSeconds(900),
          null,
          NOON.plusSeconds(900),
          NOON,
          NOON,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          2,
          NOON.minusSeconds(600));
  private static final BoardCourier COURIER =
      new BoardCourier(
          CARLO,
          Vehicle.SCOOTER,
          2,
          CourierDuty.ON_SHIFT,
          NOON.minusSeconds(3_600),
          NOON.minusSeconds(3_600),
          NOON.plusSeconds(3_600),
          null,
          null,
          List.of(new BoardStop(Stop.Kind.DROPOFF, new OrderId("o-0"), NOON, null)),
          false,
          Personal.of(CARLO.personId(), new Seen(SEEN, NOON.minusSeconds(4), 4)));

  private static BoardView board(int orders) {
    return new BoardView(
        17,
        NOON,
        NOON,
        Collections.nCopies(orders, ORDER),
        List.of(COURIER),
        List.of(),
        List.of(),
        new Counts(Map.of(OrderStage.READY, orders), 0, 1, 0, 0, 0));
  }

  @Test
  void anOperatorSeesTheWholeBoardAndHowToSeeItAgain() {
    engine.answer(GetBoard.class, _ -> new Found(board(1)));

    get(Role.OPERATOR, "olga", "/v1/board?zone=main")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
        .expectBody()
        .json(
            """
            {"zone":"main","position":17,"at":"2026-11-02T12:00:00Z",
             "permalink":"/v1/board?zone=main&position=17&at=2026-11-02T12:00:00Z",
             "counts":{"orders":{"ready":1},"riding":1},
             "orders":[{"orderId":"o-1","status":"preparing","stage":"ready","declines":2,
                        "dropoff":{"latitude":43.7391,"longitude":7.4277}}],
             "couriers":[{"courierId":"carlo","stops":[{"kind":"dropoff","orderId":"o-0"}],
                          "seen":{"point":{"latitude":43.7312,"longitude":7.4158},"ageSeconds":4}}]}\
            """);
  }

  @Test
  void anAnalystSeesNotWherePeopleAre() {
    engine.answer(GetBoard.class, _ -> new Found(board(1)));

    String seen =
        get(Role.ANALYST, "anna", "/v1/board")
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();

    assertThat(seen).contains("o-1").doesNotContain("43.7391", "43.7312");
  }

  @Test
  void aMomentOfThePastIsAskedForAndNotSentAgain() {
    engine.answer(GetBoard.class, _ -> new Found(board(1)));
    String address = "/v1/board?position=17&at=2026-11-02T12:00:00Z";

    String tag =
        get(Role.OPERATOR, "olga", address)
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseHeaders()
            .getETag();
    client
        .get()
        .uri(address)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(Role.OPERATOR, "olga"))
        .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag))
        .exchange()
        .expectStatus()
        .isNotModified();

    var asked = (GetBoard) engine.questions().getFirst();
    assertThat(asked.position()).isEqualTo(17);
    assertThat(asked.at()).isEqualTo(NOON);
  }

  @Test
  void whoSeesWherePeopleWereIsWrittenDown() {
    engine.answer(GetBoard.class, _ -> new Found(board(1)));
    engine.answer(ListBoardChanges.class, _ -> new Changed(List.of(), 20));
    engine.answer(GetTrack.class, q -> new Track(q.courierId(), List.of(), true));
    String window = "?from=2026-11-02T11:00:00Z&to=2026-11-02T12:00:00Z";

    get(Role.ANALYST, "anna", "/v1/board?position=17").expectStatus().isOk();
    get(Role.OPERATOR, "olga", "/v1/board").expectStatus().isOk();
    get(Role.COURIER, "carlo", "/v1/couriers/carlo/track" + window).expectStatus().isOk();
    assertThat(engine.commands()).isEmpty();

    get(Role.OPERATOR, "olga", "/v1/board?position=17").expectStatus().isOk();
    get(Role.OPERATOR, "olga", "/v1/board/changes?after=17").expectStatus().isOk();
    get(Role.OPERATOR, "olga", "/v1/couriers/carlo/track" + window).expectStatus().isOk();
    assertThat(engine.commands())
        .hasSize(3)
        .extracting(it -> ((NoteAuditRead) it).look())
        .containsExactly(Look.BOARD, Look.BOARD, Look.TRACK);
  }

  /// By a client that does not unpack it.
  @Test
  void aLargeBoardIsPackedForWhoeverUnderstandsIt() throws Exception {
    engine.answer(GetBoard.class, _ -> new Found(board(500)));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/board"))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(Role.OPERATOR, "olga"))
            .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
            .build();

    try (var plain = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> packed = plain.send(request, BodyHandlers.ofByteArray());

      assertThat(packed.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).hasValue("gzip");
      assertThat(packed.body().length).isLessThan(20_000);
    }
  }

  @Test
  void aMomentThatThereIsNotIsSaidWhy() {
    expectProblem(new NotYet(17, NOON), 422, "moment-to-come");
    expectProblem(new BeforeTheLog(1, NOON), 404, "before-the-log");
    expectProblem(new NotTogether(17, NOON), 422, "moment-mismatch");
    expectProblem(new NotReady(5, 17), 503, "board-not-ready");
    expectProblem(new NothingYet(), 404, "nothing-recorded");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/board?at=noon"), 400, "wrong-type");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/board?position=-1"), 422, "invalid-value");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/board?zone=other"), 404, "unknown-zone");
    expectProblem(get(Role.MERCHANT, "noodle-bar", "/v1/board"), 403, "forbidden");
  }

  private void expectProblem(BoardAnswer answer, int status, String code) {
    engine.answer(GetBoard.class, _ -> answer);
    expectProblem(get(Role.OPERATOR, "olga", "/v1/board?position=1"), status, code);
  }

  @Test
  void changesAreToldPageByPage() {
    var change =
        new Change(
            18,
            NOON,
            "OrderDelivered",
            List.of(),
            List.of(COURIER),
            List.of(),
            List.of(new OrderId("o-1")),
            List.of(),
            List.of());
    engine.answer(ListBoardChanges.class, _ -> new Changed(List.of(change), 20));

    get(Role.ANALYST, "anna", "/v1/board/changes?after=17&limit=5")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"changes":[{"position":18,"event":"OrderDelivered","ordersGone":["o-1"],
                         "couriers":[{"courierId":"carlo"}]}],"position":20}\
            """)
        .jsonPath("$.changes[0].couriers[0].seen")
        .doesNotExist();
    expectProblem(
        get(Role.OPERATOR, "olga", "/v1/board/changes?after=1&limit=501"), 422, "invalid-value");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/board/changes"), 400, "missing-field");
  }

  @Test
  void aCouriersWayIsALineWithTimes() {
    String window = "?from=2026-11-02T11:00:00Z&to=2026-11-02T12:00:00Z";
    engine.answer(
        GetTrack.class,
        q ->
            new Track(
                q.courierId(),
                List.of(
                    new TrackPoint(NOON.minusSeconds(20), NOON.minusSeconds(21), DOOR),
                    new TrackPoint(NOON.minusSeconds(10), NOON.minusSeconds(10), SEEN)),
                true));

    get(Role.COURIER, "carlo", "/v1/couriers/carlo/track" + window)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"type":"Feature",
             "geometry":{"type":"LineString","coordinates":[[7.4277,43.7391],[7.4158,43.7312]]},
             "properties":{"courierId":"carlo","whole":true,
                           "times":["2026-11-02T11:59:40Z","2026-11-02T11:59:50Z"]}}\
            """);
    get(Role.OPERATOR, "olga", "/v1/couriers/carlo/track" + window).expectStatus().isOk();
    expectProblem(get(Role.COURIER, "kurt", "/v1/couriers/carlo/track" + window), 403, "forbidden");
    expectProblem(get(Role.ANALYST, "anna", "/v1/couriers/carlo/track" + window), 403, "forbidden");
    expectProblem(
        get(
            Role.OPERATOR,
            "olga",
            "/v1/couriers/carlo/track?from=2026-11-01T11:00:00Z&to=2026-11-02T12:00:00Z"),
        422,
        "window-too-large");
  }

  @Test
  void aWayOfOnePointOrNoneIsStillAFeature() {
    String window = "?from=2026-11-02T11:00:00Z&to=2026-11-02T12:00:00Z";
    engine.answer(GetTrack.class, q -> new Track(q.courierId(), List.of(), true));
    get(Role.OPERATOR, "olga", "/v1/couriers/carlo/track" + window)
        .expectBody()
        .jsonPath("$.geometry")
        .isEmpty();
    engine.answer(
        GetTrack.class,
        q -> new Track(q.courierId(), List.of(new TrackPoint(NOON, NOON, DOOR)), true));
    get(Role.OPERATOR, "olga", "/v1/couriers/carlo/track" + window)
        .expectBody()
        .jsonPath("$.geometry.coordinates.length()")
        .isEqualTo(2);
  }
}
