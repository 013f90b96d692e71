package id.antar.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardView;
import id.antar.api.order.OrderStage;
import id.antar.query.board.Folding.BoardSource;
import id.antar.query.log.Settling;
import id.antar.query.track.CourierTracks;
import id.antar.query.track.MemoryTracks;
import id.antar.query.track.TrackSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A day of 100,000 events, looked at live at random moments, and again from history.
class BoardOfTheDayTest {

  private static final int EVENTS = 100_000;
  private static final int MOMENTS = 50;
  private static final JsonMapper JSON = BoardForms.mapper();

  private static final BusyLog LOG = new BusyLog(7);
  private static final MemoryFrames FRAMES = new MemoryFrames();
  private static final MemoryTracks STORED = new MemoryTracks();
  private static final AtomicLong NANOS = new AtomicLong();
  private static final CourierTracks TRACKS =
      new CourierTracks(TrackSettings.USUAL, STORED, NANOS::get);
  private static final GeneratedDay DAY = new GeneratedDay(LOG, 1);
  private static final List<BoardView> LIVE = new ArrayList<>();

  @BeforeAll
  static void liveThroughTheDay() {
    var random = new Random(3);
    Set<Integer> moments = new TreeSet<>();
    while (moments.size() < MOMENTS) {
      moments.add(500 + random.nextInt(EVENTS - 500));
    }
    var _ = new GeneratedTown(DAY, TRACKS, 150);
    Boards boards = boards(FRAMES, TRACKS);
    var due = new ArrayList<>(moments);
    while (LOG.size() < EVENTS && DAY.next()) {
      NANOS.addAndGet(Duration.ofMillis(20).toNanos());
      if (random.nextInt(400) == 0) {
        TRACKS.write(false);
      }
      if (!due.isEmpty() && LOG.size() >= due.getFirst()) {
        due.removeFirst();
        LIVE.add(found(boards.board(new GetBoard(null, null, DAY.now()))));
      }
    }
    LOG.commitAll();
    TRACKS.write(true);
  }

  private static Boards boards(BoardFrames frames, CourierTracks tracks) {
    var source = new BoardSource(LOG, frames, BoardForms.form(), 2_000, 500);
    var settling = new Settling(LOG, Duration.ofMillis(200), NANOS::get);
    return new Boards(LOG, new LiveBoard(source, settling), new BoardHistory(source), tracks);
  }

  private static BoardView found(BoardAnswer answer) {
    return ((Found) answer).board();
  }

  /// After a restart, when nothing is in memory.
  private static Boards later(BoardFrames frames) {
    var boards = boards(frames, new CourierTracks(TrackSettings.USUAL, STORED, NANOS::get));
    for (int i = 0; i < 30; i++) {
      NANOS.addAndGet(Duration.ofSeconds(1).toNanos());
      var _ = boards.board(new GetBoard(null, null, DAY.now()));
    }
    return boards;
  }

  private static BoardView again(Boards boards, BoardView live) {
    return found(boards.board(new GetBoard(live.position(), live.at(), DAY.now())));
  }

  @Test
  void theDayHasAllThatADayHas() {
    assertThat(LOG.size()).isGreaterThanOrEqualTo(EVENTS);
    assertThat(LIVE).hasSize(MOMENTS);
    assertThat(LIVE).extracting(BoardView::position).doesNotHaveDuplicates();
    assertThat(LIVE.stream().flatMap(it -> it.orders().stream()).map(BoardView.BoardOrder::stage))
        .containsAll(
            EnumSet.complementOf(
                EnumSet.of(OrderStage.DELIVERED, OrderStage.CANCELLED, OrderStage.RETURNED)));
    assertThat(LIVE).anyMatch(it -> !it.offers().isEmpty()).anyMatch(it -> !it.queue().isEmpty());
    assertThat(LIVE)
        .anyMatch(it -> it.couriers().stream().anyMatch(courier -> courier.seen() != null));
    assertThat(LIVE).anyMatch(it -> it.orders().stream().anyMatch(o -> o.handover() != null));
    assertThat(LIVE).anyMatch(it -> it.orders().stream().anyMatch(o -> o.pinnedTo() != null));
    assertThat(LIVE).anyMatch(it -> it.orders().stream().anyMatch(o -> o.dropoff().isForgotten()));
    assertThat(FRAMES.size()).isGreaterThan(40);
    assertThat(STORED.size()).isPositive();
  }

  @Test
  void whatWasLiveIsFoldedFromHistoryToTheLastField() {
    Boards boards = later(FRAMES);

    for (BoardView live : LIVE) {
      BoardView folded = again(boards, live);

      assertThat(folded).isEqualTo(live);
      assertThat(JSON.writeValueAsString(folded)).isEqualTo(JSON.writeValueAsString(live));
    }
  }

  @Test
  void framesAreNothingButACacheAndWhoLooksBackLeavesNone() {
    var none = new MemoryFrames();
    Boards boards = later(none);

    none.clear();
    for (BoardView live : LIVE.subList(0, 5)) {
      assertThat(again(boards, live)).isEqualTo(live);
    }
    assertThat(none.size()).isZero();
  }

  @Test
  void aFrameOfAnotherFoldOrOneThatIsBrokenIsNotUsed() {
    var other = new MemoryFrames();
    FRAMES
        .all()
        .values()
        .forEach(frame -> {
          byte[] content = frame.position() % 2 == 0 ? new byte[] {1, 2, 3} : frame.content();
          int revision = Board.REVISION + (int) (frame.position() % 2);
          other.save(
              new BoardFrames.Frame(frame.position(), frame.recordedAt(), revision, content));
        });

    BoardView live = LIVE.get(MOMENTS / 2);
    assertThat(again(later(other), live)).isEqualTo(live);
  }

  @Test
  void changesLeadFromOneMomentToTheOther() {
    Boards boards = later(FRAMES);
    BoardView from = LIVE.get(20);
    BoardView to = LIVE.get(21);

    assertThat(Playback.play(boards, from, to, DAY.now())).isEqualTo(Playback.of(to));
  }
}
