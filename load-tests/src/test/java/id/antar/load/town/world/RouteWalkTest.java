package id.antar.load.town.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.antar.load.client.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteWalkTest {

  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final Point SOUTH = new Point(43.73, 7.42);
  private static final Point CORNER = new Point(43.74, 7.42);
  private static final Point EAST = new Point(43.74, 7.42 + 0.01 / Math.cos(Math.toRadians(43.74)));

  /// One kilometre and a bit north, then as far east.
  private final RouteWalk walk =
      new RouteWalk(List.of(SOUTH, CORNER, EAST), START, Duration.ofSeconds(200));

  @Test
  void startsAtTheFirstPointAndRestsAtTheLast() {
    assertThat(walk.at(START).point()).isEqualTo(SOUTH);
    assertThat(walk.at(START.minusSeconds(9)).point()).isEqualTo(SOUTH);
    assertThat(walk.at(START.plusSeconds(999)).point()).isEqualTo(EAST);
    assertThat(walk.at(START.plusSeconds(999)).metresPerSecond()).isZero();
    assertThat(walk.arrivesAt()).isEqualTo(START.plusSeconds(200));
  }

  @Test
  void movesAtEvenSpeedAlongTheLine() {
    RouteWalk.Fix quarter = walk.at(START.plusSeconds(50));
    RouteWalk.Fix threeQuarters = walk.at(START.plusSeconds(150));

    assertThat(quarter.point().latitude()).isCloseTo(43.735, within(1e-5));
    assertThat(quarter.point().longitude()).isEqualTo(7.42);
    assertThat(quarter.headingDegrees()).isCloseTo(0, within(0.1));
    assertThat(quarter.metresPerSecond()).isCloseTo(11.1, within(0.1));
    assertThat(threeQuarters.point().latitude()).isCloseTo(43.74, within(1e-5));
    assertThat(threeQuarters.headingDegrees()).isCloseTo(90, within(0.1));
  }

  @Test
  void aWalkOverOneSpotIsAStand() {
    RouteWalk stand = new RouteWalk(List.of(SOUTH, SOUTH), START, Duration.ofSeconds(10));

    assertThat(stand.at(START.plusSeconds(5)).point()).isEqualTo(SOUTH);
    assertThat(RouteWalk.standingAt(EAST).at(START).point()).isEqualTo(EAST);
  }
}
