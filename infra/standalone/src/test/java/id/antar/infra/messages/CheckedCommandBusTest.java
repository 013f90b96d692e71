package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderRejection;
import id.antar.command.decider.Deciding;
import id.antar.command.decider.Decision;
import id.antar.command.decider.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.DirectExecutor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class CheckedCommandBusTest {
  private final CommandsUnderWay underWay = new CommandsUnderWay(Duration.ofSeconds(1));
  private Executor executor = DirectExecutor.INSTANCE;
  private final CheckedCommandBus bus =
      new CheckedCommandBus(
          AsynchronousCommandBus.builder().executor(it -> executor.execute(it)), underWay);
  private final CommandGateway gateway = DefaultCommandGateway.builder().commandBus(bus).build();

  private final List<String> handledOn = new ArrayList<>();

  private boolean onMemory() throws Exception {
    boolean memory = Memory.takeForNew("any", () -> Memory.isTakenForNew("any"));
    handledOn.add(memory ? "memory" : "store");
    return memory;
  }

  private void handler(MessageHandler<CommandMessage<?>> handler) {
    var _ = bus.subscribe(String.class.getName(), handler);
  }

  @Test
  void aNoOfMemoryIsNotGiven() {
    handler(_ -> {
      Decision<?> decision =
          onMemory()
              ? Decision.reject(new OrderRejection.UnknownOrder(new OrderId("any")))
              : Decision.satisfied();
      return Deciding.answer(decision);
    });

    assertThat(gateway.<Receipt>sendAndWait("any")).isEqualTo(Receipt.accepted());
    assertThat(handledOn).containsExactly("memory", "store");
  }

  @Test
  void whoeverStopsWaitsForCommandsThatHaveNotBegunToo() {
    List<Runnable> waiting = new ArrayList<>();
    executor = waiting::add;
    handler(_ -> Receipt.accepted());
    CompletableFuture<Receipt> answer = gateway.send("any");

    assertThat(underWay.count()).isEqualTo(1);
    waiting.getFirst().run();
    assertThat(answer.join()).isEqualTo(Receipt.accepted());
    assertThat(underWay.count()).isZero();
  }

  @Test
  void nobodyWaitsForWhatHasFailedOrHadNoRoom() {
    handler(_ -> {
      throw new ConcurrencyException("Somebody was first.");
    });
    assertThatThrownBy(() -> gateway.sendAndWait("any")).isInstanceOf(ConcurrencyException.class);
    executor =
        _ -> {
          throw new RejectedExecutionException("Full.");
        };
    assertThatThrownBy(() -> gateway.sendAndWait("any"))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(underWay.count()).isZero();
  }

  @Test
  void aConflictIsLookedAtOnTheStore() {
    handler(_ -> {
      if (onMemory()) {
        throw new ConcurrencyException("Somebody was first.");
      }
      return Receipt.accepted();
    });

    assertThat(gateway.<Receipt>sendAndWait("any")).isEqualTo(Receipt.accepted());
    assertThat(handledOn).containsExactly("memory", "store");
  }

  @Test
  void whatFailsOtherwiseFailsAtOnce() {
    handler(_ -> {
      boolean _ = onMemory();
      throw new IllegalStateException("Out of order.");
    });

    assertThatThrownBy(() -> gateway.sendAndWait("any")).hasMessageContaining("Out of order.");
    assertThat(handledOn).containsExactly("memory");
  }
}
