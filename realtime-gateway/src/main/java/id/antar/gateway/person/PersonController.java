package id.antar.gateway.person;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Forgetting persons. Once it is accepted it happens, also if the engine is stopped meanwhile.
@RestController
final class PersonController {

  private final Engine engine;
  private final Involvement involvement;
  private final PhoneClock times;

  PersonController(Engine engine, Involvement involvement, PhoneClock times) {
    this.engine = engine;
    this.involvement = involvement;
    this.times = times;
  }

  @DeleteMapping("/v1/me")
  @Requires(Permission.ME_MANAGE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Done> forgetMe(Caller caller) {
    return forget(caller.actor(), Ground.OWN_REQUEST, caller);
  }

  @DeleteMapping("/v1/people/{role}/{id}")
  @Requires(Permission.PEOPLE_FORGET)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Done> forgetPerson(
      Caller caller,
      @PathVariable Role role,
      @PathVariable String id,
      @RequestParam(defaultValue = "on_behalf") Ground ground) {
    Actor account = Valid.of(Actor.class, "", () -> account(role, id));
    return exists(account)
        .filter(known -> known)
        .switchIfEmpty(Mono.error(() -> Problem.notFound("person", id).asException()))
        .flatMap(_ -> forget(account, ground, caller));
  }

  private static Actor account(Role role, String id) {
    return new AccountId(id).as(role);
  }

  /// Who has an account need not have told a name.
  private Mono<Boolean> exists(Actor account) {
    return engine
        .ask(new GetAccount(new AccountId(account.id())))
        .filter(view -> view.role() == account.role())
        .hasElement()
        .flatMap(known -> known ? Mono.just(true) : hasRecord(account));
  }

  private Mono<Boolean> hasRecord(Actor account) {
    return switch (account.role()) {
      case CUSTOMER -> engine.ask(new GetCustomer(new CustomerId(account.id()))).hasElement();
      case COURIER -> engine.ask(new GetCourier(new CourierId(account.id()))).hasElement();
      case MERCHANT, STORE_MANAGER, SUPERVISOR, CASHIER, DEVELOPER, OPERATOR, ANALYST, ADMIN ->
          Mono.just(true);
      case RECIPIENT, SYSTEM -> Mono.just(false);
    };
  }

  private Mono<Done> forget(Actor account, Ground ground, Caller caller) {
    return involvement
        .of(account)
        .collectList()
        .flatMap(open -> {
          PersonId person = PersonId.of(account);
          var command = new ForgetPerson(person, caller.actor(), ground, open, times.of(null));
          return engine.send(command, caller);
        })
        .thenReturn(Done.DONE);
  }
}
