package id.antar.load.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Against a small server that hands out tokens and knows which of them it likes.
@Timeout(60)
class AccountsTest {

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final Account account = new Account("ada@town.example", "mango tower 7 river");
  private Api api;
  private volatile int expiresIn = 600;
  private volatile int refreshStatus = 200;
  private volatile String disliked = "";
  private final AtomicInteger wrongPasswords = new AtomicInteger();
  private int grants;

  AccountsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start(@TempDir Path folder) {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    Door door = new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    EngineGate gate =
        new EngineGate(() -> true, new NoWatcher(), Duration.ofSeconds(5), Duration.ofMillis(20));
    api = new Api(door, new Tokens(folder.resolve("none")), gate, new Latencies(), new Incidents());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whoSignsUpConfirmsAndSignsInIsWhomTheEngineSays() throws Exception {
    api.accounts().signUp(account, "customer", "en", Map.of("name", "Ada"));
    api.accounts().confirm(account, "mail.email_confirmation.ada");
    Actor ada = api.accounts().enter(account, "customer");

    assertThat(ada).hasToString("customer:ada-1");
    assertThat(heard)
        .containsExactly("auth/sign-up -", "auth/email-confirmation -", "auth/sign-in -");
    assertThat(api.accounts().counts()).isEqualTo(new Accounts.Counts(1, 1, 1, 0, 0));
  }

  @Test
  void aTokenIsUsedWhileItIsFresh() throws Exception {
    Actor ada = enter();

    read(ada);
    read(ada);

    assertThat(heard).containsExactly("orders Bearer access-1", "orders Bearer access-1");
  }

  @Test
  void aTokenIsRefreshedBeforeItsEnd() throws Exception {
    expiresIn = 0;
    Actor ada = enter();
    expiresIn = 600;

    read(ada);

    assertThat(heard).containsExactly("auth/refresh -", "orders Bearer access-2");
  }

  @Test
  void aTokenThatIsRefusedIsRefreshedAndTheCallSentAgain() throws Exception {
    Actor ada = enter();
    disliked = "Bearer access-1";

    assertThat(read(ada).ok()).isTrue();

    assertThat(heard)
        .containsExactly("orders Bearer access-1", "auth/refresh -", "orders Bearer access-2");
    assertThat(api.accounts().counts().refreshes()).isEqualTo(1);
  }

  @Test
  void whoseSessionIsOverSignsInAgain() throws Exception {
    Actor ada = enter();
    disliked = "Bearer access-1";
    refreshStatus = 401;

    assertThat(read(ada).ok()).isTrue();

    assertThat(heard)
        .containsExactly(
            "orders Bearer access-1", "auth/refresh -", "auth/sign-in -", "orders Bearer access-2");
  }

  @Test
  void whoSignsOutSignsInForTheNextCall() throws Exception {
    Actor ada = enter();

    api.accounts().signOut(account);
    api.accounts().signOut(account);
    read(ada);

    assertThat(heard)
        .containsExactly("auth/sign-out -", "auth/sign-in -", "orders Bearer access-2");
    assertThat(api.accounts().counts().signOuts()).isEqualTo(1);
  }

  @Test
  void viewsThatTrailAConfirmationAreWaitedFor() throws Exception {
    wrongPasswords.set(2);

    assertThat(enter().subject()).isEqualTo("ada-1");

    assertThat(api.accounts().counts().signIns()).isEqualTo(1);
  }

  private Actor enter() throws InterruptedException {
    Actor ada = api.accounts().enter(account, "customer");
    heard.clear();
    return ada;
  }

  private Answer read(Actor ada) throws InterruptedException {
    return api.call(Request.get(CallKind.LIST, ada, "/v1/orders"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String route = exchange.getRequestURI().getPath().substring("/v1/".length());
    exchange.getRequestBody().readAllBytes();
    heard.add(route + " " + (authorization == null ? "-" : authorization));
    switch (route) {
      case "auth/sign-in" -> {
        if (wrongPasswords.getAndDecrement() > 0) {
          reply(exchange, 401, "{\"code\":\"invalid-credentials\"}");
        } else {
          reply(exchange, 200, grant());
        }
      }
      case "auth/refresh" -> reply(exchange, refreshStatus, refreshStatus == 200 ? grant() : "{}");
      case "orders" -> reply(exchange, disliked.equals(authorization) ? 401 : 200, "{}");
      default -> reply(exchange, 202, "{\"accepted\":true}");
    }
  }

  private synchronized String grant() {
    grants++;
    return """
    {"subject":"ada-1","accessToken":"access-%d","refreshToken":"rt.%d","expiresIn":%d}
    """
        .formatted(grants, grants, expiresIn);
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static final class NoWatcher implements EngineGate.Watcher {
    @Override
    public void gone() {}

    @Override
    public void back() {}

    @Override
    public void lost() {}
  }
}
