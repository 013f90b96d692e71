package id.antar.load.town.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.town.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 4711})
  void theSmallestTownThatCanCopeSeesEverythingOnce(long seed) {
    Script script = new Script(false, 40, 6, Dice.of(seed, "script"));

    assertThat(blows(script, 36)).contains(Blow.BREAKDOWN, Blow.SILENCE);
    assertThat(IntStream.range(0, 36).filter(_ -> script.declinesOffer())).isNotEmpty();
    assertThat(IntStream.range(0, 36).filter(_ -> script.cancelsOnTheWay())).isNotEmpty();
    assertThat(IntStream.range(0, 3).filter(script::isTardy)).hasSize(1);
  }

  @Test
  void aLargerTownSeesMoreOfItAndLosesFewForGood() {
    List<Blow> blows = blows(new Script(false, 200, 30, Dice.of(1, "script")), 200);

    assertThat(blows.stream().filter(blow -> blow == Blow.BREAKDOWN).count()).isBetween(4L, 7L);
    assertThat(blows.stream().filter(blow -> blow == Blow.SILENCE).count()).isBetween(2L, 3L);
    assertThat(blows.stream().filter(blow -> blow == Blow.LOSS).count()).isBetween(1L, 2L);
  }

  @Test
  void theSameSeedHasTheSameInStore() {
    assertThat(blows(new Script(false, 200, 30, Dice.of(7, "script")), 200))
        .isEqualTo(blows(new Script(false, 200, 30, Dice.of(7, "script")), 200));
  }

  @Test
  void nothingGoesWrongInACalmTownOrOnTheRoadsOfATinyOne() {
    Script calm = new Script(true, 200, 30, Dice.of(1, "script"));
    Script tiny = new Script(false, 200, 5, Dice.of(1, "script"));

    assertThat(blows(calm, 200)).isEmpty();
    assertThat(IntStream.range(0, 200).filter(_ -> calm.cancelsOnTheWay())).isEmpty();
    assertThat(IntStream.range(0, 200).filter(_ -> calm.declinesOffer())).isEmpty();
    assertThat(IntStream.range(0, 200).filter(calm::isTardy)).isEmpty();
    assertThat(blows(tiny, 200)).isEmpty();
  }

  @Test
  void whatCameTooLateIsTheNextOnesTurn() {
    Script script = new Script(false, 200, 30, Dice.of(1, "script"));
    while (!script.cancelsOnTheWay()) {
      assertThat(script.isTardy(0)).isFalse();
    }

    script.cancelledTooLate();

    assertThat(script.cancelsOnTheWay()).isTrue();
    assertThat(script.cancelsOnTheWay()).isFalse();
  }

  private static List<Blow> blows(Script script, int pickups) {
    List<Blow> blows = new ArrayList<>();
    for (int i = 0; i < pickups; i++) {
      script.afterPickup().ifPresent(blows::add);
    }
    return blows;
  }
}
