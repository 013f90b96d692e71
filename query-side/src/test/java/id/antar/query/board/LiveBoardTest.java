package id.antar.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardView;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.query.Cast;
import id.antar.query.board.Folding.BoardSource;
import id.antar.query.log.Settling;
import id.antar.query.track.CourierTracks;
import id.antar.query.track.MemoryTracks;
import id.antar.query.track.TrackSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveBoardTest {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final MemoryLog log = new MemoryLog();
  private final AtomicLong nanos = new AtomicLong();
  private final Settling settling = new Settling(log, PATIENCE, nanos::get);

  @Test
  void aBoardThatMissedSomethingIsFoldedAgain() {
    put(1, Cast.placed());
    put(3, Cast.courierRegistered());
    var source = new BoardSource(log, new MemoryFrames(), BoardForms.form(), 1, 10);
    var live = new LiveBoard(source, settling);
    var tracks = new CourierTracks(TrackSettings.USUAL, new MemoryTracks(), nanos::get);
    var boards = new Boards(log, live, new BoardHistory(source), tracks);
    var _ = live.step();
    nanos.addAndGet(PATIENCE.toNanos());
    assertThat(now(boards).orders()).extracting(it -> it.stage().name()).containsExactly("PLACED");

    put(2, new OrderSubmitted(Cast.ORDER, Cast.NOODLE_BAR, Cast.after(9), Cast.after(1)));
    live.mend();

    assertThat(now(boards).orders())
        .extracting(it -> it.stage().name())
        .containsExactly("SUBMITTED");
  }

  private static BoardView now(Boards boards) {
    return ((Found) boards.board(new GetBoard(null, null, Cast.after(60)))).board();
  }

  private void put(long position, Object event) {
    log.put(position, event, Cast.after((int) position));
  }
}
