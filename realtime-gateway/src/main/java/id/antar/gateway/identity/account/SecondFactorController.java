package id.antar.gateway.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.AccountCommand.ConfirmSecondFactor;
import id.antar.api.account.AccountCommand.DisableSecondFactor;
import id.antar.api.account.AccountCommand.ProposeSecondFactor;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountView;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Permission;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.net.URLEncoder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A second factor: proposed, enabled by its first code, disabled by a code.
@RestController
final class SecondFactorController {

  private final Accounts accounts;
  private final PasswordCheck check;

  SecondFactorController(Accounts accounts, PasswordCheck check) {
    this.accounts = accounts;
    this.check = check;
  }

  /// @param password not needed right after a sign-in that asked for a second factor
  record Proposal(@Nullable String password) {
    @Override
    public String toString() {
      return "Proposal[]";
    }
  }

  record CodeShown(String code) {
    @Override
    public String toString() {
      return "CodeShown[]";
    }
  }

  /// Shown once.
  record Proposed(String secret, String otpauthUri) {
    @Override
    public String toString() {
      return "Proposed[]";
    }
  }

  /// Shown once; each is good once.
  record RecoveryCodes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "RecoveryCodes[]";
    }
  }

  @PostMapping("/v1/auth/second-factor")
  @Requires(Permission.ME_ENROL)
  @Keyless
  Mono<Proposed> proposeSecondFactor(Caller caller, @RequestBody Proposal body) {
    return shown(caller, body.password())
        .flatMap(account -> {
          String secret = Codes.secret();
          return accounts
              .send(propose(account, secret, caller), caller)
              .thenReturn(new Proposed(secret, uri(secret, account)));
        });
  }

  private ProposeSecondFactor propose(AccountView account, String secret, Caller caller) {
    return new ProposeSecondFactor(
        account.accountId(),
        Objects.requireNonNullElse(caller.grant().enrolment(), account.passwordVersion()),
        Personal.of(PersonId.of(caller.actor()), secret),
        accounts.now());
  }

  /// Whoever comes fresh from a sign-in has shown it already, unless it was changed since.
  private Mono<AccountView> shown(Caller caller, @Nullable String password) {
    if (caller.grant().enrolment() == null) {
      return password == null
          ? Mono.error(passwordMissing().asException())
          : check.by(caller, password);
    }
    return accounts
        .find(id(caller))
        .flatMap(Mono::justOrEmpty)
        .switchIfEmpty(Mono.error(() -> Problem.of(new InvalidCredentials()).asException()));
  }

  private static Problem passwordMissing() {
    String message = "password is missing.";
    return Problem.of(400, "missing-field", message).at("password", message);
  }

  private static String uri(String secret, AccountView account) {
    String email = account.mailbox().find().map(Mailbox::email).orElse("");
    return "otpauth://totp/Antar:"
        + URLEncoder.encode(email, UTF_8).replace("+", "%20")
        + "?secret="
        + secret
        + "&issuer=Antar&algorithm=SHA1&digits=6&period=30";
  }

  @PostMapping("/v1/auth/second-factor/confirm")
  @Requires(Permission.ME_ENROL)
  @Keyless
  Mono<RecoveryCodes> confirmSecondFactor(Caller caller, @RequestBody CodeShown body) {
    List<String> codes = Codes.recoveryCodes();
    var command =
        new ConfirmSecondFactor(
            id(caller),
            caller.grant().enrolment(),
            Codes.normalised(body.code()),
            codes.stream().map(Codes::hash).toList(),
            accounts.now());
    return accounts.send(command, caller).thenReturn(new RecoveryCodes(codes));
  }

  @PostMapping("/v1/auth/second-factor/disable")
  @Requires(Permission.ME_MANAGE)
  @Keyless
  Mono<Done> disableSecondFactor(Caller caller, @RequestBody CodeShown body) {
    var command =
        new DisableSecondFactor(id(caller), Codes.normalised(body.code()), accounts.now());
    return accounts.send(command, caller).thenReturn(Done.DONE);
  }

  private static AccountId id(Caller caller) {
    return new AccountId(caller.actor().id());
  }
}
