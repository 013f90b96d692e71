package id.antar.query.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.TrackQuery.TrackPoint;
import id.antar.query.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CourierTracksTest {

  private static final CourierId KURT = Cast.KURT;
  private static final double METRE = 1 / 111_195.0;

  private final MemoryTracks stored = new MemoryTracks();
  private final AtomicLong nanos = new AtomicLong();
  private final CourierTracks tracks = new CourierTracks(TrackSettings.USUAL, stored, nanos::get);

  @Test
  void aPointIsKeptWhenItIsOldEnoughOrFarEnough() {
    fix(0, 0);
    fix(5, 24);
    fix(9, 0);
    fix(10, 0);
    fix(11, 26);

    assertThat(seconds(track())).containsExactly(0L, 10L, 11L);
  }

  @Test
  void aPointThatIsNoLaterIsNotKept() {
    fix(10, 0);
    fix(10, 500);
    fix(3, 900);

    assertThat(seconds(track())).containsExactly(10L);
  }

  @Test
  void pointsAreTheSameBeforeAndAfterTheyAreWritten() {
    for (int i = 0; i < 300; i++) {
      fix(i * 10, i * 31);
    }
    List<TrackPoint> before = track();
    TrackPoint lastBefore = lastAt(155);

    tracks.write(true);

    assertThat(stored.size()).isEqualTo(3);
    assertThat(tracks.waiting()).isZero();
    assertThat(track()).isEqualTo(before).hasSize(300);
    assertThat(lastAt(155)).isEqualTo(lastBefore);
    assertThat(
            new CourierTracks(TrackSettings.USUAL, stored, nanos::get)
                .last(Set.of(KURT), Cast.NOON.plusSeconds(155)))
        .containsEntry(KURT, lastBefore);
  }

  @Test
  void nothingIsWrittenUntilItHasWaited() {
    fix(0, 0);
    tracks.write(false);
    assertThat(stored.size()).isZero();

    nanos.addAndGet(Duration.ofSeconds(30).toNanos());
    tracks.write(false);
    assertThat(stored.size()).isEqualTo(1);
  }

  @Test
  void whatCannotBeWrittenIsWrittenLater() {
    stored.fail(true);
    fix(0, 0);
    fix(10, 0);
    assertThatThrownBy(() -> tracks.write(true)).isInstanceOf(IllegalStateException.class);
    fix(20, 0);
    assertThat(seconds(track())).containsExactly(0L, 10L, 20L);

    stored.fail(false);
    tracks.write(true);

    assertThat(seconds(track())).containsExactly(0L, 10L, 20L);
    assertThat(tracks.waiting()).isZero();
    assertThat(tracks.lost()).isZero();
  }

  @Test
  void whenTooMuchWaitsTheOldestIsLostAndCounted() {
    var few = new TrackSettings(Duration.ofSeconds(10), 25, Duration.ZERO, 5, Duration.ofDays(1));
    var tight = new CourierTracks(few, stored, nanos::get);
    stored.fail(true);
    for (int i = 0; i < 8; i++) {
      tight.accept(position(i * 10, 0));
    }

    assertThatThrownBy(() -> tight.write(true)).isInstanceOf(IllegalStateException.class);

    assertThat(tight.lost()).isEqualTo(3);
    assertThat(tight.waiting()).isEqualTo(5);
  }

  @Test
  void whoIsForgottenIsNowhere() {
    fix(0, 0);
    tracks.write(true);
    fix(10, 0);

    tracks.forget(KURT);

    assertThat(track()).isEmpty();
    assertThat(tracks.last(Set.of(KURT), Cast.NOON.plusSeconds(60))).isEmpty();
    assertThat(tracks.waiting()).isZero();
  }

  @Test
  void oldWaysAreDropped() {
    fix(0, 0);
    tracks.write(true);

    assertThat(tracks.clean(Cast.NOON.plus(Duration.ofDays(29)))).isZero();
    assertThat(tracks.clean(Cast.NOON.plus(Duration.ofDays(31)))).isEqualTo(1);
    assertThat(track()).isEmpty();
  }

  @Test
  void aFixThatIsNoLaterForThePhoneIsNotKept() {
    fix(10, 0);
    var late = position(30, 900);
    tracks.accept(
        new CourierPosition(
            KURT, late.point(), null, null, null, 9, late.occurredAt(), late.receivedAt(), 0));

    assertThat(seconds(track())).containsExactly(10L);
  }

  @Test
  void whatTwoEnginesHaveWrittenIsToldOnce() {
    var other = new CourierTracks(TrackSettings.USUAL, stored, nanos::get);
    for (int i = 0; i < 10; i++) {
      fix(i * 10, 0);
      other.accept(position(i * 10, 0));
    }
    tracks.write(true);
    other.write(true);

    assertThat(track()).hasSize(10);
  }

  /// The one that writes is killed before it has written all.
  @Test
  void whoTakesOverWritesWhatTheOtherHasNotWrittenAndNothingTwice() {
    var killed = new CourierTracks(TrackSettings.USUAL, stored, nanos::get);
    for (int i = 0; i < 5; i++) {
      fix(i * 10, 0);
      killed.accept(position(i * 10, 0));
    }
    killed.write(true);
    tracks.leaveToOther();
    for (int i = 5; i < 8; i++) {
      fix(i * 10, 0);
    }

    tracks.takeOver();
    assertThat(tracks.waiting()).isEqualTo(3);
    tracks.write(true);

    assertThat(stored.size()).isEqualTo(2);
    assertThat(seconds(track())).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L);
  }

  @Test
  void whoDoesNotWriteKeepsWhatTheOtherMayLoseAndNotMuchMore() {
    for (int i = 0; i < 30; i++) {
      fix(i * 10, 0);
      nanos.addAndGet(Duration.ofSeconds(10).toNanos());
      tracks.leaveToOther();
      assertThat(tracks.waiting()).isLessThanOrEqualTo(13);
    }

    assertThat(tracks.waiting()).isGreaterThanOrEqualTo(6);
    assertThat(stored.size()).isZero();
    assertThat(seconds(List.of(lastAt(290)))).containsExactly(290L);
  }

  private void fix(int seconds, double metresNorth) {
    tracks.accept(position(seconds, metresNorth));
  }

  private static CourierPosition position(int seconds, double metresNorth) {
    Instant at = Cast.NOON.plusSeconds(seconds);
    var point =
        new GeoPoint(Cast.HARBOUR.latitude() + metresNorth * METRE, Cast.HARBOUR.longitude());
    return new CourierPosition(KURT, point, null, null, null, seconds, at, at, 0);
  }

  private List<TrackPoint> track() {
    return tracks.track(KURT, Cast.NOON, Cast.NOON.plus(Duration.ofDays(1)), 1_000).points();
  }

  private TrackPoint lastAt(int seconds) {
    TrackPoint last = tracks.last(Set.of(KURT), Cast.NOON.plusSeconds(seconds)).get(KURT);
    assertThat(last).isNotNull();
    return Objects.requireNonNull(last);
  }

  private static List<Long> seconds(List<TrackPoint> points) {
    return points.stream()
        .map(point -> Duration.between(Cast.NOON, point.receivedAt()).toSeconds())
        .toList();
  }
}
