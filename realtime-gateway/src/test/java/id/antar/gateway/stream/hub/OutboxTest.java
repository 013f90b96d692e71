package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class OutboxTest {

  private static final Topic TOPIC = new Topic.OfOrder(new OrderId("1"));
  private static final Topic OTHER = new Topic.OfOrder(new OrderId("2"));

  private final AtomicLong nanos = new AtomicLong(1000);
  private final List<Long> latencies = new ArrayList<>();

  @Test
  void factsKeepTheirOrderAndGoAheadOfMoments() {
    Outbox outbox = outbox(Runnable::run);
    offer(outbox, moment("p1", TOPIC), fact("a"), moment("p2", TOPIC), fact("b"));

    StepVerifier.create(texts(outbox), 10).expectNext("a", "b", "p2").thenCancel().verify();
  }

  @Test
  void nothingIsSentThatWasNotAskedFor() {
    Outbox outbox = outbox(Runnable::run);
    offer(outbox, fact("a"), fact("b"), fact("c"));

    StepVerifier.create(texts(outbox), 1)
        .expectNext("a")
        .thenRequest(1)
        .expectNext("b")
        .thenCancel()
        .verify();
  }

  @Test
  void oneFactTooManyIsNotTaken() {
    Outbox outbox = outbox(Runnable::run);
    offer(outbox, fact("a"), fact("b"), fact("c"));

    assertThat(outbox.offer(fact("d"))).isFalse();
    assertThat(outbox.offer(moment("p", TOPIC))).isTrue();
  }

  @Test
  void thereIsRoomOnceHalfOfTheFactsAreSent() {
    Outbox outbox = outbox(Runnable::run);
    assertThat(outbox.whenRoomy()).isCompleted();
    offer(outbox, fact("a"), fact("b"), fact("c"));
    var roomy = outbox.whenRoomy();

    StepVerifier.create(texts(outbox), 1)
        .expectNext("a")
        .then(() -> assertThat(roomy).isNotDone())
        .thenRequest(1)
        .expectNext("b")
        .then(() -> assertThat(roomy).isCompleted())
        .thenCancel()
        .verify();
  }

  @Test
  void nobodyWaitsForRoomInWhatIsClosed() {
    Outbox outbox = outbox(Runnable::run);
    offer(outbox, fact("a"), fact("b"), fact("c"));
    var roomy = outbox.whenRoomy();
    outbox.close();

    assertThat(roomy).isCompleted();
    assertThat(outbox.whenRoomy()).isCompleted();
  }

  @Test
  void whatIsOverIsForgotten() {
    Outbox outbox = outbox(Runnable::run);
    offer(outbox, moment("p1", TOPIC), moment("p2", OTHER));
    outbox.forget(TOPIC);

    StepVerifier.create(texts(outbox), 10).expectNext("p2").thenCancel().verify();
  }

  @Test
  void latencyIsMeasuredWhenTheFrameIsHandedOver() {
    Deque<Runnable> loop = new ArrayDeque<>();
    Outbox outbox = outbox(loop::add);
    StepVerifier.create(texts(outbox), 10)
        .then(() -> offer(outbox, moment("p", TOPIC)))
        .then(() -> nanos.set(1500))
        .then(() -> loop.remove().run())
        .expectNext("p")
        .thenCancel()
        .verify();

    assertThat(latencies).containsExactly(1499L);
  }

  @Test
  void aManyTimesOfferedOutboxSchedulesOneTask() {
    Deque<Runnable> loop = new ArrayDeque<>();
    Outbox outbox = outbox(loop::add);
    var subscription = texts(outbox).subscribe();
    offer(outbox, fact("a"), fact("b"), moment("p", TOPIC));

    assertThat(loop).hasSize(1);
    subscription.dispose();
  }

  @Test
  void waitingIsMeasuredSinceTheLastProgress() {
    Outbox outbox = outbox(Runnable::run);
    assertThat(outbox.waitedNanos()).isZero();
    offer(outbox, fact("a"), fact("b"));
    nanos.set(5000);
    assertThat(outbox.waitedNanos()).isEqualTo(4000);
    StepVerifier.create(texts(outbox), 1).expectNext("a").thenCancel().verify();

    assertThat(outbox.waitedNanos()).isZero();
  }

  @Test
  void completionDropsWhatWaits() {
    Outbox outbox = outbox(Runnable::run);
    StepVerifier.create(texts(outbox), 0)
        .then(() -> offer(outbox, fact("a")))
        .then(outbox::complete)
        .thenRequest(1)
        .verifyComplete();
  }

  @Test
  void thereIsOneSubscriber() {
    Outbox outbox = outbox(Runnable::run);
    var first = texts(outbox).subscribe();

    StepVerifier.create(texts(outbox)).verifyError(IllegalStateException.class);
    first.dispose();
  }

  @Test
  void nothingIsLostOrDoubledBetweenThreads() throws InterruptedException {
    int each = 20_000;
    try (var loop = Executors.newSingleThreadExecutor();
        var writers = Executors.newFixedThreadPool(2)) {
      var outbox = new Outbox(Integer.MAX_VALUE, loop, System::nanoTime, _ -> {});
      var received = texts(outbox).limitRate(7).take(2L * each).collectList().toFuture();
      for (String name : List.of("a", "b")) {
        writers.execute(() -> {
          for (int i = 0; i < each; i++) {
            outbox.offer(fact(name + i));
          }
        });
      }
      writers.shutdown();
      assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
      List<String> all = received.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(all).doesNotHaveDuplicates().hasSize(2 * each);
      assertThat(all.stream().filter(t -> t.startsWith("a")).toList())
          .isSortedAccordingTo((x, y) ->
              Integer.compare(Integer.parseInt(x.substring(1)), Integer.parseInt(y.substring(1))));
    }
  }

  private Outbox outbox(Executor executor) {
    return new Outbox(3, executor, nanos::get, latencies::add);
  }

  private static Flux<String> texts(Outbox outbox) {
    return Flux.from(outbox).map(Frame::toString);
  }

  private static void offer(Outbox outbox, Frame... frames) {
    for (Frame frame : frames) {
      assertThat(outbox.offer(frame)).isTrue();
    }
  }

  private static Frame fact(String text) {
    return Frame.lasting("order", text.getBytes(UTF_8), "1");
  }

  private static Frame moment(String text, Topic topic) {
    return Frame.momentary("position", text.getBytes(UTF_8), topic, 1);
  }
}
