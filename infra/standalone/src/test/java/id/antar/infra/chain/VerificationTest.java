package id.antar.infra.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.ops.LogCheckpoint;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private final InMemoryLog log = InMemoryLog.chained(12, 3);
  private final List<LogCheckpoint> filed = List.copyOf(log.checkpoints.values());

  private List<String> findings() {
    return findings(0, List.of());
  }

  private List<String> findings(long since, List<LogCheckpoint> known) {
    return told(since, known, filed).findings;
  }

  private Told told(long since, List<LogCheckpoint> known, List<LogCheckpoint> inFolder) {
    var told = new Told();
    new Verification(log, log.keys(), inFolder).run(since, known, told);
    return told;
  }

  private RawEvent event(long index) {
    return Objects.requireNonNull(log.events.get(index));
  }

  @Test
  void aLogThatNobodyTouchedIsWhole() {
    assertThat(findings()).isEmpty();
    assertThat(told(0, List.of(), filed).done).isEqualTo(11);
    assertThat(told(0, filed, filed).findings).isEmpty();
  }

  @Test
  void anEmptyLogIsWhole() {
    log.events.clear();
    log.chain(3, log.key);

    assertThat(told(0, List.of(), List.of()).findings).isEmpty();
  }

  @Test
  void everyFlippedBitOfEveryColumnOfEveryEventIsFoundAndNamed() {
    for (RawEvent event : List.copyOf(log.events.values())) {
      for (int column = 0; column < RawEvent.COLUMNS.size(); column++) {
        byte[] value = event.values().get(column);
        for (int bit = 0; value != null && bit < 8 * value.length; bit++) {
          var altered =
              InMemoryLog.with(event, column, InMemoryLog.flipped(value, bit / 8, bit % 8));
          log.events.put(event.index(), altered);

          assertThat(findings()).hasSize(1);
          assertThat(findings().getFirst())
              .startsWith("Event " + event.index() + " (")
              .contains("was altered");
        }
      }
      log.events.put(event.index(), event);
    }
    assertThat(findings()).isEmpty();
  }

  @Test
  void anEndThatWasSetBackIsFoundByTheLinksThatWereLeft() {
    var link = Objects.requireNonNull(log.links.get(11L));
    log.end = new ReadLog.ChainEnd(link, 10);
    log.checkpoints.clear();

    assertThat(told(0, List.of(), List.of()).findings)
        .containsExactly("The chain is said to end at event 11, and there is a link of event 12.");
  }

  @Test
  void anotherSequenceIsFound() {
    RawEvent event = event(5);
    log.events.put(5L, new RawEvent(5, event.sequence() + 1, event.values()));

    assertThat(findings()).singleElement().asString().startsWith("Event 5 (OrderPlaced");
  }

  @Test
  void nothingIsNotTheSameAsEmpty() {
    log.events.put(6L, InMemoryLog.with(event(6), 4, new byte[0]));

    assertThat(findings()).singleElement().asString().startsWith("Event 6 (");
  }

  @Test
  void bytesThatMoveFromOneColumnToTheNextAreFound() {
    var moved = InMemoryLog.with(event(6), 1, "Orde".getBytes(UTF_8));
    log.events.put(6L, InMemoryLog.with(moved, 2, "rorder:0".getBytes(UTF_8)));

    assertThat(findings()).singleElement().asString().startsWith("Event 6 (");
  }

  @Test
  void anEventThatIsGoneIsNamed() {
    log.events.remove(7L);

    assertThat(findings()).containsExactly("Event 7 is missing: it was chained and is not there.");
  }

  @Test
  void anEventThatIsGoneWithItsLinkIsToldByTheNext() {
    log.events.remove(7L);
    log.links.remove(7L);

    assertThat(findings().getFirst())
        .startsWith("Event 8 (")
        .contains("event 6, right before it, was, or one between them removed");
  }

  @Test
  void anEventInAGapIsFound() {
    log.events.put(InMemoryLog.GAP, InMemoryLog.event(InMemoryLog.GAP));

    assertThat(findings()).singleElement().asString().startsWith("Event 4 (").contains("put in");
  }

  @Test
  void twoEventsThatChangedPlacesAreBothFound() {
    log.events.put(5L, new RawEvent(5, event(9).sequence(), event(9).values()));
    RawEvent fifth = InMemoryLog.event(5);
    log.events.put(9L, new RawEvent(9, fifth.sequence(), fifth.values()));

    assertThat(findings()).hasSize(2);
    assertThat(findings().getFirst()).startsWith("Event 5 (");
    assertThat(findings().getLast()).startsWith("Event ");
  }

  @Test
  void eventsThatAreMissingAtTheEndAreFound() {
    log.events.tailMap(10L).clear();

    assertThat(findings()).hasSize(3);
    assertThat(findings().getFirst()).startsWith("Event 10 is missing");
  }

  @Test
  void anEndThatWasCutOffWithItsChainIsFoundByTheCheckpointBehindIt() {
    log.events.tailMap(8L).clear();
    log.links.tailMap(8L).clear();
    log.end = new ReadLog.ChainEnd(log.links.lastEntry().getValue(), log.links.size());

    assertThat(findings()).singleElement().asString().contains("the end was cut off");
  }

  @Test
  void anEndThatWasCutOffWithItsCheckpointsIsFoundByTheFile() {
    log.events.tailMap(8L).clear();
    log.chain(3, log.key);

    assertThat(findings()).anyMatch(it -> it.contains("is not in the database"));
    assertThat(findings().getLast()).contains("the end was cut off");
  }

  @Test
  void aLinkThatWasAlteredIsToldFromAnEvent() {
    Link link = Objects.requireNonNull(log.links.get(6L));
    log.links.put(6L, new Link(6, InMemoryLog.flipped(link.hash(), 3, 1)));

    assertThat(findings().getFirst())
        .startsWith("The link of event 6 (")
        .contains("the event is as it was");
  }

  @Test
  void theLastLinkIsToldFromTheLastEvent() {
    Link link = Objects.requireNonNull(log.links.get(12L));
    log.links.put(12L, new Link(12, InMemoryLog.flipped(link.hash(), 3, 1)));

    assertThat(findings()).singleElement().asString().startsWith("The link of event 12 (");
  }

  @Test
  void aChainThatWasMadeAnewDoesNotComeThroughTheCheckpoints() {
    var before = List.copyOf(log.checkpoints.values());
    log.events.put(6L, InMemoryLog.with(event(6), 6, "{}".getBytes(UTF_8)));
    log.chain(100, log.key);
    before.forEach(it -> log.checkpoints.put(it.number(), it));

    assertThat(findings())
        .containsExactly(
            "The chain does not come through checkpoint 2 in the database: from event 4 to 7, one"
                + " was altered, added or removed and the chain made anew.");
  }

  @Test
  void checkpointsOfAnotherKeyDoNotCount() {
    log.events.put(6L, InMemoryLog.with(event(6), 6, "{}".getBytes(UTF_8)));
    log.chain(3, SigningKey.random());

    assertThat(findings().getFirst()).contains("is signed by the key", "log-signing.pub");
    assertThat(findings()).anyMatch(it -> it.startsWith("The chain does not come through"));
  }

  @Test
  void whoeverHasTheKeyTooIsFoundByACheckpointThatWasKeptElsewhere() {
    log.events.put(6L, InMemoryLog.with(event(6), 6, "{}".getBytes(UTF_8)));
    log.chain(3, log.key);
    var forged = List.copyOf(log.checkpoints.values());

    assertThat(told(0, List.of(), forged).findings).isEmpty();
    assertThat(told(0, filed, forged).findings)
        .singleElement()
        .asString()
        .contains("as it was kept elsewhere", "from event 4 to 7");
  }

  @Test
  void aCheckpointThatWasAlteredIsNotWhatWasSigned() {
    LogCheckpoint it = Objects.requireNonNull(log.checkpoints.get(2L));
    log.checkpoints.put(
        2L,
        new LogCheckpoint(
            2,
            it.position(),
            it.events(),
            HexFormat.of().formatHex(new byte[32]),
            it.madeAt(),
            it.keyId(),
            it.signature()));

    assertThat(findings().getFirst())
        .isEqualTo("Checkpoint 2 in the database is not what was signed.");
  }

  @Test
  void aCheckpointThatIsGoneIsMissed() {
    log.checkpoints.remove(2L);

    assertThat(findings().getFirst()).isEqualTo("Checkpoint 2 is missing in the database.");
  }

  @Test
  void whatACheckpointCoversIsNotReadAgain() {
    log.events.put(2L, InMemoryLog.with(event(2), 6, "{}".getBytes(UTF_8)));

    assertThat(findings(2, List.of())).isEmpty();
    assertThat(told(2, List.of(), filed).done).isEqualTo(5);
    assertThat(findings(99, List.of())).singleElement().asString().contains("no checkpoint 99");
  }

  @Test
  void manyAlteredEventsAreAllFound() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      var altered =
          random
              .longs(3, 1, 13)
              .filter(it -> it != InMemoryLog.GAP)
              .distinct()
              .sorted()
              .boxed()
              .toList();
      altered.forEach(it ->
          log.events.put(it, InMemoryLog.with(event(it), 6, new byte[] {(byte) it.intValue()})));

      assertThat(findings()).hasSameSizeAs(altered);
      for (int i = 0; i < altered.size(); i++) {
        assertThat(findings().get(i)).startsWith("Event " + altered.get(i) + " (");
      }
      altered.forEach(it -> log.events.put(it, InMemoryLog.event(it)));
    }
  }
}
