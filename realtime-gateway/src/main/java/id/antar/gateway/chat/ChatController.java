package id.antar.gateway.chat;

import id.antar.api.account.Permission;
import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatQuery.ListMessages;
import id.antar.api.chat.MessageId;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.order.OrderAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the parties of an order say to each other while it lives.
@RestController
final class ChatController {

  /// As many as a conversation may have.
  private static final int MOST_MESSAGES = 200;

  private final Engine engine;
  private final OrderAccess orders;

  ChatController(Engine engine, OrderAccess orders) {
    this.engine = engine;
    this.orders = orders;
  }

  record Words(String text) {}

  record ReadMark(int upTo) {}

  @PostMapping("/v1/orders/{id}/messages")
  @Requires(Permission.CHAT_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ChatAnswers.Sent> send(Caller caller, @PathVariable OrderId id, @RequestBody Words body) {
    var messageId = new MessageId(caller.idOfNew("message", null));
    return orders
        .partyOf(id, caller)
        .map(author -> message(id, messageId, author, caller, body))
        .flatMap(command -> engine.send(command, caller))
        .thenReturn(new ChatAnswers.Sent(messageId));
  }

  /// The words are those of the account that sent them, whosever side it is on.
  private static SendMessage message(
      OrderId id, MessageId messageId, Party author, Caller caller, Words body) {
    var text = Personal.of(PersonId.of(caller.actor()), body.text());
    return Valid.of(SendMessage.class, "", () -> new SendMessage(id, messageId, author, text));
  }

  @GetMapping("/v1/orders/{id}/messages")
  @Requires(Permission.CHAT_READ)
  Mono<ChatAnswers.Page> list(
      Caller caller,
      @PathVariable OrderId id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (!ChatAccess.mayRead(caller)) {
      throw Problem.forbidden("This is between the parties of the order.").asException();
    }
    return orders
        .get(id, caller)
        .then(
            Mono.defer(
                () -> engine.ask(new ListMessages(id, cursor, Valid.limit(limit, MOST_MESSAGES)))))
        .map(page -> ChatAnswers.Page.of(page, caller));
  }

  @PostMapping("/v1/orders/{id}/messages/read")
  @Requires(Permission.CHAT_READ)
  Mono<Done> read(Caller caller, @PathVariable OrderId id, @RequestBody ReadMark body) {
    if (caller.isStaff()) {
      throw Problem.forbidden("Only the parties of an order mark what they have read.")
          .asException();
    }
    return orders
        .partyOf(id, caller)
        .map(reader -> new ReadMessages(id, reader, body.upTo()))
        .flatMap(command -> engine.send(command, caller))
        .thenReturn(Done.DONE);
  }
}
