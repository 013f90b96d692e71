package id.antar.gateway.history;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.history.EventFamilies;
import id.antar.api.history.EventFilter;
import id.antar.api.history.EventFilter.Window;
import id.antar.api.history.HistoryQuery.EventPage;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.api.history.HistoryQuery.Order;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class EventControllerTest extends GatewayTest {

  private static HistoryEvent event(long position) {
    return new HistoryEvent(
        position,
        "event-" + position,
        "OrderPlaced",
        "2",
        "order",
        "4711",
        0,
        NOON,
        NOON,
        "customer:ada",
        "request-1",
        null,
        null,
        Map.of("recipient", Map.of("person", "customer.ada")));
  }

  private void thereAre(EventPage first, EventPage second) {
    engine.answer(ListEvents.class, q -> q.cursor() == null ? first : second);
  }

  private Flux<String> lines(Role role, String query) {
    return client
        .get()
        .uri("/v1/history/events" + query)
        .header("Authorization", "Bearer " + token(role, "anna"))
        .accept(MediaType.APPLICATION_NDJSON)
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(String.class)
        .getResponseBody();
  }

  private ListEvents asked() {
    return (ListEvents) engine.questions().getLast();
  }

  @Test
  void anAnalystFiltersEventsAndIsNotToldOfWhoCameIn() {
    thereAre(new EventPage(List.of(event(7)), "next", 9), new EventPage(List.of(), null, 9));

    get(
            Role.ANALYST,
            "anna",
            "/v1/history/events?type=OrderPlaced,OrderReady&kind=order&id=4711&actor=customer:ada"
                + "&happenedFrom=2026-11-01T00:00:00Z&recordedTo=2026-11-03T00:00:00Z"
                + "&correlationId=c&requestId=r&after=5&order=newest_first&limit=1000")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.events[0].position")
        .isEqualTo(7)
        .jsonPath("$.events[0].data.recipient.person")
        .isEqualTo("customer.ada")
        .jsonPath("$.nextCursor")
        .isEqualTo("next")
        .jsonPath("$.upTo")
        .isEqualTo(9);

    assertThat(asked())
        .isEqualTo(
            new ListEvents(
                new EventFilter(
                    List.of("OrderPlaced", "OrderReady"),
                    EventFamilies.guardedTypes(),
                    "order",
                    "4711",
                    new Actor(Role.CUSTOMER, "ada"),
                    new Window(java.time.Instant.parse("2026-11-01T00:00:00Z"), null),
                    new Window(null, java.time.Instant.parse("2026-11-03T00:00:00Z")),
                    "c",
                    "r",
                    5L),
                false,
                Order.NEWEST_FIRST,
                null,
                1000));
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void anAdminIsToldOfWhoCameInToo() {
    thereAre(new EventPage(List.of(), null, 0), new EventPage(List.of(), null, 0));

    get(Role.ADMIN, "root", "/v1/history/events?type=AuditRead").expectStatus().isOk();

    assertThat(asked().filter().withoutTypes()).isEmpty();
    expectProblem(
        get(Role.OPERATOR, "olga", "/v1/history/events?type=SessionOpened"), 403, "forbidden");
  }

  @Test
  void whatIsPersonalIsShownToWhoMaySeeItOnceThatIsNoted() {
    thereAre(new EventPage(List.of(), null, 0), new EventPage(List.of(), null, 0));

    get(Role.OPERATOR, "olga", "/v1/history/events?personal=true&kind=order&id=4711")
        .expectStatus()
        .isOk();

    assertThat(asked().personal()).isTrue();
    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            NoteAuditRead.class,
            noted -> {
              assertThat(noted.look()).isEqualTo(Look.EVENTS);
              assertThat(noted.filter()).isEqualTo("id=4711 kind=order");
            });
    expectProblem(get(Role.ANALYST, "anna", "/v1/history/events?personal=true"), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=NoSuchEvent",
        "actor=nobody",
        "happenedFrom=yesterday",
        "recordedFrom=2026-11-03T00:00:00Z&recordedTo=2026-11-02T00:00:00Z",
        "after=-1",
        "limit=1001"
      })
  void whatMakesNoSenseIsRefused(String query) {
    expectProblem(get(Role.ANALYST, "anna", "/v1/history/events?" + query), 422, "invalid-value");
  }

  @Test
  void aStreamGoesPageByPageToTheEnd() {
    thereAre(
        new EventPage(List.of(event(1), event(2)), "c", 3),
        new EventPage(List.of(event(3)), null, 3));

    StepVerifier.create(lines(Role.ANALYST, "?after=0").map(EventControllerTest::position))
        .expectNext("1", "2", "3")
        .verifyComplete();
    assertThat(engine.questions()).hasSize(2);
  }

  @Test
  void whoFollowsIsToldOfWhatComesBehindAllThatWasLookedAt() {
    engine.answer(
        ListEvents.class,
        q ->
            after(q) == null
                ? new EventPage(List.of(event(1)), null, 4)
                : new EventPage(
                    Objects.equals(after(q), 4L) ? List.of(event(5)) : List.of(), null, 6));

    StepVerifier.create(lines(Role.ANALYST, "?follow=true").map(EventControllerTest::position))
        .expectNext("1", "5")
        .thenCancel()
        .verify(Duration.ofSeconds(10));

    expectProblem(
        client
            .get()
            .uri("/v1/history/events?follow=true&recordedTo=2026-11-02T00:00:00Z")
            .header("Authorization", "Bearer " + token(Role.ANALYST, "anna"))
            .accept(MediaType.APPLICATION_NDJSON)
            .exchange(),
        422,
        "invalid-value");
  }

  private static @Nullable Long after(ListEvents query) {
    return query.filter().after();
  }

  private static String position(String line) {
    assertThat(line).startsWith("{\"position\":");
    return Objects.requireNonNull(line.replaceAll("^\\{\"position\":(\\d+),.*", "$1"));
  }
}
