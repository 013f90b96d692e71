package id.antar.gateway.identity.account;

import id.antar.api.account.AccountCommand.OpenSession;
import id.antar.api.account.AccountCommand.RehashPassword;
import id.antar.api.account.AccountCommand.ReportSignInFailure;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.EmailKey;
import id.antar.api.account.SessionId;
import id.antar.api.message.Ids;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.password.Passwords;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// From an e-mail and a password to a session.
///
/// The view finds the account and its password's hash; the account itself decides whether that is
/// still its password. Whatever is wrong, it takes as long and is answered alike.
final class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final AccountProperties limits;
  private final SignInMeters meters;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      SignInThrottle throttle,
      AccountProperties limits,
      SignInMeters meters) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.limits = limits;
    this.meters = meters;
  }

  /// What was shown.
  ///
  /// @param device absent for one that has not signed in before
  record Shown(
      EmailKey email,
      String password,
      @Nullable String code,
      Optional<String> device,
      Source source) {
    @Override
    public String toString() {
      return "Shown[]";
    }
  }

  sealed interface Outcome {
    AccountView account();
  }

  record Opened(AccountView account, RefreshToken token) implements Outcome {}

  /// A second factor is needed, and there is none.
  record MustEnrol(AccountView account) implements Outcome {}

  Mono<Outcome> by(Shown shown, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> throttle.admit(shown.email(), shown.source()))
        .flatMap(attempt ->
            accounts
                .find(shown.email())
                .flatMap(found -> check(shown, found, exchange))
                .doOnError(
                    failure -> !SignInThrottle.isGuess(failure), _ -> throttle.withdraw(attempt)))
        .doOnSuccess(meters::count)
        .doOnError(meters::count);
  }

  private Mono<Outcome> check(
      Shown shown, Optional<AccountView> found, ServerWebExchange exchange) {
    @Nullable String hash =
        found
            .filter(account -> account.standing() == Standing.OPEN)
            .flatMap(account -> account.passwordHash().find())
            .orElse(null);
    return passwords
        .matches(shown.password(), hash)
        .flatMap(fits ->
            fits && hash != null
                ? open(shown, found.orElseThrow(), hash, exchange)
                : refuse(found, exchange));
  }

  private Mono<Outcome> refuse(Optional<AccountView> found, ServerWebExchange exchange) {
    found.ifPresent(account -> {
      Caller caller = accounts.stranger(exchange);
      accounts.sendLater(
          accounts.send(
              new ReportSignInFailure(account.accountId(), Accounts.origin(caller), accounts.now()),
              caller));
    });
    return Mono.error(Problem.of(new InvalidCredentials()).asException());
  }

  private Mono<Outcome> open(
      Shown shown, AccountView account, String hash, ServerWebExchange exchange) {
    Caller caller = accounts.caller(exchange, Accounts.owner(account));
    RefreshToken token = RefreshToken.first(account.accountId(), new SessionId(Ids.random()));
    return accounts
        .send(command(shown, account, token, caller), caller, new InvalidCredentials())
        .doOnSuccess(_ -> rehash(shown.password(), account, hash, caller))
        .<Outcome>thenReturn(new Opened(account, token))
        .onErrorResume(
            failure -> isCode(failure, "second-factor-missing"),
            _ -> Mono.just(new MustEnrol(account)))
        .doOnSuccess(_ -> throttle.succeeded(shown.email(), shown.source()))
        .doOnError(
            failure -> isCode(failure, "second-factor-required"),
            _ -> throttle.succeeded(shown.email(), shown.source()));
  }

  private OpenSession command(Shown shown, AccountView account, RefreshToken token, Caller caller) {
    Instant now = accounts.now();
    return new OpenSession(
        account.accountId(),
        account.passwordVersion(),
        shown.code(),
        shown.device().isPresent(),
        limits.confirmEmail(),
        token.sessionId(),
        Accounts.origin(caller),
        token.hash(),
        now.plus(limits.idle()),
        now.plus(limits.longest()),
        now);
  }

  /// The only moment at which the password is known.
  private void rehash(String password, AccountView account, String hash, Caller caller) {
    if (passwords.isOutdated(hash)) {
      PersonId person = PersonId.of(Accounts.owner(account));
      accounts.sendLater(
          passwords
              .hash(password)
              .flatMap(fresh ->
                  accounts.send(
                      new RehashPassword(
                          account.accountId(),
                          account.passwordVersion(),
                          Personal.of(person, fresh),
                          accounts.now()),
                      caller)));
    }
  }

  static boolean isCode(Throwable failure, String code) {
    return failure instanceof ProblemException e && e.problem().code().equals(code);
  }
}
