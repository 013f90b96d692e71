package id.antar.load.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineGateTest {

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aBrokenConnectionAloneDoesNotCloseTheGate() throws InterruptedException {
    EngineGate gate = gate(new AtomicBoolean(true), Duration.ofSeconds(5));

    assertThat(gate.doubt()).isFalse();
    gate.awaitUp();

    assertThat(told).isEmpty();
    assertThat(gate.outages()).isZero();
  }

  @Test
  void everybodyWaitsUntilTheEngineIsBackAndIsToldOnce() throws InterruptedException {
    AtomicBoolean up = new AtomicBoolean(false);
    EngineGate gate = gate(up, Duration.ofSeconds(20));

    assertThat(gate.doubt()).isTrue();
    assertThat(gate.doubt()).isTrue();
    AtomicInteger through = new AtomicInteger();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                gate.awaitUp();
                through.incrementAndGet();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    assertThat(through).hasValue(0);
    up.set(true);
    waiting.join();

    assertThat(through).hasValue(1);
    assertThat(told).containsExactly("gone", "back");
    assertThat(gate.outages()).isOne();
  }

  @Test
  void patienceHasAnEnd() {
    EngineGate gate = gate(new AtomicBoolean(false), Duration.ofMillis(20));

    assertThat(gate.doubt()).isTrue();

    assertThatThrownBy(gate::awaitUp).isInstanceOf(EngineLostException.class);
    assertThat(told).containsExactly("gone", "lost");
  }

  private EngineGate gate(AtomicBoolean up, Duration patience) {
    return new EngineGate(
        up::get,
        new EngineGate.Watcher() {
          @Override
          public void gone() {
            told.add("gone");
          }

          @Override
          public void back() {
            told.add("back");
          }

          @Override
          public void lost() {
            told.add("lost");
          }
        },
        patience,
        Duration.ofMillis(2));
  }
}
