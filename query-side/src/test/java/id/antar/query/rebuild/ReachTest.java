package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void beforeTheFirstEventNothingIsHandled() {
    assertThat(Reach.of(null).includes(0)).isFalse();
    assertThat(Reach.of(null).solid()).isEqualTo(-1);
  }

  @Test
  void aGapIsNotHandled() {
    Reach reach = Reach.of(new GapAwareTrackingToken(10, List.of(7L, 9L)));

    assertThat(reach.includes(6)).isTrue();
    assertThat(reach.includes(7)).isFalse();
    assertThat(reach.includes(10)).isTrue();
    assertThat(reach.includes(11)).isFalse();
    assertThat(reach.solid()).isEqualTo(6);
  }

  @Test
  void aTokenWithoutGapsIsSolid() {
    assertThat(Reach.of(new GlobalSequenceTrackingToken(4)).solid()).isEqualTo(4);
  }

  @Test
  void theEventBetweenTwoReachesIsTheNewOneOrTheFilledGap() {
    Reach before = new Reach(10, Set.of(7L, 9L));

    assertThat(before.eventBefore(new Reach(11, Set.of(7L, 9L)))).isEqualTo(11);
    assertThat(before.eventBefore(new Reach(10, Set.of(9L)))).isEqualTo(7);
  }
}
