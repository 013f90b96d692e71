package id.antar.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardView;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.query.Cast;
import id.antar.query.board.BoardLog.Gap;
import id.antar.query.board.Folding.BoardSource;
import id.antar.query.track.CourierTracks;
import id.antar.query.track.MemoryTracks;
import id.antar.query.track.TrackSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final long PATIENCE = Duration.ofMillis(200).toNanos();

  private final HandLog log = new HandLog();
  private final AtomicLong nanos = new AtomicLong();
  private final Settling settling =
      new Settling(log, Duration.ofNanos(PATIENCE), Duration.ofMinutes(1), nanos::get);

  @Test
  void withoutGapsAllIsSettled() {
    log.see(1, 2, 3);

    assertThat(settling.upTo(0)).isEqualTo(3);
    assertThat(settling.upTo(3)).isEqualTo(3);
  }

  @Test
  void aGapIsWaitedForAndThenTakenForEmpty() {
    log.see(1, 3);

    assertThat(settling.upTo(0)).isEqualTo(1);
    nanos.addAndGet(PATIENCE);
    assertThat(settling.upTo(1)).isEqualTo(3);
  }

  @Test
  void whileSomebodyWritesThereItIsWaitedForLonger() {
    log.see(1, 3);
    log.write(2);
    assertThat(settling.upTo(0)).isEqualTo(1);
    nanos.addAndGet(10 * PATIENCE);
    assertThat(settling.upTo(1)).isEqualTo(1);

    log.commit(2);
    assertThat(settling.upTo(1)).isEqualTo(3);
  }

  @Test
  void whatAppearsInAGapAllTheSameIsFoundForAMinute() {
    log.see(1, 3);
    var _ = settling.upTo(0);
    nanos.addAndGet(PATIENCE);
    var _ = settling.upTo(0);
    assertThat(settling.findFilled()).isNull();

    log.see(2);

    assertThat(settling.findFilled()).isEqualTo(new Gap(2, 2));
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(settling.findFilled()).isNull();
  }

  @Test
  void aBoardThatMissedSomethingIsFoldedAgain() {
    log.put(1, Cast.placed());
    log.put(3, Cast.courierRegistered());
    var source = new BoardSource(log, new MemoryFrames(), BoardForms.form(), 1, 10);
    var live = new LiveBoard(source, settling);
    var tracks = new CourierTracks(TrackSettings.USUAL, new MemoryTracks(), nanos::get);
    var boards = new Boards(log, live, new BoardHistory(source), tracks);
    var _ = live.step();
    nanos.addAndGet(PATIENCE);
    assertThat(now(boards).orders()).extracting(it -> it.stage().name()).containsExactly("PLACED");

    log.put(2, new OrderSubmitted(Cast.ORDER, Cast.NOODLE_BAR, Cast.after(9), Cast.after(1)));
    live.mend();

    assertThat(now(boards).orders())
        .extracting(it -> it.stage().name())
        .containsExactly("SUBMITTED");
  }

  private static BoardView now(Boards boards) {
    return ((Found) boards.board(new GetBoard(null, null, Cast.after(60)))).board();
  }
}
