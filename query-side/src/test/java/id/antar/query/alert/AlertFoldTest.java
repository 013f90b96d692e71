package id.antar.query.alert;

import static id.antar.query.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertEvent;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertEvent.AlertReleased;
import id.antar.api.alert.AlertEvent.AlertWorsened;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertView;
import id.antar.api.alert.AlertView.State;
import id.antar.query.projection.Recorded;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertFoldTest {

  private static final AlertId ID = AlertId.of(AlertKind.NO_COURIER, "4711");
  private static final Instant SINCE = NOON.minusSeconds(320);
  private static final AlertRaised RAISED =
      new AlertRaised(ID, AlertKind.NO_COURIER, "4711", 320, 300, SINCE, NOON);
  private static final AlertAcknowledged TAKEN =
      new AlertAcknowledged(ID, "olga", "I look for one", NOON.plusSeconds(10));
  private static final AlertEnded ENDED = new AlertEnded(ID, AlertEnd.GONE, NOON.plusSeconds(60));

  @Test
  void itStandsUntilSomebodyHasIt() {
    AlertView view = after(RAISED);

    assertThat(view.state()).isEqualTo(State.STANDING);
    assertThat(view.subjectKind()).isEqualTo(AlertKind.Subject.ORDER);
    assertThat(view.unit()).isEqualTo(AlertKind.Unit.SECONDS);
    assertThat(view.value()).isEqualTo(320);
    assertThat(view.since()).isEqualTo(SINCE);
    assertThat(after(RAISED, TAKEN).state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(after(RAISED, TAKEN).takenBy()).isEqualTo("olga");
    assertThat(after(RAISED, TAKEN).note()).isEqualTo("I look for one");
  }

  @Test
  void whoGivesItBackIsForgotten() {
    AlertView view = after(RAISED, TAKEN, new AlertReleased(ID, "olga", NOON));

    assertThat(view.state()).isEqualTo(State.STANDING);
    assertThat(view.takenBy()).isNull();
    assertThat(view.note()).isNull();
  }

  @Test
  void theWorstIsTold() {
    assertThat(after(RAISED, new AlertWorsened(ID, 640, NOON)).value()).isEqualTo(640);
    assertThat(after(RAISED, TAKEN, new AlertWorsened(ID, 640, NOON)).takenBy()).isEqualTo("olga");
  }

  @Test
  void whatIsOverSaysWhoHadIt() {
    AlertView view = after(RAISED, TAKEN, ENDED);

    assertThat(view.state()).isEqualTo(State.OVER);
    assertThat(view.endedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(view.endedBecause()).isEqualTo(AlertEnd.GONE);
    assertThat(view.takenBy()).isEqualTo("olga");
  }

  @Test
  void whatStandsAgainIsNobodysAndCounted() {
    AlertView view = after(RAISED, TAKEN, ENDED, RAISED);

    assertThat(view.state()).isEqualTo(State.STANDING);
    assertThat(view.takenBy()).isNull();
    assertThat(view.endedAt()).isNull();
    assertThat(view.times()).isEqualTo(2);
  }

  private static AlertView after(AlertEvent... events) {
    var fold = new AlertFold();
    @Nullable AlertRow row = null;
    long sequence = 0;
    for (AlertEvent event : events) {
      assertThat(fold.keys(event)).containsExactly(ID.value());
      var recorded =
          new Recorded(event, "alert:" + ID, sequence++, NOON, "system:alerts", "e", null);
      row = fold.evolve(ID.value(), row, recorded);
    }
    return Objects.requireNonNull(row).view();
  }
}
