package id.antar.query.chat;

import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.api.order.OrderId;
import id.antar.api.order.Side;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A row for each message, with the sides that have read it.
final class ChatFold implements Fold<MessageView> {

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public Class<MessageView> stateType() {
    return MessageView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(ChatEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return switch ((ChatEvent) event) {
      case MessageSent e -> List.of(key(e.orderId(), e.number()));
      case MessageRead e ->
          IntStream.rangeClosed(e.after() + 1, e.upTo())
              .mapToObj(number -> key(e.orderId(), number))
              .toList();
    };
  }

  @Override
  public @Nullable MessageView evolve(String key, @Nullable MessageView before, Recorded recorded) {
    return evolve(before, (ChatEvent) recorded.event());
  }

  @Override
  public Object view(MessageView state) {
    return state;
  }

  /// What was read has been sent before, in the same conversation.
  static @Nullable MessageView evolve(@Nullable MessageView view, ChatEvent event) {
    return switch (event) {
      case MessageSent e ->
          new MessageView(
              e.orderId(),
              e.messageId(),
              e.number(),
              e.author(),
              e.courierId(),
              e.text(),
              e.occurredAt(),
              List.of());
      case MessageRead e -> view == null ? null : readBy(view, e);
    };
  }

  private static MessageView readBy(MessageView view, MessageRead read) {
    Side reader = read.reader().side();
    if (reader == view.author().side() || view.readBy().contains(reader)) {
      return view;
    }
    var readers = new ArrayList<>(view.readBy());
    readers.add(reader);
    return new MessageView(
        view.orderId(),
        view.messageId(),
        view.number(),
        view.author(),
        view.courierId(),
        view.text(),
        view.occurredAt(),
        readers);
  }

  private static String key(OrderId order, int number) {
    return order + "/" + number;
  }
}
