package id.antar.command.chat;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;

import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.ChatRejection.ChatIsOver;
import id.antar.api.chat.ChatRejection.ConversationIsFull;
import id.antar.api.chat.ChatRejection.TooManyMessages;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may say something, until when and how often: the parties that the order has at that moment
/// and operators, as long as it lives and a little longer, within limits.
final class Sending {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Sending() {}

  static Decision<ChatEvent> send(
      ConversationState before,
      SendMessage c,
      Optional<Parties> order,
      ChatPolicy policy,
      Instant now) {
    if (order.isEmpty()) {
      return reject(new UnknownOrder(c.orderId()));
    }
    Parties parties = order.get();
    if (!(c.author() instanceof Party.Operator) && !parties.has(c.author())) {
      return reject(new NotYourOrder(c.orderId()));
    }
    Instant end = parties.endedAt();
    return end != null && now.isAfter(end.plus(policy.afterEnd()))
        ? reject(new ChatIsOver(c.orderId(), end.plus(policy.afterEnd())))
        : withinLimits(before, c, parties, policy, now);
  }

  private static Decision<ChatEvent> withinLimits(
      ConversationState before, SendMessage c, Parties order, ChatPolicy policy, Instant now) {
    if (before.messages().size() >= policy.perOrder()) {
      return reject(new ConversationIsFull(c.orderId(), policy.perOrder()));
    }
    List<Instant> lately = lately(before, c.author(), now);
    if (lately.size() >= policy.perMinute()) {
      Instant oldest = lately.get(lately.size() - policy.perMinute());
      return reject(
          new TooManyMessages(policy.perMinute(), Duration.between(now, oldest.plus(MINUTE))));
    }
    return accept(
        new MessageSent(
            c.orderId(),
            c.messageId(),
            before.messages().size() + 1,
            c.author(),
            order.merchantId(),
            order.courierId(),
            c.text(),
            now));
  }

  private static List<Instant> lately(ConversationState before, Party author, Instant now) {
    return before.messages().stream()
        .filter(message -> message.author().equals(author))
        .map(MessageSent::occurredAt)
        .filter(at -> at.isAfter(now.minus(MINUTE)))
        .toList();
  }
}
