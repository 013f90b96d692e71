package id.antar.gateway.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlidingWindowsTest {

  private static final long MILLI = 1_000_000;

  private final AtomicLong nanos = new AtomicLong(System.nanoTime());

  /// Every admitted request's time, as long as it is in the window.
  private static final class ExactLog {

    private final Rate rate;
    private final Map<String, Deque<Long>> admitted = new HashMap<>();

    ExactLog(Rate rate) {
      this.rate = rate;
    }

    boolean take(String key, long millis) {
      Deque<Long> log = admitted.computeIfAbsent(key, _ -> new ArrayDeque<>());
      log.removeIf(at -> at <= millis - rate.window().toMillis());
      return log.size() < rate.requests() && log.add(millis);
    }
  }

  @Test
  void aLookCountsNothing() {
    SlidingWindows windows = windows(new Rate(2, Duration.ofSeconds(1)), 100);
    for (int i = 0; i < 10; i++) {
      assertThat(windows.look("a")).isEqualTo(new Standing(true, 2, 1_000));
    }
    assertThat(windows.keys()).isZero();

    windows.take("a");
    nanos.addAndGet(400 * MILLI);
    windows.take("a");
    assertThat(windows.look("a")).isEqualTo(new Standing(false, 0, 600));

    nanos.addAndGet(600 * MILLI);
    assertThat(windows.look("a").admitted()).isTrue();
  }

  private SlidingWindows windows(Rate rate, int maxKeys) {
    return new SlidingWindows(rate, maxKeys, true, nanos::get);
  }

  /// Gaps and keys are of one number each; the gaps are mostly short, so that limits are met.
  @Property
  void decidesAsAnExactLogDoes(
      @ForAll @IntRange(min = 1, max = 40) int requests,
      @ForAll @IntRange(min = 1, max = 3) int seconds,
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 399) Integer> steps) {
    var rate = new Rate(requests, Duration.ofSeconds(seconds));
    SlidingWindows windows = windows(rate, 100);
    var exact = new ExactLog(rate);
    long millis = nanos.get() / MILLI;
    for (int step : steps) {
      String key = "key-" + step % 4;
      millis += step < 380 ? step / 8 : 10L * step;
      nanos.set(millis * MILLI);

      assertThat(windows.take(key).admitted()).isEqualTo(exact.take(key, millis));
    }
  }

  @Property
  void whatOthersAdmittedCountsAsIfItHadBeenAdmittedHere(
      @ForAll @IntRange(min = 1, max = 20) int requests,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 99) Integer> steps) {
    var rate = new Rate(requests, Duration.ofSeconds(1));
    SlidingWindows windows = windows(rate, 100);
    var exact = new ExactLog(rate);
    long millis = nanos.get() / MILLI;
    for (int step : steps) {
      millis += step;
      nanos.set(millis * MILLI);
      if (step % 2 == 0 && exact.take("key", millis - step / 2)) {
        windows.add("key", 1, step / 2);
      }
      assertThat(windows.take("key").admitted()).isEqualTo(exact.take("key", millis));
    }
  }

  @Test
  void saysHowManyAreLeftAndWhenThereAreMore() {
    SlidingWindows windows = windows(new Rate(2, Duration.ofMinutes(1)), 10);

    assertThat(windows.take("ada")).isEqualTo(new Standing(true, 1, 60_000));
    nanos.addAndGet(10_000 * MILLI);
    assertThat(windows.take("ada")).isEqualTo(new Standing(true, 0, 50_000));
    assertThat(windows.take("ada")).isEqualTo(new Standing(false, 0, 50_000));
    nanos.addAndGet(50_000 * MILLI);
    assertThat(windows.take("ada")).isEqualTo(new Standing(true, 0, 10_000));
  }

  @Test
  void moreThanTheRateFromElsewhereAdmitsNobodyUntilTheyHaveLeft() {
    SlidingWindows windows = windows(new Rate(3, Duration.ofMinutes(1)), 10);
    windows.add("ada", 7, 20_000);

    assertThat(windows.take("ada")).isEqualTo(new Standing(false, 0, 40_000));
  }

  @Test
  void whatIsAdmittedHereIsToldOnce() {
    SlidingWindows windows = windows(new Rate(2, Duration.ofMinutes(1)), 10);
    IntStream.range(0, 3).forEach(_ -> windows.take("ada"));

    assertThat(windows.takeUntold()).isEqualTo(Map.of("ada", 2));
    assertThat(windows.takeUntold()).isEmpty();
  }

  @Test
  void aMillionAddressesFillNoMemory() {
    SlidingWindows windows =
        new SlidingWindows(new Rate(100, Duration.ofMinutes(1)), 1_000, false, nanos::get);
    IntStream.range(0, 1_000_000).parallel().forEach(i -> windows.take("address-" + i));
    windows.take("one more");

    assertThat(windows.keys()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void aRoomForOneMoreIsMadeOfThoseWhoseTimeIsOver() {
    SlidingWindows windows = windows(new Rate(1, Duration.ofSeconds(1)), 4);
    windows.take("long ago");
    nanos.addAndGet(1_000 * MILLI);
    List.of("a", "b", "c", "d").forEach(windows::take);

    assertThat(List.of("a", "b", "c", "d")).noneMatch(key -> windows.take(key).admitted());
  }

  @Test
  void whatIsOverIsForgotten() {
    SlidingWindows windows = windows(new Rate(1, Duration.ofSeconds(1)), 100);
    windows.take("ada");
    windows.forgetOld();
    assertThat(windows.keys()).isEqualTo(1);

    nanos.addAndGet(1_000 * MILLI);
    windows.forgetOld();
    assertThat(windows.keys()).isZero();
  }

  @Test
  void ofManyAtOnceAsManyAreAdmittedAsTheRateSays() {
    SlidingWindows windows = windows(new Rate(500, Duration.ofMinutes(1)), 10);

    long admitted =
        IntStream.range(0, 20_000).parallel().filter(_ -> windows.take("hot").admitted()).count();

    assertThat(admitted).isEqualTo(500);
  }

  @Test
  void theTimesMayOverflow() {
    nanos.set((Integer.MAX_VALUE - 10L) * MILLI);
    SlidingWindows windows = windows(new Rate(1, Duration.ofSeconds(1)), 10);
    assertThat(windows.take("ada").admitted()).isTrue();
    nanos.addAndGet(500 * MILLI);
    assertThat(windows.take("ada").admitted()).isFalse();
    nanos.addAndGet(500 * MILLI);
    assertThat(windows.take("ada").admitted()).isTrue();
  }

  @Test
  void aRateIsWrittenAsRequestsAndWindow() {
    assertThat(Rate.valueOf("20/PT1M")).isEqualTo(new Rate(20, Duration.ofMinutes(1)));
    for (String wrong : List.of("20", "20/1m", "0/PT1M", "x/PT1M", "1/PT0.5S", "1/PT0S", "1/P2D")) {
      assertThatThrownBy(() -> Rate.valueOf(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
