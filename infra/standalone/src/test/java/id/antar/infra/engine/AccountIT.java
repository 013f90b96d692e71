package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.antar.infra.cli.AccountsTool;
import id.antar.infra.engine.Api.Answer;
import id.antar.infra.startup.EngineStart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Accounts' lives on one whole engine, with a real mail server and a restart in between.
@TestInstance(Lifecycle.PER_CLASS)
class AccountIT {
  private static final String NAME = "account-engine";
  private static final String EMAIL = "ada@example.com";
  private static final String STAFF = "olga@example.com";
  private static final String PASSWORD = "mango tower 7 river";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern TOKEN = Pattern.compile("mail\\.[a-z_]+\\.[A-Za-z0-9.-]+");

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
  private ConfigurableApplicationContext engine;

  private final Clock clockBefore = GenericEventMessage.clock;

  @BeforeAll
  void start() {
    mails.start();
    TestEngine.clear(NAME);
    engine = run();
  }

  /// Axon has one clock for all engines of a process, the last one's.
  @AfterAll
  void stop() {
    engine.close();
    mails.stop();
    GenericEventMessage.clock = clockBefore;
  }

  private ConfigurableApplicationContext run() {
    List<String> options = new ArrayList<>(TestEngine.options(NAME, 1));
    options.add(TestEngine.WITHOUT_SEARCH);
    options.add("--antar.mail.host=localhost");
    options.add("--antar.mail.port=" + mails.getSmtp().getPort());
    options.add("--antar.mail.security=none");
    // The mail server runs in this process and tells everything.
    options.add("--logging.level.com.icegreen=off");
    return EngineStart.application().run(options.toArray(String[]::new));
  }

  private Api api() {
    String port = engine.getEnvironment().getProperty("local.server.port");
    return new Api("http://localhost:" + port, TestEngine.tokens(NAME));
  }

  private Api.Caller as(String token) {
    return api().holderOf(token);
  }

  private Answer post(String path, String body) {
    return as("").post(path, body);
  }

  private Answer signIn(String code) {
    return signIn(EMAIL, code);
  }

  private Answer signIn(String email, String code) {
    String second = code.isEmpty() ? "" : ",\"code\":\"" + code + "\"";
    return post(
        "/v1/auth/sign-in",
        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"" + second + "}");
  }

  private Answer confirm(String token, String password) {
    String body = "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}";
    return post("/v1/auth/email-confirmation", body);
  }

