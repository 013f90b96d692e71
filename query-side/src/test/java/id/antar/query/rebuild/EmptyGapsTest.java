package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.query.log.LogPlaces;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EmptyGapsTest {
  private final Set<Long> written = new HashSet<>();
  private final AtomicLong nanos = new AtomicLong();
  private final EmptyGaps gaps = new EmptyGaps(new Written(), nanos::get);

  private final class Written implements LogPlaces {
    @Override
    public List<Long> positionsAfter(long position, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isBeingWritten(Gap gap) {
      return written.stream().anyMatch(it -> gap.first() <= it && it <= gap.last());
    }

    @Override
    public Gap firstFilled(Collection<Gap> gaps) {
      throw new UnsupportedOperationException();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void whatWasRolledBackStopsNobodyOnceItWasThereForLongEnough() {
    Reach reach = new Reach(100, Set.of(7L, 9L));

    assertThat(gaps.leftOutOf(reach).solid()).isEqualTo(6);
    pass(Duration.ofMillis(1999));
    assertThat(gaps.leftOutOf(reach).solid()).isEqualTo(6);
    pass(Duration.ofMillis(1));
    assertThat(gaps.leftOutOf(reach).solid()).isEqualTo(100);
  }

  @Test
  void whereSomebodyWritesIsAGapUntilTheyAreDone() {
    Reach reach = new Reach(100, Set.of(7L, 9L));
    written.add(9L);
    var _ = gaps.leftOutOf(reach);
    pass(Duration.ofMinutes(1));

    assertThat(gaps.leftOutOf(reach).solid()).isEqualTo(8);
    written.clear();
    assertThat(gaps.leftOutOf(reach).solid()).isEqualTo(100);
  }

  /// One statement's rows: it waits at the first for another, and has the places of all of them.
  @Test
  void behindWhoWritesTheNextPlacesMayBeItsToo() {
    Reach reach = new Reach(100, Set.of(7L, 8L, 9L, 50L));
    written.add(7L);
    var _ = gaps.leftOutOf(reach);
    pass(Duration.ofMinutes(1));

    assertThat(gaps.leftOutOf(reach).gaps()).containsExactlyInAnyOrder(7L, 8L, 9L);
    written.clear();
    assertThat(gaps.leftOutOf(new Reach(100, Set.of(8L, 9L))).gaps()).isEmpty();
  }

  @Test
  void aGapThatComesLaterIsWaitedForByItself() {
    var _ = gaps.leftOutOf(new Reach(100, Set.of(7L)));
    pass(Duration.ofSeconds(2));

    Reach later = gaps.leftOutOf(new Reach(200, Set.of(7L, 150L)));

    assertThat(later.gaps()).containsExactly(150L);
    assertThat(later.solid()).isEqualTo(149);
  }

  @Test
  void whatWasEmptyStaysEmpty() {
    Reach reach = new Reach(100, Set.of(7L));
    var _ = gaps.leftOutOf(reach);
    pass(Duration.ofSeconds(2));
    var _ = gaps.leftOutOf(reach);
    written.add(7L);

    assertThat(gaps.leftOutOf(reach).solid()).isEqualTo(100);
  }
}
