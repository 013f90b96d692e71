package id.antar.query.board;

import id.antar.api.board.BoardAnswer.Change;
import id.antar.query.board.Board.Contents;
import id.antar.query.board.BoardLog.Entry;
import id.antar.query.board.BoardLog.Stretch;
import id.antar.query.board.Folding.BoardSource;
import java.util.ArrayList;
import java.util.List;

/// Boards of the past, folded from the key frame before. They leave none behind: only the live
/// board knows of an event that comes to light late, and drops those that lack it.
final class BoardHistory {

  private final BoardSource source;

  BoardHistory(BoardSource source) {
    this.source = source.leavingNone();
  }

  Contents at(long position) {
    return folded(position).board().contents();
  }

  private Folding folded(long position) {
    Folding folding = Folding.begin(source, position);
    folding.advance(position);
    return folding;
  }

  /// @param most of them, or a few more: those of one place are not parted
  List<Change> changes(long after, long upTo, int most) {
    Folding folding = folded(after);
    var changes = new ArrayList<Change>();
    Shown shown = Shown.of(folding.board().contents());
    while (folding.position() < upTo && changes.size() < most) {
      Stretch stretch = folding.read(upTo);
      for (Entry entry : stretch.entries()) {
        if (changes.size() < most || entry.position() == changes.getLast().position()) {
          folding.apply(entry);
          Shown next = Shown.of(folding.board().contents());
          changes.add(next.since(shown, entry));
          shown = next;
        }
      }
      folding.pass(stretch);
    }
    return changes;
  }
}
