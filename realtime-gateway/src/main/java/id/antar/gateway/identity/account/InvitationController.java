package id.antar.gateway.identity.account;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.EmailTaken;
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.api.account.AccountRejection.InvitationOver;
import id.antar.api.account.AccountView;
import id.antar.api.account.EmailKey;
import id.antar.api.account.InvitationCommand.AcceptInvitation;
import id.antar.api.account.InvitationCommand.SendInvitation;
import id.antar.api.account.InvitationId;
import id.antar.api.account.Language;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.identity.password.Passwords;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Who works here is invited: by an admin, or by a merchant's owner to that merchant.
@RestController
final class InvitationController {

  private static final Set<Role> OF_A_STORE =
      Set.of(Role.STORE_MANAGER, Role.SUPERVISOR, Role.CASHIER);

  private static final Set<Role> OF_ALL =
      Set.of(
          Role.STORE_MANAGER,
          Role.SUPERVISOR,
          Role.CASHIER,
          Role.MERCHANT,
          Role.COURIER,
          Role.OPERATOR,
          Role.ANALYST,
          Role.DEVELOPER,
          Role.ADMIN);

  private final Accounts accounts;
  private final Passwords passwords;
  private final AccountProperties limits;
  private final Allowance byInviter;
  private final Allowance toEmail;

  InvitationController(
      Accounts accounts,
      Passwords passwords,
      AccountProperties limits,
      Allowance byInviter,
      Allowance toEmail) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.byInviter = byInviter;
    this.toEmail = toEmail;
  }

  /// @param scope such as `merchant:noodle-bar`; an owner's own merchant without it
  record Invitation(String email, Role role, @Nullable String scope, @Nullable Language language) {
    @Override
    public String toString() {
      return "Invitation[" + role + "]";
    }
  }

  record Invited(InvitationId invitationId, Instant expiresAt) {}

  /// @param token from the mail
  record Acceptance(String token, String password) {
    @Override
    public String toString() {
      return "Acceptance[]";
    }
  }

  @PostMapping("/v1/auth/invitations")
  @Requires(Permission.ACCOUNTS_INVITE)
  @Keyless
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Invited> invite(Caller caller, @RequestBody Invitation body) {
    Mailbox mailbox = Accounts.mailbox(body.email(), body.language());
    Scope scope = scope(caller, body);
    requireMay(caller, body.role(), scope);
    EmailKey email = accounts.keyOf(mailbox);
    requireRoom(caller, email);
    var id = new InvitationId(Ids.random());
    Instant now = accounts.now();
    var command =
        new SendInvitation(
            id,
            body.role(),
            scope,
            email,
            Personal.of(new PersonId("invitation." + id), mailbox),
            caller.actor(),
            now.plus(limits.invitation()),
            now);
    return requireFree(caller, email)
        .then(Mono.defer(() -> accounts.send(command, caller)))
        .thenReturn(new Invited(id, command.expiresAt()));
  }

  private void requireRoom(Caller caller, EmailKey email) {
    if (!byInviter.take(caller.actor().toString()) || !toEmail.take(email.value())) {
      throw Problem.of(429, "too-many-invitations", "That is enough for today; invite tomorrow.")
          .retryAfter(Duration.ofDays(1))
          .asException();
    }
  }

  /// Staff is told at once that there is nothing to invite to. A merchant's owner, which anybody
  /// may become, must not learn whose e-mails have accounts: there the mail's reader is told.
  private Mono<Void> requireFree(Caller caller, EmailKey email) {
    return caller.isOfMerchant()
        ? Mono.empty()
        : accounts
            .find(email)
            .filter(found -> found.filter(AccountView::confirmed).isPresent())
            .flatMap(_ -> Mono.error(Problem.of(new EmailTaken()).asException()));
  }

  private static Scope scope(Caller caller, Invitation body) {
    String asked = body.scope();
    if (asked != null) {
      return Valid.value("scope", () -> Scope.parse(asked));
    }
    return caller.isOfMerchant() ? Scope.ofMerchants(caller.asMerchant()) : Scope.OWN;
  }

  private static void requireMay(Caller caller, Role role, Scope scope) {
    Set<Role> possible = caller.isOfMerchant() ? OF_A_STORE : OF_ALL;
    if (!possible.contains(role)) {
      throw Problem.forbidden("You do not invite to this role.").asException();
    }
    Set<MerchantId> merchants = scope.merchants();
    boolean within = !caller.isOfMerchant() || caller.merchants().containsAll(merchants);
    if (!within || (caller.isOfMerchant() && !scope.zones().isEmpty())) {
      throw Problem.forbidden("You do not invite to this merchant or zone.").asException();
    }
    if (role.isStaff() && !caller.scope().reachesAllOf(scope)) {
      throw Problem.forbidden("You do not invite to more zones than you have.").asException();
    }
    if (OF_A_STORE.contains(role) && merchants.isEmpty()) {
      throw Problem.invalid("invalid-value", "scope", "scope names no merchant.").asException();
    }
  }

  @PostMapping("/v1/auth/invitations/accept")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Done> accept(ServerWebExchange exchange, @RequestBody Acceptance body) {
    MailToken token =
        MailToken.open(body.token(), Purpose.INVITATION, accounts.fingerprints())
            .orElseThrow(() -> Problem.of(new InvalidMailToken()).asException());
    Passwords.require("password", body.password());
    var id = new InvitationId(token.subject());
    var account = new AccountId(Ids.random());
    Role role = Role.valueOf(token.request().toUpperCase(Locale.ROOT).replace('-', '_'));
    return passwords
        .hash(body.password())
        .map(hash -> {
          var personal = Personal.of(new PersonId("invitation." + id), hash);
          return new AcceptInvitation(id, account, personal, accounts.now());
        })
        .flatMap(command ->
            accounts.send(
                command, accounts.caller(exchange, account.as(role)), new InvitationOver()))
        .thenReturn(Done.DONE);
  }
}
