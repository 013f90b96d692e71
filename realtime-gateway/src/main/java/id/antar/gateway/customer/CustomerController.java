package id.antar.gateway.customer;

import id.antar.api.account.Permission;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.Party;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.api.review.Rating;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.review.Ratings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class CustomerController {

  /// From so many reviews on a customer sees their mean: of fewer it could be told whose they are.
  private static final int MANY = 5;

  private final Engine engine;
  private final PhoneClock times;
  private final Ratings ratings;

  CustomerController(Engine engine, PhoneClock times, Ratings ratings) {
    this.engine = engine;
    this.times = times;
    this.ratings = ratings;
  }

  record Registration(
      @Nullable CustomerId customerId, String name, String phone, @Nullable Instant occurredAt)
      implements Timed {

    RegisterCustomer toCommand(CustomerId id, Instant at) {
      Contact contact = Valid.of(Contact.class, "", () -> new Contact(name, phone));
      return new RegisterCustomer(id, Personal.of(id.personId(), contact), at);
    }
  }

  record Registered(CustomerId customerId) {}

  /// What couriers think of a customer, and no single review.
  record Mean(int count, @Nullable Integer meanHundredths) {

    static Mean of(Rating rating, Caller caller) {
      boolean shown = caller.isStaff() || rating.count() >= MANY;
      return new Mean(rating.count(), shown ? rating.meanHundredths() : null);
    }
  }

  record CustomerAnswer(
      CustomerId customerId,
      @Nullable String name,
      @Nullable String phone,
      Mean rating,
      Instant registeredAt,
      Instant changedAt) {

    static CustomerAnswer of(CustomerView view, Mean rating) {
      @Nullable Contact contact = view.contact().value();
      return new CustomerAnswer(
          view.customerId(),
          contact == null ? null : contact.name(),
          contact == null ? null : contact.phone(),
          rating,
          view.registeredAt(),
          view.changedAt());
    }
  }

  @PostMapping("/v1/customers")
  @Requires(Permission.CUSTOMERS_REGISTER)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Registered> register(Caller caller, @RequestBody Registration body) {
    String wanted = body.customerId() == null ? null : body.customerId().value();
    var id = new CustomerId(caller.idOfSelf(Role.CUSTOMER, "customer", wanted));
    return engine.send(body.toCommand(id, times.of(body)), caller).thenReturn(new Registered(id));
  }

  @GetMapping("/v1/customers/{id}")
  @Requires(Permission.CUSTOMERS_READ)
  Mono<CustomerAnswer> get(Caller caller, @PathVariable CustomerId id) {
    return Mono.just(id)
        .filter(asked -> caller.may(Permission.CUSTOMERS_READ_ANY) || caller.is(asked))
        .flatMap(asked -> engine.await(new GetCustomer(asked)))
        .flatMap(view ->
            ratings
                .of(new Party.Customer(id))
                .map(rating -> CustomerAnswer.of(view, Mean.of(rating, caller))))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("customer", id).asException()));
  }
}
