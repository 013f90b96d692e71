package id.antar.command.alert.watch;

import id.antar.api.board.BoardView;
import java.util.stream.Stream;

/// Measures one kind of trouble. What it does not measure in a look does not exist.
interface Rule {

  Stream<Measure> measure(Look look);

  /// One that looks at the board.
  interface OnBoard extends Rule {
    Stream<Measure> measure(Look look, BoardView board);

    @Override
    default Stream<Measure> measure(Look look) {
      BoardView board = look.board();
      return board == null ? Stream.empty() : measure(look, board);
    }
  }
}
