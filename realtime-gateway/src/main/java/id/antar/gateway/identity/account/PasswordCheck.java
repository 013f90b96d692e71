package id.antar.gateway.identity.account;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountView;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.password.Passwords;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Asks whoever has signed in for their password once more. A stolen access token does not help to
/// guess it: each session is slowed down like a device.
final class PasswordCheck {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInThrottle throttle;

  PasswordCheck(Accounts accounts, Passwords passwords, SignInThrottle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  Mono<AccountView> by(Caller caller, String password) {
    return accounts
        .find(new AccountId(caller.actor().id()))
        .flatMap(Mono::justOrEmpty)
        .flatMap(account -> check(account, caller, password))
        .switchIfEmpty(Mono.error(() -> Problem.of(new InvalidCredentials()).asException()));
  }

  private Mono<AccountView> check(AccountView account, Caller caller, String password) {
    Source source = Source.device("session " + caller.grant().sessionId());
    var attempt = throttle.admit(account.emailKey(), source);
    @Nullable String hash = account.passwordHash().value();
    return passwords
        .matches(password, hash)
        .doOnError(_ -> throttle.withdraw(attempt))
        .filter(fits -> fits)
        .doOnNext(_ -> throttle.succeeded(account.emailKey(), source))
        .map(_ -> account);
  }
}
