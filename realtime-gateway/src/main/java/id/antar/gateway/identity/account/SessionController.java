package id.antar.gateway.identity.account;

import id.antar.api.account.AccountCommand.EndAllSessions;
import id.antar.api.account.AccountCommand.EndSession;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidRefreshToken;
import id.antar.api.account.AccountRejection.UnknownSession;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.OpenSession;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Permission;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.account.SessionEnd;
import id.antar.api.account.SessionId;
import id.antar.api.account.SessionOrigin;
import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.limit.LimitBySession;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.identity.EndedAccess;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Sessions: opened, refreshed, looked at and ended.
@RestController
final class SessionController {

  private final Accounts accounts;
  private final SignIn signIn;
  private final Granting granting;
  private final EndedAccess ended;
  private final AccountProperties limits;
  private final LimitBySession requests;

  SessionController(
      Accounts accounts,
      SignIn signIn,
      Granting granting,
      EndedAccess ended,
      AccountProperties limits,
      LimitBySession requests) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.granting = granting;
    this.ended = ended;
    this.limits = limits;
    this.requests = requests;
  }

  /// @param code of the second factor, or a recovery code, where there is one
  /// @param deviceToken of an earlier sign-in on this device
  record Credentials(
      String email, String password, @Nullable String code, @Nullable String deviceToken) {
    @Override
    public String toString() {
      return "Credentials[]";
    }
  }

  record Refresh(String refreshToken) {
    @Override
    public String toString() {
      return "Refresh[]";
    }
  }

  /// @param current whether it is the one that asks
  record SessionAnswer(
      SessionId sessionId,
      @Nullable String address,
      @Nullable String userAgent,
      Instant openedAt,
      Instant refreshedAt,
      Instant endsAt,
      boolean current) {

    static SessionAnswer of(OpenSession session, Caller caller) {
      @Nullable SessionOrigin origin = session.origin().value();
      return new SessionAnswer(
          session.sessionId(),
          origin == null ? null : origin.address(),
          origin == null ? null : origin.userAgent(),
          session.openedAt(),
          session.refreshedAt(),
          session.endsAt(),
          session.sessionId().value().equals(caller.grant().sessionId()));
    }
  }

  record Sessions(List<SessionAnswer> sessions) {}

  @PostMapping("/v1/auth/sign-in")
  Mono<SignedIn> signIn(ServerWebExchange exchange, @RequestBody Credentials body) {
    EmailKey email = accounts.keyOf(Accounts.mailbox(body.email(), null));
    Optional<String> device = DeviceToken.find(body.deviceToken(), email, accounts.fingerprints());
    Source source =
        device.map(Source::device).orElseGet(() -> Source.address(ClientAddress.of(exchange)));
    var shown = new SignIn.Shown(email, body.password(), code(body.code()), device, source);
    return signIn.by(shown, exchange).map(outcome -> answer(outcome, body, device.isPresent()));
  }

  private SignedIn answer(SignIn.Outcome outcome, Credentials body, boolean known) {
    return switch (outcome) {
      case SignIn.MustEnrol(var account) -> granting.enrolment(account);
      case SignIn.Opened(var account, var token) -> {
        @Nullable String device =
            known
                ? body.deviceToken()
                : DeviceToken.make(account.emailKey(), accounts.fingerprints());
        yield granting.grant(account, token, device);
      }
    };
  }

  /// Codes are read aloud and typed: spaces, dashes and case do not count.
  static @Nullable String code(@Nullable String typed) {
    return typed == null ? null : Codes.normalised(typed);
  }

  @PostMapping("/v1/auth/refresh")
  Mono<SignedIn> refresh(ServerWebExchange exchange, @RequestBody Refresh body) {
    return shown(exchange, body)
        .flatMap(token ->
            accounts
                .find(token.accountId())
                .flatMap(Mono::justOrEmpty)
                .flatMap(account -> refresh(token, account, exchange)))
        .switchIfEmpty(Mono.error(() -> invalidRefresh()));
  }

  /// Counts by the session only what was made here.
  private Mono<RefreshToken> shown(ServerWebExchange exchange, Refresh body) {
    return Mono.fromCallable(() -> {
          var token = RefreshToken.parse(body.refreshToken(), accounts.fingerprints());
          token.ifPresentOrElse(
              it -> requests.takeOf(exchange, it.sessionId().value()),
              () -> requests.takeOfStranger(exchange));
          return token;
        })
        .flatMap(Mono::justOrEmpty);
  }

  private static ProblemException invalidRefresh() {
    return Problem.of(new InvalidRefreshToken()).asException();
  }

  private Mono<SignedIn> refresh(
      RefreshToken token, AccountView account, ServerWebExchange exchange) {
    RefreshToken next = token.next(accounts.fingerprints());
    Caller caller = accounts.caller(exchange, Accounts.owner(account));
    return accounts
        .send(command(token, next, caller), caller, new InvalidRefreshToken())
        .thenReturn(next)
        .map(successor -> granting.grant(account, successor, null))
        .doOnError(
            failure -> SignIn.isCode(failure, "refresh-token-reused"),
            _ -> ended.end(token.sessionId()));
  }

  private RefreshSession command(RefreshToken token, RefreshToken next, Caller caller) {
    Instant now = accounts.now();
    String client =
        accounts.fingerprints().of("client", caller.clientAddress() + "\n" + caller.userAgent());
    return new RefreshSession(
        token.sessionId(),
        token.accountId(),
        token.generation(),
        token.hash(),
        next.hash(),
        client,
        now.plus(limits.idle()),
        now);
  }

  /// Whoever has a token of the session may end it, however old the token is. It is no matter if it
  /// was over.
  @PostMapping("/v1/auth/sign-out")
  Mono<Done> signOut(ServerWebExchange exchange, @RequestBody Refresh body) {
    return shown(exchange, body)
        .flatMap(token ->
            accounts
                .find(token.accountId())
                .flatMap(Mono::justOrEmpty)
                .flatMap(account ->
                    end(
                        account.accountId(),
                        token.sessionId(),
                        SessionEnd.SIGNED_OUT,
                        accounts.caller(exchange, Accounts.owner(account)))))
        .onErrorResume(failure -> SignIn.isCode(failure, "unknown-session"), _ -> Mono.empty())
        .thenReturn(Done.DONE);
  }

  @PostMapping("/v1/auth/sign-out-everywhere")
  @Requires(Permission.ME_MANAGE)
  @Keyless
  Mono<Done> signOutEverywhere(Caller caller) {
    var id = new AccountId(caller.actor().id());
    return accounts
        .send(new EndAllSessions(id, accounts.now()), caller)
        .doOnSuccess(_ -> endOwn(caller))
        .thenReturn(Done.DONE);
  }

  private void endOwn(Caller caller) {
    Optional.ofNullable(caller.grant().sessionId()).map(SessionId::new).ifPresent(ended::end);
  }

  @GetMapping("/v1/auth/sessions")
  @Requires(Permission.ME_MANAGE)
  Mono<Sessions> sessions(Caller caller) {
    Instant now = accounts.now();
    return accounts
        .find(new AccountId(caller.actor().id()))
        .map(found ->
            new Sessions(
                found.stream()
                    .flatMap(account -> account.sessions().stream())
                    .filter(session -> session.endsAt().isAfter(now))
                    .map(session -> SessionAnswer.of(session, caller))
                    .toList()));
  }

  @DeleteMapping("/v1/auth/sessions/{id}")
  @Requires(Permission.ME_MANAGE)
  Mono<Done> endSession(Caller caller, @PathVariable SessionId id) {
    var account = new AccountId(caller.actor().id());
    return end(account, id, SessionEnd.ENDED_BY_OWNER, caller).thenReturn(Done.DONE);
  }

  private Mono<Void> end(AccountId account, SessionId session, SessionEnd why, Caller caller) {
    return accounts
        .send(new EndSession(account, session, why, accounts.now()), caller, new UnknownSession())
        .doOnSuccess(_ -> ended.end(session));
  }
}
