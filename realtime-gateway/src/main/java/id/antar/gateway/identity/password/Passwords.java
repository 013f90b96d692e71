package id.antar.gateway.identity.password;

import id.antar.api.account.Mailbox;
import id.antar.gateway.edge.problem.Problem;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Passwords are hashed with Argon2id on threads of their own, a few at a time: it costs processor
/// time and memory on purpose, and nobody else's request must wait for it. When too many come at
/// once, the rest are told to come again.
public final class Passwords {

  static final int SHORTEST = 10;
  static final int LONGEST = 128;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2PasswordEncoder argon;
  private final Scheduler threads;

  /// What an account that does not exist is compared with, so that the answer takes as long.
  private final String nobodys;

  Passwords(PasswordHashing price, Scheduler threads) {
    this.argon =
        new Argon2PasswordEncoder(
            SALT_BYTES, HASH_BYTES, price.parallelism(), price.memoryKib(), price.iterations());
    this.threads = threads;
    this.nobodys = encode(random());
  }

  private String encode(String clear) {
    return Objects.requireNonNull(argon.encode(clear));
  }

  private static String random() {
    var bytes = new byte[HASH_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public Mono<String> hash(String password) {
    return apart(() -> encode(normalised(password)));
  }

  /// @param hash absent if there is no account, which takes as long and is never true
  public Mono<Boolean> matches(String password, @Nullable String hash) {
    return apart(
        () -> argon.matches(normalised(password), hash == null ? nobodys : hash) && hash != null);
  }

  /// Whether it was hashed for less than is asked now.
  public boolean isOutdated(String hash) {
    return argon.upgradeEncoding(hash);
  }

  /// Throws the problem that a password is.
  public static void require(String field, String password) {
    String clear = normalised(password);
    int length = clear.codePointCount(0, clear.length());
    if (length < SHORTEST || length > LONGEST) {
      String message = field + " is not " + SHORTEST + " to " + LONGEST + " characters long.";
      throw Problem.invalid("invalid-password", field, message).asException();
    }
    if (CommonPasswords.contains(clear)) {
      throw weak(field, " is one of those that are tried first.");
    }
  }

  /// @param mailbox whose password it is to be
  public static void require(String field, String password, Mailbox mailbox) {
    require(field, password);
    String lower = normalised(password).toLowerCase(Locale.ROOT);
    String email = mailbox.email().toLowerCase(Locale.ROOT);
    String local = email.replaceFirst("@.*", "");
    if (lower.contains(email) || (local.length() > 3 && lower.contains(local))) {
      throw weak(field, " contains the e-mail.");
    }
  }

  private static RuntimeException weak(String field, String what) {
    return Problem.invalid("weak-password", field, field + what).asException();
  }

  /// What looks the same is the same, whatever keyboard it comes from. What is far too long is not
  /// looked at.
  private static String normalised(String password) {
    return password.length() > 4 * LONGEST
        ? password.substring(0, 4 * LONGEST)
        : Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> Mono<T> apart(Callable<T> hashing) {
    return Mono.fromCallable(hashing)
        .subscribeOn(threads)
        .onErrorMap(RejectedExecutionException.class, _ -> tooMany());
  }

  private static Throwable tooMany() {
    return Problem.of(503, "too-many-sign-ins", "Too many people sign in at once.")
        .retryAfter(Duration.ofSeconds(2))
        .asException();
  }
}
