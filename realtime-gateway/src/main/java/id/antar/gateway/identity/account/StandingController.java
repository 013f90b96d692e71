package id.antar.gateway.identity.account;

import id.antar.api.account.AccountCommand.ResumeAccount;
import id.antar.api.account.AccountCommand.SuspendAccount;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.UnknownAccount;
import id.antar.api.account.AccountView;
import id.antar.api.account.Permission;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// An account that must not be used, until it may again.
@RestController
final class StandingController {

  private static final int LONGEST_REASON = 200;

  private final Accounts accounts;

  StandingController(Accounts accounts) {
    this.accounts = accounts;
  }

  record Suspension(String reason) {
    Suspension {
      if (reason.isBlank() || reason.length() > LONGEST_REASON) {
        throw new IllegalArgumentException("reason is blank or longer than 200 characters.");
      }
    }
  }

  /// Nothing by which it could be used, and not the e-mail, which whoever asks knows.
  record AccountAnswer(
      AccountId accountId,
      Role role,
      String scope,
      AccountView.Standing standing,
      boolean confirmed,
      boolean secondFactor,
      int sessions,
      Instant openedAt,
      Instant changedAt) {

    static AccountAnswer of(AccountView account, Instant now) {
      return new AccountAnswer(
          account.accountId(),
          account.role(),
          account.scope().toString(),
          account.standing(),
          account.confirmed(),
          account.secondFactor(),
          (int) account.sessions().stream().filter(it -> it.endsAt().isAfter(now)).count(),
          account.openedAt(),
          account.changedAt());
    }
  }

  @GetMapping("/v1/accounts")
  @Requires(Permission.ACCOUNTS_READ)
  Mono<AccountAnswer> findAccount(Caller caller, @RequestParam String email) {
    return accounts
        .find(accounts.keyOf(Accounts.mailbox(email, null)))
        .flatMap(Mono::justOrEmpty)
        .map(account -> AccountAnswer.of(account, accounts.now()))
        .switchIfEmpty(Mono.error(() -> Problem.of(new UnknownAccount()).asException()));
  }

  /// Ends all its sessions.
  @PostMapping("/v1/auth/accounts/{id}/suspend")
  @Requires(Permission.ACCOUNTS_MANAGE)
  @Keyless
  Mono<Done> suspend(Caller caller, @PathVariable AccountId id, @RequestBody Suspension body) {
    return accounts
        .send(new SuspendAccount(id, body.reason(), accounts.now()), caller)
        .thenReturn(Done.DONE);
  }

  @PostMapping("/v1/auth/accounts/{id}/resume")
  @Requires(Permission.ACCOUNTS_MANAGE)
  @Keyless
  Mono<Done> resume(Caller caller, @PathVariable AccountId id) {
    return accounts.send(new ResumeAccount(id, accounts.now()), caller).thenReturn(Done.DONE);
  }
}
