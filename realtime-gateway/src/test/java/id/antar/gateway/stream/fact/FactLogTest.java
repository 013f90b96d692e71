package id.antar.gateway.stream.fact;

import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.courier.CourierId;
import id.antar.gateway.stream.hub.Topic;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactLogTest {

  private static final CourierId ODD = new CourierId("odd");
  private static final CourierId EVEN = new CourierId("even");

  private final FactLog log = new FactLog(4, System::nanoTime);

  @BeforeEach
  void itBegins() {
    log.beginAt(new Cursor(100, List.of()));
  }

  @Test
  void findsWhatATopicWasToldAfterACursor() {
    append(101);
    append(102);
    append(103);

    assertThat(after("100", new Topic.OfCourier(ODD))).containsExactly(101L, 103L);
    assertThat(after("101", Topic.BOARD)).containsExactly(102L, 103L);
    assertThat(after("103", Topic.BOARD)).isEmpty();
    assertThat(after("100", new Topic.OfCourier(new CourierId("nobody")))).isEmpty();
  }

  @Test
  void findsWhatFilledAGapLater() {
    append(103, 101L, 102L);
    append(102, 101L);
    append(104, 101L);
    append(101);

    assertThat(after("103-102-101", Topic.BOARD)).containsExactly(102L, 104L, 101L);
    assertThat(after("103-101", Topic.BOARD)).containsExactly(104L, 101L);
    assertThat(after("104-101", Topic.BOARD)).containsExactly(101L);
    assertThat(after("104", Topic.BOARD)).isEmpty();
    assertThat(log.position()).hasToString("104");
  }

  @Test
  void theOldestAreForgottenAndTheCursorsBeforeThemAreNotCovered() {
    for (long index = 101; index <= 106; index++) {
      append(index);
    }

    assertThat(log.horizon()).hasToString("102");
    assertThat(log.covers(cursor("101"))).isFalse();
    assertThat(log.covers(cursor("102"))).isTrue();
    assertThat(after("102", new Topic.OfCourier(EVEN))).containsExactly(104L, 106L);
  }

  @Test
  void aCursorWithAGapBehindTheHorizonIsNotCovered() {
    append(102, 101L);
    for (long index = 103; index <= 106; index++) {
      append(index, 101L);
    }
    append(101);

    assertThat(log.horizon()).hasToString("103-101");
    assertThat(log.covers(cursor("104-101"))).isTrue();
    assertThat(log.covers(cursor("104-102-101"))).isFalse();
    assertThat(after("104-101", Topic.BOARD)).containsExactly(105L, 106L, 101L);
  }

  @Test
  void whatHappenedBeforeItBeganIsNotCovered() {
    assertThat(log.covers(cursor("99"))).isFalse();
    assertThat(log.covers(cursor("105-98"))).isFalse();
    assertThat(log.covers(cursor("100"))).isTrue();
  }

  private void append(long index, Long... open) {
    log.alone(() -> {
      long upTo = Math.max(index, log.position().index());
      log.pass(index, upTo, List.of(open));
      var ended = new AssignmentEnded(TRIP, index % 2 == 0 ? EVEN : ODD, NOON);
      var _ = log.append(new Fact.OfAssignment(index, ended, NOON));
    });
  }

  private List<Long> after(String cursor, Topic topic) {
    return log.after(cursor(cursor), topic).stream().map(it -> it.fact().index()).toList();
  }

  private static Cursor cursor(String text) {
    return Cursor.parse(text).orElseThrow();
  }
}
