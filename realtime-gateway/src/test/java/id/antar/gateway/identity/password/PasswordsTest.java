package id.antar.gateway.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.gateway.edge.problem.ProblemException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class PasswordsTest {

  private static final String GOOD = "mango tower 7 river";
  private static final PasswordHashing USUAL = new PasswordHashing(19_456, 2, 1, 1, 4);

  private final Scheduler threads = Schedulers.newBoundedElastic(1, 4, "hashing");
  private final Passwords passwords = new Passwords(USUAL, threads);

  @AfterEach
  void stop() {
    threads.dispose();
  }

  private static Mailbox mailbox(String email) {
    return new Mailbox(email, Language.EN);
  }

  private String hash(Passwords by) {
    return String.valueOf(by.hash(GOOD).block());
  }

  @Test
  void aPasswordFitsItsHashAndNoOther() {
    String hash = hash(passwords);

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches(GOOD, hash).block()).isTrue();
    assertThat(passwords.matches(GOOD + "!", hash).block()).isFalse();
    assertThat(passwords.matches(GOOD, null).block()).isFalse();
    assertThat(hash(passwords)).isNotEqualTo(hash);
  }

  @Test
  void aHashThatWasCheaperIsOutdatedAndStillFits() {
    String hash = hash(passwords);
    var dearer = new Passwords(new PasswordHashing(20_480, 3, 1, 1, 4), threads);

    assertThat(passwords.isOutdated(hash)).isFalse();
    assertThat(dearer.isOutdated(hash)).isTrue();
    assertThat(dearer.matches(GOOD, hash).block()).isTrue();
  }

  @Test
  void lessThanIsAdvisedIsNotPossible() {
    assertThatThrownBy(() -> new PasswordHashing(1_024, 2, 1, 1, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBurstIsToldToComeAgainAndNobodyElseWaits() {
    var answers =
        Flux.merge(
                IntStream.range(0, 30)
                    .mapToObj(_ ->
                        passwords
                            .hash(GOOD)
                            .map(_ -> "hashed")
                            .onErrorResume(
                                ProblemException.class, e -> Mono.just(e.problem().code())))
                    .toList())
            .collectList()
            .block();

    assertThat(answers).contains("hashed", "too-many-sign-ins").hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "1234567890",
        "qwertyuiop",
        "password123",
        "P@ssw0rd2024!",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "Bismillah123",
        "passwordpassword",
        "katasandi123",
        "0987654321",
        "Indonesia1945",
        "xx ada.lovelace xx",
        "ada.lovelace@example.com"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThatThrownBy(
            () -> Passwords.require("password", password, mailbox("ada.lovelace@example.com")))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "Kucing-oren di atap 9",
        "x9!Lr0_pQz",
        "пароль для курьера",
        "correct horse battery"
      })
  void anythingElseIsFine(String password) {
    assertThatCode(() -> Passwords.require("password", password, mailbox("ada@example.com")))
        .doesNotThrowAnyException();
  }

  @Test
  void itIsNotTooLong() {
    assertThatThrownBy(() -> Passwords.require("password", "ab1 ".repeat(33)))
        .isInstanceOf(ProblemException.class);
  }
}
