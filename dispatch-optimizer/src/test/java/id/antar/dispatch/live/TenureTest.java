package id.antar.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TenureTest {

  private static final ZoneId ZONE = new ZoneId("main");

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger upkeep = new AtomicInteger();
  private final Table table = new Table();
  private final Tenure tenure =
      new Tenure(ZONE, table, nanos::get, () -> upkeep.incrementAndGet());

  private static final class Table implements ZoneLease {
    private Optional<DispatchTerm> answer = Optional.of(new DispatchTerm(ZONE, 1));
    private boolean fails;
    private final List<DispatchTerm> given = new ArrayList<>();

    @Override
    public Optional<DispatchTerm> hold(ZoneId zone) {
      if (fails) {
        throw new IllegalStateException("The database does not answer.");
      }
      return answer;
    }

    @Override
    public void letGo(DispatchTerm term) {
      given.add(term);
    }
  }

  private void after(Duration span) {
    nanos.addAndGet(span.toNanos());
  }

  @Test
  void whoHoldsTheLeaseHasATerm() {
    assertThat(tenure.isHeld()).isFalse();

    tenure.renew();

    assertThat(tenure.term()).contains(new DispatchTerm(ZONE, 1));
  }

  @Test
  void whoWasPausedHoldsNothing() {
    tenure.renew();

    after(Tenure.TRUSTED_FOR);

    assertThat(tenure.isHeld()).isFalse();
  }

  @Test
  void whileTheDatabaseDoesNotAnswerTheTermEndsByItself() {
    tenure.renew();
    table.fails = true;
    after(Duration.ofSeconds(2));
    tenure.renew();
    assertThat(tenure.isHeld()).isTrue();

    after(Duration.ofSeconds(1));
    tenure.renew();

    assertThat(tenure.isHeld()).isFalse();
  }

  @Test
  void whatAnotherOneHasIsNotHeld() {
    tenure.renew();
    table.answer = Optional.empty();

    tenure.renew();

    assertThat(tenure.isHeld()).isFalse();
  }

  @Test
  void upkeepIsDoneAtTheBeginningOfATermAndEachMinute() {
    tenure.renew();
    after(Duration.ofSeconds(30));
    tenure.renew();
    assertThat(upkeep).hasValue(1);

    after(Duration.ofSeconds(31));
    tenure.renew();
    assertThat(upkeep).hasValue(2);

    table.answer = Optional.of(new DispatchTerm(ZONE, 3));
    tenure.renew();
    assertThat(upkeep).hasValue(3);
  }

  @Test
  void whoStopsGivesItsTermUp() {
    tenure.start();
    tenure.renew();

    tenure.stop();

    assertThat(table.given).containsExactly(new DispatchTerm(ZONE, 1));
    assertThat(tenure.isHeld()).isFalse();
  }
}
