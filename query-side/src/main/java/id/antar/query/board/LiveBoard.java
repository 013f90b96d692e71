package id.antar.query.board;

import id.antar.api.order.OrderStage;
import id.antar.query.board.Board.Contents;
import id.antar.query.board.BoardLog.Marker;
import id.antar.query.board.Folding.BoardSource;
import id.antar.query.log.LogPlaces.Gap;
import id.antar.query.log.Settling;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The board as it stands, in memory, event by event in the order of the log as far as that is
/// settled. Begins at the last key frame.
public final class LiveBoard {

  private static final Logger LOG = LoggerFactory.getLogger(LiveBoard.class);

  /// Closer to the head than this the board counts as live.
  private static final long NEAR = 1_000;

  /// Places.
  private static final int AT_ONCE = 10_000;

  private final BoardSource source;
  private final Settling settling;
  private @Nullable Folding folding;
  private volatile long position;
  private volatile boolean ready;

  LiveBoard(BoardSource source, Settling settling) {
    this.source = source;
    this.settling = settling;
  }

  /// What a board was at a place.
  record Captured(Marker marker, Contents contents) {}

  /// Goes on as far as the log is settled, with a limit.
  ///
  /// @return how many places it went
  public synchronized long step() {
    Folding now = folding();
    long before = now.position();
    now.advance(settling.upTo(before, AT_ONCE));
    position = now.position();
    ready |= position - before < NEAR;
    return position - before;
  }

  /// Whether it has been near the head of the log.
  boolean isReady() {
    return ready;
  }

  public long position() {
    return position;
  }

  /// How many places of the log it does not hold yet.
  public long lag() {
    return Math.max(0, source.log().head().map(Marker::position).orElse(0L) - position);
  }

  /// How many orders are at each stage, as of the last step.
  public synchronized Map<OrderStage, Long> stages() {
    return folding().board().stages();
  }

  /// The board with all that is settled; nothing if nothing was recorded.
  synchronized Optional<Captured> capture() {
    long went = NEAR;
    while (went >= NEAR) {
      went = step();
    }
    Contents contents = folding().board().contents();
    return source.log().lastUpTo(position).map(marker -> new Captured(marker, contents));
  }

  /// Begins again where something came to light that was thought not to be.
  public synchronized void mend() {
    Gap filled = settling.findFilled();
    if (filled != null) {
      LOG.warn("An event came to light at {} to {}, late.", filled.first(), filled.last());
      source.frames().dropFrom(filled.first());
      folding = Folding.begin(source, filled.first() - 1);
      settling.startAgain();
    }
  }

  private Folding folding() {
    Folding now = folding;
    if (now == null) {
      long head = source.log().head().map(Marker::position).orElse(0L);
      now = Folding.begin(source, head);
      folding = now;
      position = now.position();
    }
    return now;
  }
}
