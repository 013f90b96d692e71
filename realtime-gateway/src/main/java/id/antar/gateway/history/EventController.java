package id.antar.gateway.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryQuery.EventPage;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.api.history.HistoryQuery.Order;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The events themselves, in the order of the log: page by page, or as they are read.
@RestController
final class EventController {

  private static final int MOST_EVENTS = 1_000;

  private final Engine engine;
  private final PersonalLooks looks;
  private final EventFeed feed;
  private final WireJson json;

  EventController(Engine engine, PersonalLooks looks, EventFeed feed, WireJson json) {
    this.engine = engine;
    this.looks = looks;
    this.feed = feed;
    this.json = json;
  }

  @GetMapping(path = "/v1/history/events", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.HISTORY_READ)
  Mono<EventPage> events(
      Caller caller,
      @ParameterObject EventParameters wanted,
      @RequestParam(required = false) @Nullable Boolean personal,
      @RequestParam(required = false) @Nullable Order order,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    EventFilter filter = wanted.filter(caller);
    int most = Valid.limit(limit, MOST_EVENTS);
    Order inOrder = order == null ? Order.OLDEST_FIRST : order;
    return looks
        .shown(personal, Look.EVENTS, wanted.told(), caller)
        .flatMap(shown -> engine.ask(new ListEvents(filter, shown, inOrder, cursor, most)));
  }

  @GetMapping(path = "/v1/history/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Requires(Permission.HISTORY_READ)
  Mono<ResponseEntity<Flux<String>>> stream(
      Caller caller,
      @ParameterObject EventParameters wanted,
      @RequestParam(required = false) @Nullable Boolean personal,
      @RequestParam(required = false) @Nullable Boolean follow) {
    boolean following = Boolean.TRUE.equals(follow);
    EventFilter filter = following ? wanted.openEnded(caller) : wanted.filter(caller);
    return looks
        .shown(personal, Look.EVENTS, wanted.told(), caller)
        .map(shown -> feed.pages(filter, shown, following, caller).map(this::lines))
        .map(lines -> ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(lines));
  }

  private String lines(EventPage page) {
    return page.events().stream().map(this::line).collect(Collectors.joining());
  }

  private String line(HistoryEvent event) {
    return new String(json.write(event), UTF_8) + "\n";
  }
}
