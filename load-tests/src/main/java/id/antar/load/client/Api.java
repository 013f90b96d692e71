package id.antar.load.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The engine's HTTP interface as a patient client uses it: what fails because the engine is gone,
/// overloaded or broken is sent again, with the same idempotency key, until there is an answer; to
/// the next gateway, if there is one.
public final class Api {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MOST_TRIES = 40;
  private static final int MOST_SERVER_ERRORS = 5;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final long TOKEN_SECONDS = 12 * 3600;

  private final Door door;
  private final Tokens tokens;
  private final EngineGate gate;
  private final Latencies latencies;
  private final Incidents incidents;
  private final Unrest unrest;
  private final Actor admin = new Actor("admin", "admin");
  private final Accounts accounts = new Accounts(this);
  private final LongAdder retries = new LongAdder();
  private final LongAdder givenUp = new LongAdder();

  public Api(Door door, Tokens tokens, EngineGate gate, Latencies latencies, Incidents incidents) {
    this(door, tokens, gate, latencies, incidents, new Unrest());
  }

  public Api(
      Door door,
      Tokens tokens,
      EngineGate gate,
      Latencies latencies,
      Incidents incidents,
      Unrest unrest) {
    this.door = door;
    this.tokens = tokens;
    this.gate = gate;
    this.latencies = latencies;
    this.incidents = incidents;
    this.unrest = unrest;
  }

  /// Of those who have an account.
  public Accounts accounts() {
    return accounts;
  }

  /// How many calls had to be sent again, for whatever reason.
  public long retries() {
    return retries.sum();
  }

  /// How many calls were never answered, or only that it is not possible for now.
  public long givenUp() {
    return givenUp.sum();
  }

  public Unrest unrest() {
    return unrest;
  }

  /// The engine's answer, which may be a refusal.
  public Answer call(Request request) throws InterruptedException {
    return counted(answerTo(request));
  }

  /// As long as processes are struck, whoever knows the answer may be away for longer than one
  /// would ask otherwise.
  public Answer insist(Request request) throws InterruptedException {
    Answer answer = answerTo(request);
    while (answer.status() == UNAVAILABLE && unrest.isOn()) {
      answer = answerTo(request);
    }
    return counted(answer);
  }

  private Answer counted(Answer answer) {
    if (answer.status() >= SERVER_ERROR) {
      givenUp.increment();
    }
    return answer;
  }

  private Answer answerTo(Request request) throws InterruptedException {
    int outages = gate.outages();
    Answer serverError = null;
    int serverErrors = 0;
    Answer answer = null;
    int hops = 0;
    boolean renewed = request.actor() == Actor.NOBODY;
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      if (tries > 1) {
        retries.increment();
      }
      gate.awaitUp();
      String token = tokenOf(request.actor());
      Gateway gateway = door.pick(request.actor(), hops);
      try {
        answer = exchange(gateway, request, token);
      } catch (IOException e) {
        hops++;
        excuse(gateway, request, e);
        pause(hops % door.size() == 0 ? tries : 1, null);
        continue;
      }
      if (answer.status() == 401 && !renewed) {
        renewed = true;
        request.actor().dropToken(token);
        continue;
      }
      if (answer.status() >= SERVER_ERROR && answer.status() != UNAVAILABLE) {
        serverError = answer;
        serverErrors++;
      }
      if (!isWorthAnotherTry(answer) || serverErrors == MOST_SERVER_ERRORS) {
        break;
      }
      if (answer.status() == UNAVAILABLE) {
        hops++;
      }
      boolean elsewhere = answer.status() == UNAVAILABLE && hops % door.size() != 0;
      pause(elsewhere ? 1 : tries, elsewhere ? null : answer.retryAfter());
    }
    if (serverError != null && gate.outages() == outages) {
      incidents.report("server error: " + shape(request), request + " -> " + serverError);
    }
    if (answer == null) {
      givenUp.increment();
      throw new UncheckedIOException(new IOException("No answer to " + request));
    }
    return answer;
  }

  /// The answer to a call that nothing forbids.
  public Answer require(Request request) throws InterruptedException {
    Answer answer = call(request);
    if (!answer.ok()) {
      throw new IllegalStateException(request + " -> " + answer);
    }
    return answer;
  }

  /// The actor's token: from their session, or minted if there is none yet.
  public String tokenOf(Actor actor) throws InterruptedException {
    Account account = actor.account();
    if (account != null) {
      return accounts.tokenOf(account);
    }
    if (actor == Actor.NOBODY) {
      return "";
    }
    String token = actor.token();
    if (token != null) {
      return token;
    }
    token = actor == admin ? adminToken() : mint(actor);
    actor.hold(token);
    return token;
  }

  private String adminToken() {
    return tokens
        .find("admin")
        .orElseThrow(() -> new IllegalStateException("The token file holds no token for admin."));
  }

  private String mint(Actor actor) throws InterruptedException {
    var body =
        Map.of("role", actor.role(), "subject", actor.subject(), "ttlSeconds", TOKEN_SECONDS);
    String key = "token-" + actor.subject() + "-" + Long.toString(System.nanoTime(), 36);
    String shortKey = key.substring(Math.max(0, key.length() - 64));
    return require(Request.post(CallKind.TOKEN, admin, "/v1/auth/tokens", shortKey, body))
        .as(TokenView.class)
        .accessToken();
  }

  private Answer exchange(Gateway gateway, Request request, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(gateway.http(request.path()))
            .timeout(TIMEOUT)
            .header("Accept", "application/json, application/problem+json");
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    if (request.key() != null) {
      builder.header("Idempotency-Key", request.key());
    }
    if (request.body() != null) {
      builder.header("Content-Type", "application/json");
    }
    builder.method(
        request.method(),
        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
    long start = System.nanoTime();
    HttpResponse<String> response = door.client().send(builder.build(), BodyHandlers.ofString());
    latencies.record(request.kind(), System.nanoTime() - start);
    return new Answer(response.statusCode(), response.body(), retryAfter(response));
  }

  private static @Nullable Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  /// A connection may break at any time; only an engine that is there and silent is to blame.
  private void excuse(Gateway gateway, Request request, IOException e) {
    if (!(e instanceof HttpTimeoutException)) {
      gateway.shun();
    }
    boolean gone = gate.doubt();
    if (!gone && !unrest.isOn() && e instanceof HttpTimeoutException) {
      incidents.report("no answer in time: " + shape(request), request + " -> " + e);
    }
  }

  private static boolean isWorthAnotherTry(Answer answer) {
    return answer.status() >= SERVER_ERROR
        || answer.status() == 429
        || (answer.status() == 409 && answer.code().startsWith("idempotency-key-in"));
  }

  private static void pause(int tries, @Nullable Duration wanted) throws InterruptedException {
    long own = Math.min(3_000, 50L << Math.min(tries, 6));
    TimeUnit.MILLISECONDS.sleep(wanted == null ? own : Math.max(own, wanted.toMillis()));
  }

  /// The path without its ids: what all calls of this sort have in common.
  private static String shape(Request request) {
    String path = request.path().replaceAll("\\?.*", "");
    return request.method()
        + " "
        + path.replaceAll(
            "(?<=/(orders|merchants|couriers|customers|assignments|products|offers|payments|parts"
                + "|reviews|charges|refunds|accounts)/)[^/]+",
            "*");
  }

  private record TokenView(String accessToken) {}
}
