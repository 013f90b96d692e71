package id.antar.load.town.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DiceTest {

  @Test
  void theSameSeedAndNameMakeTheSameChoices() {
    assertThat(throwsOf(1, "order-7")).isEqualTo(throwsOf(1, "order-7"));
    assertThat(throwsOf(1, "order-7")).isNotEqualTo(throwsOf(1, "order-8"));
    assertThat(throwsOf(1, "order-7")).isNotEqualTo(throwsOf(2, "order-7"));
  }

  @Test
  void namesThatDifferLittleGiveChoicesThatDifferALot() {
    double mean =
        DoubleStream.iterate(0, i -> i < 2000, i -> i + 1)
            .map(i -> Dice.of(1, "order-" + (int) i).between(0, 1))
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0.5, within(0.03));
  }

  @Test
  void gapsHaveTheMeanTheyAreAskedFor() {
    Dice dice = Dice.of(1, "gaps");
    double sum = 0;
    for (int i = 0; i < 5000; i++) {
      sum += dice.gap(Duration.ofSeconds(30)).toMillis();
    }

    assertThat(sum / 5000).isCloseTo(30_000, within(1500.0));
  }

  private static String throwsOf(long seed, String name) {
    Dice dice = Dice.of(seed, name);
    return dice.below(1000) + " " + dice.between(0, 1) + " " + dice.chance(0.5);
  }
}
