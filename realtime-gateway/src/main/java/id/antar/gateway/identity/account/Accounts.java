package id.antar.gateway.identity.account;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Fingerprints;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Scope;
import id.antar.api.account.SessionOrigin;
import id.antar.api.message.Actor;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.Grant;
import id.antar.gateway.edge.request.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The accounts as their routes see them, in real time.
final class Accounts {

  private static final Logger log = LoggerFactory.getLogger(Accounts.class);

  private final Engine engine;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  Accounts(Engine engine, Fingerprints fingerprints, InstantSource clock) {
    this.engine = engine;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  Fingerprints fingerprints() {
    return fingerprints;
  }

  Instant now() {
    return clock.instant();
  }

  static Mailbox mailbox(String email, @Nullable Language language) {
    Language chosen = Objects.requireNonNullElse(language, Language.EN);
    return Valid.of(Mailbox.class, "", () -> new Mailbox(email, chosen));
  }

  EmailKey keyOf(Mailbox mailbox) {
    return EmailKey.of(mailbox, fingerprints);
  }

  Mono<Optional<AccountView>> find(EmailKey email) {
    return optional(engine.ask(new GetAccountByEmail(email)));
  }

  Mono<Optional<AccountView>> find(AccountId id) {
    return optional(engine.ask(new GetAccount(id)));
  }

  /// Who has a link that the engine has signed is known, or is about to be.
  Mono<AccountView> await(AccountId id) {
    return engine.await(new GetAccount(id));
  }

  private static Mono<Optional<AccountView>> optional(Mono<AccountView> found) {
    return found.map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  Mono<Void> send(Object command, Caller caller) {
    return engine.send(command, caller);
  }

  /// Asks the account of that e-mail for a mail, if there is one. The answer is the same and as
  /// soon, whoever is asked about.
  Mono<Done> askForMail(
      ServerWebExchange exchange, String email, Function<AccountId, AccountCommand> command) {
    sendLater(
        find(keyOf(mailbox(email, null)))
            .flatMap(Mono::justOrEmpty)
            .flatMap(found -> send(command.apply(found.accountId()), stranger(exchange))));
    return Mono.just(Done.DONE);
  }

  /// From somebody who has not signed in: who was forgotten is answered like who never was.
  Mono<Void> send(Object command, Caller caller, AccountRejection ofNobody) {
    return engine
        .send(command, caller)
        .onErrorMap(
            failure -> SignIn.isCode(failure, "person-is-forgotten"),
            _ -> Problem.of(ofNobody).asException());
  }

  /// Without the one who waits for an answer: it must not take longer because there is an account.
  void sendLater(Mono<?> work) {
    work.subscribe(
        _ -> {},
        failure -> log.warn("What was asked of an account was not done: {}", failure.toString()));
  }

  /// Whoever has shown a password, a mail or a token of this account, and asks in its name.
  Caller caller(ServerWebExchange exchange, Actor owner) {
    var nothing = new Grant(Set.of(), Scope.OWN, null, null, now());
    return Caller.of(exchange, owner, nothing);
  }

  /// Whoever has not shown that they are anybody, whatever account they name.
  Caller stranger(ServerWebExchange exchange) {
    return Caller.ofStranger(exchange, now());
  }

  static Actor owner(AccountView account) {
    return account.accountId().as(account.role());
  }

  static Personal<SessionOrigin> origin(Caller caller) {
    String agent = Objects.requireNonNullElse(caller.userAgent(), "");
    return Personal.of(caller.person(), new SessionOrigin(caller.clientAddress(), agent));
  }
}
