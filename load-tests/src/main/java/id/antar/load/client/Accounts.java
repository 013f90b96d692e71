package id.antar.load.client;

import id.antar.load.client.Account.Grant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Signs people up, in and out, and keeps their tokens fresh.
public final class Accounts {

  /// The share of its life for which an access token is used.
  private static final double USED_FOR = 0.8;

  /// An engine's views trail a confirmation by moments.
  private static final int MOST_SIGN_INS = 12;

  private static final long SIGN_IN_PAUSE_MILLIS = 300;

  private final Api api;
  private final LongAdder signUps = new LongAdder();
  private final LongAdder confirmations = new LongAdder();
  private final LongAdder signIns = new LongAdder();
  private final LongAdder refreshes = new LongAdder();
  private final LongAdder signOuts = new LongAdder();

  /// What was done so far.
  public record Counts(
      long signUps, long confirmations, long signIns, long refreshes, long signOuts) {}

  private record SignedIn(
      String subject,
      String accessToken,
      @Nullable String refreshToken,
      @Nullable String deviceToken,
      long expiresIn) {}

  Accounts(Api api) {
    this.api = api;
  }

  public Counts counts() {
    return new Counts(
        signUps.sum(), confirmations.sum(), signIns.sum(), refreshes.sum(), signOuts.sum());
  }

  /// @param form what the role's record needs: name, phone and so on
  public void signUp(Account account, String role, String language, Map<String, Object> form)
      throws InterruptedException {
    Map<String, Object> body = new HashMap<>(form);
    body.put("role", role);
    body.put("language", language);
    body.put("email", account.email());
    body.put("password", account.password());
    var _ = require("sign-up", body);
    signUps.increment();
  }

  /// @param token from the mail
  public void confirm(Account account, String token) throws InterruptedException {
    var _ = require("email-confirmation", Map.of("token", token, "password", account.password()));
    confirmations.increment();
  }

  /// The first sign-in, by which somebody learns who they are.
  public Actor enter(Account account, String role) throws InterruptedException {
    var _ = tokenOf(account);
    Grant grant = account.grant();
    if (grant == null) {
      throw new IllegalStateException("Somebody else has signed " + account + " out.");
    }
    return Actor.member(role, grant.subject(), account);
  }

  /// Ends the session. Whoever needs a token after that signs in again.
  public void signOut(Account account) throws InterruptedException {
    account.lock().lockInterruptibly();
    try {
      Grant grant = account.grant();
      if (grant != null) {
        var _ = require("sign-out", Map.of("refreshToken", grant.refreshToken()));
        account.forget();
        signOuts.increment();
      }
    } finally {
      account.lock().unlock();
    }
  }

  String tokenOf(Account account) throws InterruptedException {
    Grant held = account.grant();
    if (held != null && !held.isStale()) {
      return held.accessToken();
    }
    account.lock().lockInterruptibly();
    try {
      Grant grant = account.grant();
      if (grant == null || grant.isStale()) {
        grant = grant == null ? signIn(account) : refresh(account, grant);
        account.hold(grant);
      }
      return grant.accessToken();
    } finally {
      account.lock().unlock();
    }
  }

  /// A session that is over, for whatever reason, takes another sign-in.
  private Grant refresh(Account account, Grant grant) throws InterruptedException {
    Map<String, Object> body = Map.of("refreshToken", grant.refreshToken());
    Answer answer = post("refresh", body);
    if (answer.status() == 401) {
      return signIn(account);
    }
    refreshes.increment();
    return grantOf(required("refresh", answer));
  }

  private Grant signIn(Account account) throws InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("email", account.email());
    body.put("password", account.password());
    if (account.deviceToken() != null) {
      body.put("deviceToken", account.deviceToken());
    }
    Answer answer = post("sign-in", body);
    for (int i = 1; i < MOST_SIGN_INS && answer.isProblem("invalid-credentials"); i++) {
      TimeUnit.MILLISECONDS.sleep(SIGN_IN_PAUSE_MILLIS);
      answer = post("sign-in", body);
    }
    Grant grant = grantOf(required("sign-in", answer));
    signIns.increment();
    return grant;
  }

  private static Grant grantOf(Answer answer) {
    SignedIn given = answer.as(SignedIn.class);
    if (given.refreshToken() == null) {
      throw new IllegalStateException("Signed in without a refresh token.");
    }
    long used = (long) (given.expiresIn() * USED_FOR * 1e9);
    return new Grant(
        given.subject(),
        given.accessToken(),
        given.refreshToken(),
        given.deviceToken(),
        System.nanoTime() + used);
  }

  private Answer require(String route, Map<String, Object> body) throws InterruptedException {
    return required(route, post(route, body));
  }

  /// Never says what was sent: it is secret.
  private static Answer required(String route, Answer answer) {
    if (!answer.ok()) {
      throw new IllegalStateException("/v1/auth/" + route + " -> " + answer);
    }
    return answer;
  }

  private Answer post(String route, Map<String, Object> body) throws InterruptedException {
    String path = "/v1/auth/" + route;
    return api.call(
        new Request(CallKind.SIGN_IN, Actor.NOBODY, "POST", path, null, Json.write(body)));
  }
}
