package id.antar.command.process;

import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.MetaKeys;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.api.order.OrderRejection.UnknownOrder;
import org.junit.jupiter.api.Test;

class ReactingTest {

  private static final StartPreparation START = new StartPreparation(ORDER, NOODLE_BAR, NOON);
  private static final MarkReady READY = new MarkReady(ORDER, NOODLE_BAR, NOON);

  private final RecordingCommandGateway commands = new RecordingCommandGateway();
  private final Reacting reacting = new Reacting(commands, "kitchen");

  @Test
  void aCommandIsSentInTheNameOfItsProcess() {
    reacting.carryOut(Reaction.of(START));

    assertThat(commands.commands()).containsExactly(START);
    assertThat(commands.messages().getFirst().getMetaData())
        .containsEntry(MetaKeys.ACTOR, "system:kitchen");
  }

  @Test
  void aRefusalLeadsToTheCompensation() {
    commands.refuse(StartPreparation.class, new UnknownOrder(ORDER));

    reacting.carryOut(Reaction.of(START).orElse(READY));

    assertThat(commands.commands()).containsExactly(START, READY);
  }

  @Test
  void aRefusedCompensationIsTheEndOfIt() {
    commands.refuse(StartPreparation.class, new UnknownOrder(ORDER));
    commands.refuse(MarkReady.class, new UnknownOrder(ORDER));

    reacting.carryOut(Reaction.of(START).orElse(READY));

    assertThat(commands.commands()).containsExactly(START, READY);
  }

  @Test
  void whatCannotBeDecidedIsThrownAndCompensatesNothing() {
    commands.breakOn(StartPreparation.class);
    var reaction = Reaction.of(START).orElse(READY);

    assertThatThrownBy(() -> reacting.carryOut(reaction))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no database");
    assertThat(commands.commands()).containsExactly(START);
  }
}
