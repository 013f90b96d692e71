package id.antar.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.AnsweredElsewhere;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenureTest {

  private static final ZoneId ZONE = new ZoneId("main");
  private static final DispatchTerm FIRST = new DispatchTerm(ZONE, 1);

  private final AtomicLong nanos = new AtomicLong();
  private final Table table = new Table();
  private boolean ready = true;
  private final Tenure tenure = new Tenure(ZONE, table, () -> ready, nanos::get);

  private static final class Table implements ZoneLease {
    private volatile Optional<DispatchTerm> answer = Optional.of(FIRST);
    private volatile @Nullable Throwable failure;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);

    @Override
    public Optional<DispatchTerm> hold(ZoneId zone, Duration lasts) {
      asked.incrementAndGet();
      first.countDown();
      switch (failure) {
        case Error e -> throw e;
        case RuntimeException e -> throw e;
        case null, default -> {}
      }
      return answer;
    }

    @Override
    public void letGo(ZoneId zone) {
      given.incrementAndGet();
    }
  }

  private void after(Duration span) {
    nanos.addAndGet(span.toNanos());
  }

  @Test
  void whoHoldsTheLeaseHasATerm() {
    assertThat(tenure.isHeld()).isFalse();

    tenure.ask();

    assertThat(tenure.term()).contains(FIRST);
  }

  @Test
  void whoDoesNotPlanDoesNotAnswerForWhoDoes() {
    tenure.ask();
    tenure.requireHere();

    table.answer = Optional.empty();
    tenure.ask();

    assertThatThrownBy(tenure::requireHere).isInstanceOf(AnsweredElsewhere.class);
  }

  @Test
  void whoCouldNotBeginLeavesTheZoneToOthers() {
    ready = false;
    tenure.ask();
    assertThat(table.asked).hasValue(0);

    ready = true;
    tenure.ask();
    assertThat(tenure.isHeld()).isTrue();
  }

  @Test
  void whoWasStoppedForAWhileHoldsNothing() {
    tenure.ask();

    after(Tenure.TRUSTED_FOR);

    assertThat(tenure.isHeld()).isFalse();
  }

  @Test
  void whileTheDatabaseDoesNotAnswerTheTermEndsByItself() {
    tenure.ask();
    table.failure = new IllegalStateException("The database does not answer.");
    after(Duration.ofSeconds(2));
    tenure.ask();
    assertThat(tenure.isHeld()).isTrue();

    after(Duration.ofSeconds(1));
    tenure.ask();
    assertThat(tenure.isHeld()).isFalse();

    table.failure = null;
    tenure.ask();
    assertThat(tenure.isHeld()).isTrue();
  }

  @Test
  void anErrorDoesNotEndTheAsking() {
    table.failure = new NoClassDefFoundError("gone");
    tenure.ask();
    table.failure = null;
    tenure.ask();

    assertThat(tenure.isHeld()).isTrue();
  }

  @Test
  void whatAnotherOneHasIsNotHeld() {
    tenure.ask();
    table.answer = Optional.empty();

    tenure.ask();

    assertThat(tenure.isHeld()).isFalse();
  }

  @Test
  void whoStopsGivesTheZoneUp() throws InterruptedException {
    tenure.start();
    assertThat(table.first.await(10, TimeUnit.SECONDS)).isTrue();

    tenure.stop();

    assertThat(table.given).hasValue(1);
    assertThat(tenure.isHeld()).isFalse();
  }

  @Test
  void whoNeverHadTheZoneGivesNothingUp() throws InterruptedException {
    table.answer = Optional.empty();
    tenure.start();
    assertThat(table.first.await(10, TimeUnit.SECONDS)).isTrue();

    tenure.stop();

    assertThat(table.given).hasValue(0);
  }
}
