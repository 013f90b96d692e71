package id.antar.query.board;

import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardAnswer.BeforeTheLog;
import id.antar.api.board.BoardAnswer.Change;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardAnswer.NotReady;
import id.antar.api.board.BoardAnswer.NotTogether;
import id.antar.api.board.BoardAnswer.NotYet;
import id.antar.api.board.BoardAnswer.NothingYet;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.TrackPoint;
import id.antar.query.board.Board.Contents;
import id.antar.query.board.BoardLog.Marker;
import id.antar.query.board.LiveBoard.Captured;
import id.antar.query.track.CourierTracks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says which moment is meant, and what the board was then. Its calls block.
final class Boards {

  private final BoardLog log;
  private final LiveBoard live;
  private final BoardHistory history;
  private final CourierTracks tracks;

  Boards(BoardLog log, LiveBoard live, BoardHistory history, CourierTracks tracks) {
    this.log = log;
    this.live = live;
    this.history = history;
    this.tracks = tracks;
  }

  BoardAnswer board(GetBoard query) {
    Instant at = query.at();
    if (at != null && at.isAfter(query.now())) {
      return new NotYet(live.position(), query.now());
    }
    Long position = query.position();
    if (position != null) {
      return at(position, at, query.now());
    }
    return at == null ? now(query.now()) : at(at, query.now());
  }

  /// Something may have been recorded after the question was asked.
  private BoardAnswer now(Instant now) {
    live.step();
    if (!live.isReady()) {
      return notReady();
    }
    Optional<Captured> captured = live.capture();
    return captured.isEmpty()
        ? new NothingYet()
        : found(
            captured.get().contents(),
            captured.get().marker(),
            later(now, captured.get().marker().recordedAt()));
  }

  private BoardAnswer at(Instant at, Instant now) {
    Optional<Marker> last = log.lastUpTo(at);
    if (last.isEmpty()) {
      return beforeTheLog();
    }
    boolean reached = reaches(last.get().position());
    if (!reached && !live.isReady()) {
      return notReady();
    }
    Optional<Marker> settled = reached ? last : log.lastUpTo(live.position());
    return settled.isEmpty()
        ? new NotYet(live.position(), now)
        : found(history.at(settled.get().position()), settled.get(), at);
  }

  private BoardAnswer at(long position, @Nullable Instant at, Instant now) {
    if (!reaches(position)) {
      return live.isReady() ? new NotYet(live.position(), now) : notReady();
    }
    Optional<Marker> last = log.lastUpTo(position);
    if (last.isEmpty()) {
      return beforeTheLog();
    }
    Marker marker = last.get();
    if (at != null && at.isBefore(marker.recordedAt())) {
      return new NotTogether(marker.position(), marker.recordedAt());
    }
    return found(history.at(marker.position()), marker, at == null ? marker.recordedAt() : at);
  }

  BoardAnswer changes(ListBoardChanges query) {
    if (!reaches(query.after())) {
      return live.isReady() ? new NotYet(live.position(), query.now()) : notReady();
    }
    long upTo = live.position();
    List<Change> changes = history.changes(query.after(), upTo, query.limit());
    return new Changed(
        changes, changes.size() < query.limit() ? upTo : changes.getLast().position());
  }

  private boolean reaches(long position) {
    if (position > live.position()) {
      live.step();
    }
    return position <= live.position();
  }

  private BoardAnswer found(Contents contents, Marker marker, Instant at) {
    List<CourierId> onShift = contents.couriers().stream().map(OnShift::courierId).toList();
    Map<CourierId, TrackPoint> seen = tracks.last(onShift, at);
    return new Found(new Picture(contents).view(marker, at, seen));
  }

  private BoardAnswer notReady() {
    long head = log.head().map(Marker::position).orElse(0L);
    return new NotReady(live.position(), head);
  }

  private BoardAnswer beforeTheLog() {
    return log.first()
        .<BoardAnswer>map(first -> new BeforeTheLog(first.position(), first.recordedAt()))
        .orElseGet(NothingYet::new);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