  private Answer refresh(String token) {
    return post("/v1/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
  }

  private String tokenOfMail(String purpose, String email) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                Arrays.stream(mails.getReceivedMessages())
                    .filter(mail -> isTo(mail, email))
                    .map(AccountIT::token)
                    .filter(token -> token.startsWith("mail." + purpose))
                    .findFirst()
                    .orElse(""),
            token -> !token.isEmpty());
  }

  private static boolean isTo(MimeMessage mail, String email) {
    try {
      return mail.getAllRecipients()[0].toString().equals(email);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(MimeMessage mail) {
    Matcher found = TOKEN.matcher(GreenMailUtil.getBody(mail).replace("=\r\n", ""));
    return found.find() ? found.group() : "";
  }

  private static String text(JsonNode answer, String field) {
    return Objects.requireNonNull(answer.path(field).asString());
  }

  @Test
  void anAccountFromItsSignUpToItsLastSignOut() throws Exception {
    post(
            "/v1/auth/sign-up",
            """
            {"role":"customer","email":"%s","password":"%s","name":"Ada","phone":"+377 555"}
            """
                .formatted(EMAIL, PASSWORD))
        .ok();
    String confirmation = tokenOfMail("email_confirmation", EMAIL);
    assertThat(signIn("").status()).isEqualTo(401);
    assertThat(confirm(confirmation, "not her password").status()).isEqualTo(401);
    confirm(confirmation, PASSWORD).ok();

    JsonNode first = signInSoon(EMAIL);
    Api.Caller ada = as(text(first, "accessToken"));
    assertThat(ada.get("/v1/customers/" + text(first, "subject")).ok().path("name").asString())
        .isEqualTo("Ada");
    byte[] secret = enableSecondFactor(ada, "{\"password\":\"" + PASSWORD + "\"}");
    assertThat(signIn("").json().path("code").asString()).isEqualTo("second-factor-required");
    JsonNode second = signIn(code(secret, 1)).ok();
    assertThat(as(text(second, "accessToken")).get("/v1/me/export").body())
        .contains("SecondFactorProposed", EMAIL)
        .doesNotContain("argon2id", "passwordHash", "\"secret\"", "recoveryHashes");
    assertThat(signIn(code(secret, 1)).json().path("code").asString())
        .isEqualTo("second-factor-invalid");

    engine.close();
    engine = run();
    JsonNode refreshed = refresh(text(second, "refreshToken")).ok();
    assertThat(refresh(text(second, "refreshToken")).ok().path("refreshToken").asString())
        .as("a lost answer")
        .isEqualTo(text(refreshed, "refreshToken"));
    JsonNode again = refresh(text(refreshed, "refreshToken")).ok();
    Answer reused = refresh(text(second, "refreshToken"));
    assertThat(reused.json().path("code").asString()).isEqualTo("refresh-token-reused");
    assertThat(refresh(text(again, "refreshToken")).status()).isEqualTo(401);
    assertThat(as(text(again, "accessToken")).get("/v1/auth/sessions").status()).isEqualTo(401);

    JsonNode left = refresh(text(first, "refreshToken")).ok();
    awaitEndedSessions(as(text(left, "accessToken")));
    as(text(left, "accessToken")).post("/v1/auth/sign-out-everywhere", "").ok();
    assertThat(refresh(text(left, "refreshToken")).status()).isEqualTo(401);
    assertThat(as(text(left, "accessToken")).get("/v1/auth/sessions").status()).isEqualTo(401);
    nothingIsInTheLog();
  }

  /// A token of the second in which an engine starts is not trusted before it knows which sessions
  /// have ended.
  private static void awaitEndedSessions(Api.Caller caller) {
    await().until(() -> caller.get("/v1/auth/sessions").status() != 503);
  }

  @Test
  void theFirstAdminIsInvitedByWhoeverRunsTheEngine() {
    String work = "--antar.work=" + TestEngine.work(NAME);
    assertThat(AccountsTool.run("accounts", "invite-admin", "boss@example.com", work)).isZero();
    String invitation = tokenOfMail("invitation", "boss@example.com");
    post(
            "/v1/auth/invitations/accept",
            "{\"token\":\"" + invitation + "\",\"password\":\"" + PASSWORD + "\"}")
        .ok();

    assertThat(text(signInSoon("boss@example.com"), "role")).isEqualTo("admin");
    assertThat(AccountsTool.run("accounts", "invite-admin", "nobody", work)).isEqualTo(2);
    assertThat(AccountsTool.run("accounts", "invite-admin", "boss@example.com", work)).isOne();
    assertThat(api().as("admin", "root").get("/v1/audit?actor=admin:console").body())
        .contains("InvitationSent");
  }

  @Test
  void somebodyIsInvitedToWorkHere() throws Exception {
    api()
        .as("admin", "root")
        .post("/v1/auth/invitations", "{\"email\":\"" + STAFF + "\",\"role\":\"analyst\"}")
        .ok();
    String invitation = tokenOfMail("invitation", STAFF);
    String accepted = "{\"token\":\"" + invitation + "\",\"password\":\"" + PASSWORD + "\"}";
    post("/v1/auth/invitations/accept", accepted).ok();
    assertThat(post("/v1/auth/invitations/accept", accepted).status()).isEqualTo(422);

    JsonNode first = signInSoon(STAFF);
    assertThat(first.path("mustEnrol").asBoolean()).isTrue();
    byte[] secret = enableSecondFactor(as(text(first, "accessToken")), "{}");

    JsonNode second = signIn(STAFF, code(secret, 1)).ok();
    assertThat(text(second, "role")).isEqualTo("analyst");
    as(text(second, "accessToken")).get("/v1/orders").ok();
    assertThat(signIn("root@example.com", "").status()).isEqualTo(401);
  }

  /// The view of what was confirmed is a moment behind; the account is not.
  private JsonNode signInSoon(String email) {
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> signIn(email, ""), answer -> answer.status() == 200)
        .json();
  }

  private static byte[] enableSecondFactor(Api.Caller ada, String shown) throws Exception {
    JsonNode proposed = ada.post("/v1/auth/second-factor", shown).ok();
    byte[] secret = decode(text(proposed, "secret"));
    JsonNode codes =
        ada.post("/v1/auth/second-factor/confirm", "{\"code\":\"" + code(secret, 0) + "\"}").ok();
    assertThat(codes.path("recoveryCodes").size()).isEqualTo(10);
    return secret;
  }

  /// @param ahead in steps of half a minute
  private static String code(byte[] secret, int ahead) throws Exception {
    long step = Clock.systemUTC().instant().getEpochSecond() / 30 + ahead;
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret, "HmacSHA1"));
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int value = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
    return "%06d".formatted(value % 1_000_000);
  }

  private static byte[] decode(String base32) {
    var bits = new StringBuilder();
    for (char digit : base32.toCharArray()) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digit);
      bits.append(Integer.toBinaryString(32 + value).substring(1));
    }
    var bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }

  private static void nothingIsInTheLog() {
    assertThat(TestEngine.work(NAME).resolve("logs/antar.log"))
        .content()
        .doesNotContain(EMAIL, PASSWORD, "argon2id", "mail.email_confirmation")
        .doesNotContainPattern("rt\\.[0-9a-f-]{36}\\.");
  }
}
