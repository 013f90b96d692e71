package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptEventsTest {

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final PromptEvents events = new PromptEvents(store, Duration.ZERO);

  @AfterEach
  void close() {
    events.close();
    store.shutDown();
  }

  @Test
  void whoWaitsAtTheEndIsToldOfWhatComes() throws Exception {
    publish("first");
    var told = new Semaphore(0);
    try (var stream = events.openStream(store.createHeadToken())) {
      assertThat(stream.setOnAvailableCallback(told::release)).isTrue();

      // One telling may be of the watch's beginning.
      for (int i = 0; i < 5; i++) {
        publish("next");
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      }

      assertThat(stream.hasNextAvailable()).isTrue();
      assertThat(stream.nextAvailable().getPayload()).isEqualTo("next");
    }
  }

  @Test
  void whoHasTimeIsToldOfSeveralEventsTogether() throws Exception {
    var told = new Semaphore(0);
    int tellings = 0;
    int published = 0;
    try (var patient = new PromptEvents(store, Duration.ofSeconds(1));
        var stream = patient.openStream(store.createHeadToken())) {
      assertThat(stream.setOnAvailableCallback(told::release)).isTrue();

      while (published < 10 || tellings == 0) {
        publish("next");
        published++;
        tellings += told.tryAcquire(100, TimeUnit.MILLISECONDS) ? 1 : 0;
      }
    }
    assertThat(tellings).isLessThan(published / 2);
  }

  @Test
  void tokensAreTheStoresOwn() {
    publish("first");

    assertThat(events.createHeadToken()).isEqualTo(store.createHeadToken());
    assertThat(events.createTailToken()).isEqualTo(store.createTailToken());
  }

  private void publish(String payload) {
    store.publish(GenericEventMessage.asEventMessage(payload));
  }
}
