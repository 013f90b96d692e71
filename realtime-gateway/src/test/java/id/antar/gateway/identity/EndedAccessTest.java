package id.antar.gateway.identity;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.AccountEvent.AccountResumed;
import id.antar.api.account.AccountEvent.AccountSuspended;
import id.antar.api.account.AccountEvent.AllSessionsEnded;
import id.antar.api.account.AccountEvent.SessionEnded;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyEvent.ApiKeyRevoked;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.account.SessionEnd;
import id.antar.api.account.SessionId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Listener;
import id.antar.gateway.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// What is over before its time ends what was opened by it.
class EndedAccessTest extends GatewayTest {

  private static final String JSON = "antar.v1.json";
  private static final String OVER = "4003 access-ended";

  @Autowired private EndedAccess ended;
  private final String session = Ids.random();
  private final String bo = Ids.random();

  @AfterEach
  void nobodyIsLeftWatched() {
    await().until(() -> ended.watched() == 0);
  }

  private String token(String owner, String sessionId) {
    var actor = new Actor(Role.CUSTOMER, owner);
    return tokens.issue(actor, Scope.OWN, sessionId, Duration.ofMinutes(10)).value();
  }

  private Listener listen(String owner, String sessionId) {
    return hearing(Listener.connect(port, token(owner, sessionId), JSON));
  }

  private static Listener hearing(Listener listener) {
    listener.send("{\"type\":\"ping\"}");
    listener.awaitText("\"type\":\"pong\"");
    return listener;
  }

  private ResponseSpec byKey(String key) {
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.SUBMITTED, null));
    return client
        .get()
        .uri("/v1/orders/order-1")
        .header("Authorization", "ApiKey " + key)
        .exchange();
  }

  @Test
  void signingOutEverywhereClosesTheStream() {
    Listener listener = listen(bo, session);

    client
        .post()
        .uri("/v1/auth/sign-out-everywhere")
        .headers(h -> h.setBearerAuth(token(bo, session)))
        .exchange()
        .expectStatus()
        .isOk();

    listener.awaitClose(OVER);
  }

  @Test
  void aSessionThatEndsElsewhereClosesItsStreamsAndNoOthers() {
    try (Listener other = listen(bo, Ids.random());
        Listener anothers = listen(Ids.random(), Ids.random())) {
      Listener phone = listen(bo, session);
      Listener tab = listen(bo, session);

      ended.on(
          new SessionEnded(
              new AccountId(bo), new SessionId(session), SessionEnd.SIGNED_OUT, Instant.now()));

      phone.awaitClose(OVER);
      tab.awaitClose(OVER);
      hearing(other);
      hearing(anothers);
    }
  }

  @Test
  void serverSentEventsEndLikewise() {
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.SUBMITTED, null));
    Flux<String> events =
        client
            .get()
            .uri("/v1/orders/order-1/stream")
            .headers(h -> h.setBearerAuth(token(ADA.value(), session)))
            .accept(MediaType.TEXT_EVENT_STREAM)
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(String.class)
            .getResponseBody();

    StepVerifier.create(events.filter(event -> event.contains("Snapshot")))
        .expectNextCount(1)
        .then(() ->
            ended.on(
                new AllSessionsEnded(
                    new AccountId(ADA.value()),
                    List.of(new SessionId(session)),
                    SessionEnd.PASSWORD_CHANGED,
                    Instant.now())))
        .expectComplete()
        .verify(Duration.ofSeconds(10));
  }

  @Test
  void aRevokedKeyIsGoodForNothingAndItsStreamCloses() {
    String key = key();
    Listener till = hearing(Listener.connectBy(port, "ApiKey " + key, JSON));

    ended.on(new ApiKeyRevoked(new ApiKeyId(key.substring(6, 22)), NOON));

    till.awaitClose(OVER);
    expectProblem(byKey(key), 401, "key-invalid");
  }

  @Test
  void aSuspendedAccountsKeysRestUntilItIsResumed() {
    String key = key();
    Listener till = hearing(Listener.connectBy(port, "ApiKey " + key, JSON));
    byKey(key).expectStatus().isOk();

    ended.on(new AccountSuspended(new AccountId(bo), "fraud", Instant.now()));

    till.awaitClose(OVER);
    expectProblem(byKey(key), 401, "key-invalid");
    ended.on(new AccountResumed(new AccountId(bo), Instant.now()));
    byKey(key).expectStatus().isOk();
  }

  @Test
  void aKeyWhoseOwnersAccountIsNotGoodIsNotEither() {
    String key = key();
    IssueApiKey issued = (IssueApiKey) engine.commands().getFirst();
    engine.answer(GetApiKey.class, _ -> view(issued));
    engine.answer(GetAccount.class, q -> account(q.accountId(), Standing.SUSPENDED));

    await().until(() -> statusOf(key) == 401);
    engine.answer(GetAccount.class, q -> account(q.accountId(), Standing.OPEN));
    await().until(() -> statusOf(key) == 200);
  }

  private int statusOf(String key) {
    return byKey(key).expectBody().returnResult().getStatus().value();
  }

  @Test
  void whoIsForgottenIsNoLongerServedOnAnyStream() {
    try (Listener another = listen(Ids.random(), Ids.random())) {
      Listener one = listen(bo, session);
      Listener other = hearing(Listener.connect(port, token(Role.CUSTOMER, bo), JSON));
      var actor = new Actor(Role.CUSTOMER, bo);

      ended.on(new PersonForgotten(PersonId.of(actor), actor, Ground.OWN_REQUEST, NOON));

      one.awaitClose(OVER);
      other.awaitClose(OVER);
      hearing(another);
    }
  }

  @Test
  void whatWasOverBeforeItIsWatchedIsToldAtOnce() {
    ended.end(new SessionId(session));
    var told = new AtomicInteger();
    var grant = new Grant(Set.of(), Scope.OWN, session, null, Instant.MAX);
    var caller =
        new Caller(
            new Actor(Role.CUSTOMER, bo),
            grant,
            new PersonId("customer.bo"),
            "request",
            "",
            null,
            null);

    ended.watch(caller, told::incrementAndGet).dispose();

    assertThat(told).hasValue(1);
  }

  private String key() {
    String body =
        "{\"label\":\"till\",\"permissions\":[\"orders:read\"],\"scope\":\"merchant:noodle-bar\",";
    byte[] answer =
        post(Role.ADMIN, "root", "/v1/developer/keys", body + "\"owner\":\"developer:" + bo + "\"}")
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return JsonMapper.shared().readTree(answer).path("key").asString();
  }

  private static ApiKeyView view(IssueApiKey c) {
    return new ApiKeyView(
        c.keyId(),
        c.owner(),
        c.label(),
        List.of(Permission.ORDERS_READ),
        c.scope(),
        c.secretHash(),
        NOON,
        c.expiresAt(),
        null);
  }

  private static AccountView account(AccountId id, Standing standing) {
    var person = PersonId.of(id.as(Role.DEVELOPER));
    return new AccountView(
        id,
        Role.DEVELOPER,
        Scope.OWN,
        new EmailKey("ab".repeat(32)),
        Personal.forgotten(person),
        Personal.forgotten(person),
        1,
        standing,
        true,
        false,
        List.of(),
        NOON,
        NOON);
  }
}
