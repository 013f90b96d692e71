package id.antar.command.chat;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.chat.ConversationTest.COURIER;
import static id.antar.command.chat.ConversationTest.CUSTOMER;
import static id.antar.command.chat.ConversationTest.MERCHANT;
import static id.antar.command.chat.ConversationTest.OPERATOR;
import static id.antar.command.chat.ConversationTest.order;
import static id.antar.command.chat.ConversationTest.say;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.chat.ChatCommand;
import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.courier.CourierId;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is said, by whom and when.
class ConversationPropertyTest {

  private static final ChatPolicy POLICY = new ChatPolicy(Duration.ofMinutes(30), 3, 25);

  /// @param courier who carries the order then
  record Step(ChatCommand command, CourierId courier, int secondsLater) {}

  @Property
  void everyHistoryFoldsAndKeepsTheLimits(@ForAll("steps") List<Step> steps) {
    var state = ConversationState.SILENT;
    var history = new ArrayList<ChatEvent>();
    Instant now = NOON;
    for (Step step : steps) {
      now = now.plusSeconds(step.secondsLater());
      if (decide(state, step, now) instanceof Decision.Accepted<ChatEvent> yes) {
        for (ChatEvent event : yes.events()) {
          state = state.evolve(event);
          history.add(event);
        }
        assertThat(decide(state, step, now)).isEqualTo(Decision.satisfied());
      }
    }
    assertThat(ConversationTest.given(history.toArray(ChatEvent[]::new))).isEqualTo(state);
    assertThatLimitsAreKept(state.messages());
  }

  private static void assertThatLimitsAreKept(List<MessageSent> messages) {
    assertThat(messages).hasSizeLessThanOrEqualTo(25);
    assertThat(messages)
        .extracting(MessageSent::number)
        .isEqualTo(IntStream.rangeClosed(1, messages.size()).boxed().toList());
    for (MessageSent last : messages) {
      Instant since = last.occurredAt().minusSeconds(60);
      assertThat(messages)
          .filteredOn(it -> it.author().equals(last.author()) && it.number() <= last.number())
          .filteredOn(it -> it.occurredAt().isAfter(since))
          .hasSizeLessThanOrEqualTo(3);
      assertThat(!(last.author() instanceof Party.Courier) || BO.equals(last.courierId())).isTrue();
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Party> parties = Arbitraries.of(CUSTOMER, MERCHANT, COURIER, OPERATOR);
    Arbitrary<ChatCommand> commands =
        Combinators.combine(
                parties,
                Arbitraries.integers().between(1, 60),
                Arbitraries.integers().between(0, 3))
            .as((party, number, kind) ->
                kind == 0 ? new ReadMessages(ORDER, party, number % 8) : say(number, party));
    return Combinators.combine(
            commands, Arbitraries.of(BO, KIM), Arbitraries.integers().between(0, 40))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  private static Decision<ChatEvent> decide(ConversationState state, Step step, Instant now) {
    return switch (step.command()) {
      case SendMessage c -> state.send(c, () -> order(step.courier()), POLICY, now);
      case ReadMessages c -> state.read(c, () -> order(step.courier()), now);
    };
  }
}
