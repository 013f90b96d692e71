package id.antar.gateway.person;

import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.StepVerifier.Step;

/// Of persons whose data never ends.
class ExportControllerTest {

  private final ExportController controller =
      new ExportController(
          _ -> Flux.never(), new OwnTrack(_ -> Mono.empty()), new WireJson(), EngineClock.real());

  private Flux<String> export(String name) {
    var grant = new Grant(Set.of(), Scope.OWN, null, null, Instant.MAX);
    var actor = new Actor(Role.CUSTOMER, name);
    var caller = new Caller(actor, grant, PersonId.of(actor), "request", "", null, null);
    return Objects.requireNonNull(controller.exportMe(caller).getBody());
  }

  private static Step<String> begun(Flux<String> export) {
    return StepVerifier.create(export).expectNextMatches(text -> text.startsWith("{\"person\""));
  }

  private static void assertRefused(Flux<String> export) {
    StepVerifier.create(export)
        .expectErrorMatches(e ->
            e instanceof ProblemException refused
                && refused.problem().code().equals("export-in-progress"))
        .verify();
  }

  @Test
  void somebodyHasOneAtATimeAndKeepsNobodyFromTheirs() {
    Flux<String> unread = export("ada");
    begun(export("ada"))
        .then(() -> assertRefused(export("ada")))
        .then(() -> begun(export("bob")).thenCancel().verify())
        .thenCancel()
        .verify();

    begun(unread).thenCancel().verify();
  }

  @Test
  void fewAreMadeAtOnce() {
    begun(Flux.merge(export("a"), export("b"), export("c"), export("d")))
        .expectNextCount(3)
        .then(() -> assertRefused(export("e")))
        .thenCancel()
        .verify();

    begun(export("e")).thenCancel().verify();
  }

  @Test
  void aSlowReaderIsNotWaitedForForEver() {
    StepVerifier.withVirtualTime(() -> export("ada"))
        .expectNextCount(1)
        .thenAwait(Duration.ofMinutes(10))
        .expectError(TimeoutException.class)
        .verify();

    begun(export("ada")).thenCancel().verify();
  }
}
