package id.antar.query.chat;

import id.antar.api.chat.ChatQuery.ListMessages;
import id.antar.api.chat.ChatQuery.MessagePage;
import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class ChatQueries {

  private static final String CURSOR = "messages";

  private final Table<MessageView> messages;

  ChatQueries(Table<MessageView> messages) {
    this.messages = messages;
  }

  @QueryHandler
  CompletableFuture<MessagePage> list(ListMessages query) {
    int limit = Paging.requireLimit(query.limit());
    return messages
        .list(
            "order_id = ? AND number > ?",
            List.of(query.orderId().value(), after(query.cursor())),
            "number",
            limit + 1)
        .thenApply(found -> page(found, limit));
  }

  private static int after(@Nullable String cursor) {
    try {
      return cursor == null ? 0 : Integer.parseInt(Cursor.decode(CURSOR, cursor, 1).getFirst());
    } catch (NumberFormatException _) {
      throw Cursor.foreign(String.valueOf(cursor));
    }
  }

  private static MessagePage page(List<MessageView> found, int limit) {
    return new MessagePage(
        Paging.page(found, limit),
        Paging.nextCursor(
            found, limit, view -> Cursor.encode(CURSOR, List.of(Integer.toString(view.number())))));
  }

  static List<Column<MessageView>> columns() {
    return List.of(
        Column.text("order_id", MessageView::orderId),
        new Column<>("number", Integer.class, MessageView::number));
  }
}
