package id.antar.gateway.identity.account;

import id.antar.api.account.AccountCommand.ChangePassword;
import id.antar.api.account.AccountCommand.RequestPasswordReset;
import id.antar.api.account.AccountCommand.ResetPassword;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.api.account.AccountView;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Permission;
import id.antar.api.account.SessionId;
import id.antar.api.message.Ids;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.identity.password.Passwords;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// A new password, by the former one or by a mail.
@RestController
final class PasswordController {

  private static final String NEW_PASSWORD = "newPassword";

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordCheck check;

  PasswordController(Accounts accounts, Passwords passwords, PasswordCheck check) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.check = check;
  }

  record Change(String currentPassword, String newPassword) {
    @Override
    public String toString() {
      return "Change[]";
    }
  }

  record Asking(String email) {
    @Override
    public String toString() {
      return "Asking[]";
    }
  }

  /// @param token from the mail
  record Reset(String token, String newPassword) {
    @Override
    public String toString() {
      return "Reset[]";
    }
  }

  /// Ends all other sessions.
  @PostMapping("/v1/auth/password")
  @Requires(Permission.ME_MANAGE)
  @Keyless
  Mono<Done> changePassword(Caller caller, @RequestBody Change body) {
    return check
        .by(caller, body.currentPassword())
        .flatMap(
            account -> hash(account, body.newPassword()).map(hash -> change(account, hash, caller)))
        .flatMap(command -> accounts.send(command, caller))
        .thenReturn(Done.DONE);
  }

  private ChangePassword change(AccountView account, Personal<String> hash, Caller caller) {
    String session = Objects.requireNonNullElse(caller.grant().sessionId(), "none");
    return new ChangePassword(
        account.accountId(),
        account.passwordVersion(),
        hash,
        new SessionId(session),
        accounts.now());
  }

  @PostMapping("/v1/auth/password-reset")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Done> requestReset(ServerWebExchange exchange, @RequestBody Asking body) {
    return accounts.askForMail(
        exchange, body.email(), id -> new RequestPasswordReset(id, Ids.random(), accounts.now()));
  }

  /// Ends all sessions.
  @PostMapping("/v1/auth/password-reset/confirm")
  Mono<Done> reset(ServerWebExchange exchange, @RequestBody Reset body) {
    return Mono.justOrEmpty(
            MailToken.open(body.token(), Purpose.PASSWORD_RESET, accounts.fingerprints()))
        .flatMap(token ->
            accounts
                .await(new AccountId(token.subject()))
                .flatMap(account -> reset(token, account, body.newPassword(), exchange)))
        .switchIfEmpty(Mono.error(() -> Problem.of(new InvalidMailToken()).asException()));
  }

  private Mono<Done> reset(
      MailToken token, AccountView account, String password, ServerWebExchange exchange) {
    return hash(account, password)
        .map(hash -> new ResetPassword(account.accountId(), token.request(), hash, accounts.now()))
        .flatMap(command ->
            accounts.send(
                command,
                accounts.caller(exchange, Accounts.owner(account)),
                new InvalidMailToken()))
        .thenReturn(Done.DONE);
  }

  private Mono<Personal<String>> hash(AccountView account, String password) {
    account
        .mailbox()
        .find()
        .ifPresentOrElse(
            mailbox -> Passwords.require(NEW_PASSWORD, password, mailbox),
            () -> Passwords.require(NEW_PASSWORD, password));
    PersonId person = PersonId.of(Accounts.owner(account));
    return passwords.hash(password).map(hash -> Personal.of(person, hash));
  }
}
