package id.antar.query.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.query.log.LogPlaces.Gap;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final long PATIENCE = Duration.ofMillis(200).toNanos();
  private static final int MANY = 1_000;

  private final HandPlaces log = new HandPlaces();
  private final AtomicLong nanos = new AtomicLong();
  private final Settling settling = new Settling(log, Duration.ofNanos(PATIENCE), nanos::get);

  /// Filled by hand.
  private static final class HandPlaces implements LogPlaces {
    private final TreeSet<Long> seen = new TreeSet<>();
    private final TreeSet<Long> written = new TreeSet<>();

    void see(Long... positions) {
      seen.addAll(List.of(positions));
    }

    void write(long position) {
      written.add(position);
    }

    void commit(long position) {
      rollBack(position);
      see(position);
    }

    void rollBack(long position) {
      written.remove(position);
    }

    @Override
    public List<Long> positionsAfter(long position, int most) {
      return seen.tailSet(position, false).stream().limit(most).toList();
    }

    @Override
    public boolean isBeingWritten(Gap gap) {
      return isWithin(gap, written);
    }

    @Override
    public @Nullable Gap firstFilled(Collection<Gap> gaps) {
      return gaps.stream().filter(gap -> isWithin(gap, seen)).findFirst().orElse(null);
    }

    private static boolean isWithin(Gap gap, TreeSet<Long> places) {
      return !places.subSet(gap.first(), true, gap.last(), true).isEmpty();
    }
  }

  private long upTo(long after) {
    return settling.upTo(after, MANY);
  }

  @Test
  void withoutGapsAllIsSettled() {
    log.see(1L, 2L, 3L);

    assertThat(upTo(0)).isEqualTo(3);
    assertThat(upTo(3)).isEqualTo(3);
  }

  @Test
  void aGapIsWaitedForAndThenTakenForEmpty() {
    log.see(1L, 3L);

    assertThat(upTo(0)).isEqualTo(1);
    nanos.addAndGet(PATIENCE);
    assertThat(upTo(1)).isEqualTo(3);
  }

  @Test
  void whileSomebodyWritesThereItIsWaitedForLonger() {
    log.see(1L, 3L);
    log.write(2);
    assertThat(upTo(0)).isEqualTo(1);
    nanos.addAndGet(10 * PATIENCE);
    assertThat(upTo(1)).isEqualTo(1);

    log.commit(2);
    assertThat(upTo(1)).isEqualTo(3);
  }

  @Test
  void whatAppearsInAGapAllTheSameIsFoundForTwoMinutes() {
    log.see(1L, 3L);
    var _ = upTo(0);
    nanos.addAndGet(PATIENCE);
    var _ = upTo(0);
    assertThat(settling.findFilled()).isNull();

    log.see(2L);

    assertThat(settling.findFilled()).isEqualTo(new Gap(2, 2));
    nanos.addAndGet(Duration.ofMinutes(3).toNanos());
    assertThat(settling.findFilled()).isNull();
  }

  @Test
  void whatIsRolledBackLeavesAGapThatIsPassed() {
    log.see(1L, 3L);
    log.write(2);
    assertThat(upTo(0)).isEqualTo(1);
    nanos.addAndGet(PATIENCE);
    assertThat(upTo(1)).isEqualTo(1);

    log.rollBack(2);
    assertThat(upTo(1)).isEqualTo(3);
  }

  @Test
  void aTransactionThatIsNeverOverIsWaitedForForTwoMinutes() {
    log.see(1L, 3L);
    log.write(2);
    var _ = upTo(0);
    nanos.addAndGet(Duration.ofSeconds(119).toNanos());
    assertThat(upTo(1)).isEqualTo(1);

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(upTo(1)).isEqualTo(3);
    log.commit(2);
    assertThat(settling.findFilled()).isEqualTo(new Gap(2, 2));
  }

  @Test
  void allGapsAreWaitedForTogether() {
    log.see(2L, 4L, 6L);
    assertThat(upTo(0)).isZero();
    nanos.addAndGet(PATIENCE);
    assertThat(upTo(0)).isEqualTo(6);
  }

  @Test
  void whatIsFilledInPartIsAGapThatIsNew() {
    log.see(1L, 5L);
    assertThat(upTo(1)).isEqualTo(1);
    nanos.addAndGet(PATIENCE);
    log.see(3L);

    assertThat(upTo(1)).isEqualTo(1);
    nanos.addAndGet(PATIENCE);
    assertThat(upTo(1)).isEqualTo(5);
  }

  @Test
  void noMoreIsLookedAtThanIsAskedFor() {
    log.see(1L, 2L, 3L);

    assertThat(settling.upTo(0, 2)).isEqualTo(2);
    assertThat(settling.upTo(2, 2)).isEqualTo(3);
  }
}
