package id.antar.gateway.ledger;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.ledger.Account;
import id.antar.api.ledger.LedgerQuery.GetStatement;
import id.antar.api.ledger.LedgerQuery.Statement;
import id.antar.api.merchant.MerchantId;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.ledger.StatementAnswer.Row;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the platform owes a courier or a merchant, and why.
@RestController
final class StatementController {

  private static final Duration LONGEST = Duration.ofDays(31);

  private final Engine engine;

  StatementController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping(path = "/v1/couriers/{id}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.LEDGER_READ)
  Mono<StatementAnswer> ofCourier(
      Caller caller,
      @PathVariable CourierId id,
      @RequestParam Instant from,
      @RequestParam Instant to) {
    return ask(caller, own(caller, id), from, to)
        .zipWith(ask(caller, Account.cashOf(id), from, to), StatementAnswer::of);
  }

  @GetMapping(path = "/v1/couriers/{id}/statement", produces = Csv.TYPE)
  @Requires(Permission.LEDGER_READ)
  Mono<ResponseEntity<String>> csvOfCourier(
      Caller caller,
      @PathVariable CourierId id,
      @RequestParam Instant from,
      @RequestParam Instant to) {
    return ask(caller, own(caller, id), from, to)
        .map(found -> Csv.of("courier-" + id, Row.class, Row.listOf(found)));
  }

  @GetMapping(path = "/v1/merchants/{id}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.LEDGER_READ)
  Mono<StatementAnswer> ofMerchant(
      Caller caller,
      @PathVariable MerchantId id,
      @RequestParam Instant from,
      @RequestParam Instant to) {
    return ask(caller, own(caller, id), from, to).map(StatementAnswer::of);
  }

  @GetMapping(path = "/v1/merchants/{id}/statement", produces = Csv.TYPE)
  @Requires(Permission.LEDGER_READ)
  Mono<ResponseEntity<String>> csvOfMerchant(
      Caller caller,
      @PathVariable MerchantId id,
      @RequestParam Instant from,
      @RequestParam Instant to) {
    return ask(caller, own(caller, id), from, to)
        .map(found -> Csv.of("merchant-" + id, Row.class, Row.listOf(found)));
  }

  private static Account own(Caller caller, CourierId id) {
    if (!caller.may(Permission.LEDGER_READ_ANY) && !caller.is(id)) {
      throw Problem.notFound("courier", id).asException();
    }
    return Account.of(id);
  }

  private static Account own(Caller caller, MerchantId id) {
    if (!caller.may(Permission.LEDGER_READ_ANY) && !caller.is(id)) {
      throw Problem.notFound("merchant", id).asException();
    }
    return Account.of(id);
  }

  private Mono<Statement> ask(Caller caller, Account account, Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      return Mono.error(
          Problem.invalid("invalid-value", "to", "to is not within 31 days after from.")
              .asException());
    }
    return engine.ask(new GetStatement(account, from, to)).map(StatementController::complete);
  }

  private static Statement complete(Statement statement) {
    if (statement.lines().size() > Statement.MOST_LINES) {
      String message =
          "The span has more than %d lines. Ask for a shorter one, or page through the account's lines."
              .formatted(Statement.MOST_LINES);
      throw Problem.invalid("span-too-long", "to", message).asException();
    }
    return statement;
  }
}
