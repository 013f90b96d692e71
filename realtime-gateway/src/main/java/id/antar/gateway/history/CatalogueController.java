package id.antar.gateway.history;

import id.antar.api.history.EventCatalogue;
import id.antar.api.history.EventCatalogue.EventType;
import id.antar.api.history.HistoryQuery.GetCatalogue;
import id.antar.api.history.HistoryQuery.GetEventType;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the events are like. It is part of the documentation, and for everybody.
@RestController
final class CatalogueController {

  private final Engine engine;

  CatalogueController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/history/catalogue")
  Mono<EventCatalogue> catalogue() {
    return engine.ask(new GetCatalogue());
  }

  @GetMapping("/v1/history/catalogue/{type}")
  Mono<EventType> eventType(@PathVariable String type) {
    return engine
        .ask(new GetEventType(type))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("event-type", type).asException()));
  }
}
