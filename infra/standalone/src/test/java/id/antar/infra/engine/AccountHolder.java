package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Answer;
import id.antar.infra.engine.Api.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Somebody with an e-mail and a password, who reads their mails where development keeps them.
final class AccountHolder {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Caller nobody;
  private final Path mails;
  private final String email;
  private final String password;

  AccountHolder(Api api, Path work, String email, String password) {
    this.nobody = api.holderOf("");
    this.mails = work.resolve("mail");
    this.email = email;
    this.password = password;
  }

  void signUp(String name, String phone) {
    nobody
        .post(
            "/v1/auth/sign-up",
            """
            {"role":"customer","email":"%s","password":"%s","name":"%s","phone":"%s"}\
            """
                .formatted(email, password, name, phone))
        .ok();
    String token = await().atMost(PATIENCE).until(this::confirmation, it -> !it.isEmpty());
    nobody
        .post(
            "/v1/auth/email-confirmation",
            "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password))
        .ok();
  }

  private String confirmation() {
    var token = Pattern.compile("mail\\.email_confirmation\\.[A-Za-z0-9.-]+");
    return mails().stream()
        .flatMap(mail -> token.matcher(mail).results())
        .map(MatchResult::group)
        .findFirst()
        .orElse("");
  }

  /// All that were sent to this e-mail.
  List<String> mails() {
    try (Stream<Path> files = Files.walk(mails)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(AccountHolder::read)
          .filter(mail -> mail.contains("To: " + email))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path mail) {
    try {
      return Files.readString(mail).replace("=\r\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The view of what was confirmed is a moment behind.
  JsonNode signIn() {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::tryToSignIn, answer -> answer.status() == 200)
        .json();
  }

  Answer tryToSignIn() {
    return tryToSignIn(email);
  }

  Answer tryToSignIn(String as) {
    return nobody.post(
        "/v1/auth/sign-in", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(as, password));
  }

  Answer refresh(JsonNode signedIn) {
    String token = signedIn.path("refreshToken").asString();
    return nobody.post("/v1/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
  }

  void askForAReset() {
    int before = mails().size();
    nobody.post("/v1/auth/password-reset", "{\"email\":\"" + email + "\"}").ok();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails()).hasSizeGreaterThan(before));
  }
}
