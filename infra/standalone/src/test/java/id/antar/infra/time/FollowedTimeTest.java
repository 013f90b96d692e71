package id.antar.infra.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowedTimeTest {
  private long machine = 1_000;
  private final FollowedTime time = new FollowedTime(() -> machine);

  @Test
  void itStandsStillUntilItFollows() {
    machine += 500;
    assertThat(time.getAsLong()).isZero();

    time.follow(70, machine, 0);
    machine += 5;
    assertThat(time.getAsLong()).isEqualTo(75);
  }

  @Test
  void whatIsBehindComesUpAtOnce() {
    time.follow(0, machine, 0);
    machine += 100;

    time.follow(130, machine, 10);

    assertThat(time.getAsLong()).isEqualTo(130);
  }

  @Test
  void whatIsAheadWaits() {
    time.follow(0, machine, 0);
    machine += 100;

    time.follow(60, machine, 10);

    assertThat(time.getAsLong()).isEqualTo(100);
    machine += 30;
    assertThat(time.getAsLong()).isEqualTo(100);
    machine += 20;
    assertThat(time.getAsLong()).isEqualTo(110);
  }

  @Test
  void whatMayBeRightIsLeftAsItIs() {
    time.follow(0, machine, 0);
    machine += 100;

    time.follow(104, machine, 5);

    assertThat(time.getAsLong()).isEqualTo(100);
  }
}
