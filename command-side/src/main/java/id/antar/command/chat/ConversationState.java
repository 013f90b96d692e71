package id.antar.command.chat;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.ChatRejection.MessageAlreadySent;
import id.antar.api.chat.ChatRejection.UnknownMessage;
import id.antar.api.chat.MessageId;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was said, and how far each party has read.
record ConversationState(List<MessageSent> messages, Map<Party, Integer> readUpTo) {

  static final ConversationState SILENT = new ConversationState(List.of(), Map.of());

  ConversationState {
    messages = List.copyOf(messages);
    readUpTo = Map.copyOf(readUpTo);
  }

  /// The order is asked only if the message is new.
  Decision<ChatEvent> send(
      SendMessage c, Supplier<Optional<Parties>> order, ChatPolicy policy, Instant now) {
    return find(c.messageId())
        .map(sent -> again(sent, c))
        .orElseGet(() -> Sending.send(this, c, order.get(), policy, now));
  }

  private static Decision<ChatEvent> again(MessageSent sent, SendMessage c) {
    return sent.author().equals(c.author()) && sent.text().equals(c.text())
        ? satisfied()
        : reject(new MessageAlreadySent(c.messageId()));
  }

  /// Only a party of the order has read something; who looks in from outside has not. The order is
  /// asked first: to others there is nothing to be read.
  Decision<ChatEvent> read(ReadMessages c, Supplier<Optional<Parties>> order, Instant now) {
    return order
        .get()
        .filter(parties -> parties.has(c.reader()))
        .map(parties -> read(c, parties, now))
        .orElseGet(() -> reject(new NotYourOrder(c.orderId())));
  }

  private Decision<ChatEvent> read(ReadMessages c, Parties order, Instant now) {
    int before = readUpTo.getOrDefault(c.reader(), 0);
    if (c.upTo() < 1 || c.upTo() > messages.size()) {
      return reject(new UnknownMessage(c.orderId(), c.upTo()));
    }
    return c.upTo() <= before
        ? satisfied()
        : accept(
            new MessageRead(
                c.orderId(),
                c.reader(),
                before,
                c.upTo(),
                order.merchantId(),
                order.courierId(),
                now));
  }

  ConversationState evolve(ChatEvent event) {
    return switch (event) {
      case MessageSent e -> with(e);
      case MessageRead e -> with(e);
    };
  }

  private ConversationState with(MessageSent message) {
    var all = new ArrayList<>(messages);
    all.add(message);
    return new ConversationState(all, readUpTo);
  }

  private ConversationState with(MessageRead read) {
    var all = new HashMap<>(readUpTo);
    all.put(read.reader(), read.upTo());
    return new ConversationState(messages, all);
  }

  private Optional<MessageSent> find(MessageId id) {
    return messages.stream().filter(message -> message.messageId().equals(id)).findFirst();
  }
}
