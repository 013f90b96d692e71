package id.antar.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UpkeepTest {

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> done = new ArrayList<>();
  private boolean fails;
  private final Upkeep upkeep =
      new Upkeep(term -> done.add("round " + term.number()), this::begin, this::look, nanos::get);

  private void begin() {
    done.add("begin");
    if (fails) {
      throw new IllegalStateException("The database does not answer.");
    }
  }

  private void look() {
    done.add("look");
  }

  private void round(long term) {
    upkeep.accept(new DispatchTerm(new ZoneId("main"), term));
  }

  @Test
  void eachTermBeginsWithALookAtWhatOthersHaveDone() {
    round(1);
    round(1);
    round(3);

    assertThat(done)
        .containsExactly("begin", "look", "round 1", "round 1", "begin", "look", "round 3");
  }

  @Test
  void withinATermOneLooksEachMinute() {
    round(1);
    done.clear();

    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    round(1);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    round(1);

    assertThat(done).containsExactly("round 1", "look", "round 1");
  }

  @Test
  void roundsGoOnWithWhatIsKnown() {
    fails = true;

    round(1);

    assertThat(done).containsExactly("begin", "look", "round 1");
  }
}
