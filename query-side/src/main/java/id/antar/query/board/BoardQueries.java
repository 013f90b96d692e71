package id.antar.query.board;

import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.QueryHandler;

final class BoardQueries {

  private final Boards boards;
  private final Executor readers;

  BoardQueries(Boards boards, Executor readers) {
    this.boards = boards;
    this.readers = readers;
  }

  @QueryHandler
  CompletableFuture<BoardAnswer> board(GetBoard query) {
    return CompletableFuture.supplyAsync(() -> boards.board(query), readers);
  }

  @QueryHandler
  CompletableFuture<BoardAnswer> changes(ListBoardChanges query) {
    return CompletableFuture.supplyAsync(() -> boards.changes(query), readers);
  }
}
