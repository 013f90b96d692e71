package id.antar.infra.payment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.payment.http.WaitingLine.FullException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WaitingLineTest {
  private final WaitingLine line = new WaitingLine(1, 2);
  private final List<CompletableFuture<String>> begun = new ArrayList<>();

  private CompletableFuture<String> join() {
    return line.join(
        Mono.fromFuture(() -> {
          begun.add(new CompletableFuture<>());
          return begun.getLast();
        }));
  }

  @Test
  void oneIsUnderWayTwoWaitAndTheNextIsNotBegun() {
    var first = join();
    var second = join();
    var third = join();
    var fourth = join();

    assertThat(begun).hasSize(1);
    assertThatThrownBy(fourth::join).hasCauseInstanceOf(FullException.class);

    begun.get(0).complete("one");
    begun.get(1).complete("two");
    begun.get(2).complete("three");
    assertThat(List.of(first.join(), second.join(), third.join()))
        .containsExactly("one", "two", "three");
  }

  @Test
  void whoFailsMakesWayForTheNext() {
    var first = join();
    var second = join();
    begun.get(0).completeExceptionally(new IllegalStateException("down"));
    begun.get(1).complete("two");

    assertThatThrownBy(first::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(second.join()).isEqualTo("two");
    assertThat(join()).isNotDone();
  }
}
