package id.antar.gateway.edge.loop;

import static io.netty.channel.SelectStrategy.SELECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestTest {

  private static final long REST = 1000;

  private final List<Long> slept = new ArrayList<>();
  private long now;
  private int ready;
  private final Rest rest =
      new Rest(
          REST,
          () -> now,
          nanos -> {
            slept.add(nanos);
            now += nanos;
          });

  /// A round that begins so long after the last, or is over so soon after a sleep.
  private int round(long nanos) throws Exception {
    now += nanos;
    return rest.calculateStrategy(() -> ready, false);
  }

  private void rounds(int count, long nanos) throws Exception {
    for (int i = 0; i < count; i++) {
      assertThat(round(nanos)).isEqualTo(SELECT);
    }
  }

  @Test
  void aLoopWithLittleToDoNeverSleeps() throws Exception {
    rounds(100, REST);
    rounds(Rest.ROUNDS - 1, 1);
    rounds(100, REST + 1);

    assertThat(slept).isEmpty();
  }

  @Test
  void aLoopWithMuchToDoSleepsForWhatTheRoundHasLeft() throws Exception {
    rounds(Rest.ROUNDS, 10);
    ready = 7;

    assertThat(round(10)).isEqualTo(7);
    assertThat(round(300)).isEqualTo(7);
    assertThat(slept).containsExactly(REST - 10, REST - 300);
  }

  @Test
  void aRoundThatIsLongerThanARestIsFollowedByTheNext() throws Exception {
    rounds(Rest.ROUNDS, 10);
    ready = 2;

    assertThat(round(REST)).isEqualTo(SELECT);
    assertThat(slept).isEmpty();
    assertThat(round(10)).isEqualTo(2);
    assertThat(slept).hasSize(1);
  }

  @Test
  void aLoopThatWasIdleAnswersAtOnceAgain() throws Exception {
    rounds(Rest.ROUNDS, 10);
    rounds(1, 100 * REST);

    rounds(Rest.ROUNDS, 10);
    assertThat(slept).isEmpty();
  }

  @Test
  void aSleepInWhichNothingComesTogetherIsTheLast() throws Exception {
    rounds(Rest.ROUNDS, 10);
    ready = 1;
    assertThat(round(10)).isEqualTo(1);

    rounds(Rest.ROUNDS, 10);
    assertThat(slept).hasSize(1);
  }

  @Test
  void whoHasTasksDoesNotSleep() throws Exception {
    rounds(Rest.ROUNDS, 10);
    ready = 3;

    assertThat(rest.calculateStrategy(() -> ready, true)).isEqualTo(3);
    assertThat(slept).isEmpty();
  }
}
