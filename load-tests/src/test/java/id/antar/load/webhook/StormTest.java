package id.antar.load.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.webhook.Storm.Act;
import id.antar.load.webhook.Storm.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StormTest {

  private static final List<Payment> PAYMENTS =
      IntStream.range(0, 60)
          .mapToObj(i -> new Payment("o-" + i, "p-" + i, Fate.at(i / 60.0)))
          .toList();

  @Test
  void theSameSeedBrewsTheSame() {
    assertThat(Storm.brew(PAYMENTS, 600, 7)).isEqualTo(Storm.brew(PAYMENTS, 600, 7));
    assertThat(Storm.brew(PAYMENTS, 600, 7)).isNotEqualTo(Storm.brew(PAYMENTS, 600, 8));
  }

  @Test
  void thereAreAsManyDeliveriesAsWereAskedFor() {
    assertThat(Storm.brew(PAYMENTS, 600, 7))
        .filteredOn(act -> act.kind() != Kind.HAPPENING)
        .hasSize(600);
  }

  @Test
  void whatHasHappenedIsTrulyToldAfterwards() {
    List<Act> acts = Storm.brew(PAYMENTS, 600, 7);
    for (int i = 0; i < PAYMENTS.size(); i++) {
      if (PAYMENTS.get(i).fate().changes()) {
        int payment = i;
        Act happening = only(acts, payment, Kind.HAPPENING);
        assertThat(acts)
            .filteredOn(act -> act.payment() == payment && act.kind() == Kind.TRUE)
            .anyMatch(act -> act.at() > happening.at());
      }
    }
  }

  private static Act only(List<Act> acts, int payment, Kind kind) {
    return acts.stream()
        .filter(act -> act.payment() == payment && act.kind() == kind)
        .reduce((a, b) -> {
          throw new AssertionError("There are two.");
        })
        .orElseThrow();
  }

  @Test
  void nothingTrueIsSaidOfWhatDidNotHappen() {
    assertThat(Storm.brew(PAYMENTS, 600, 7))
        .filteredOn(act -> PAYMENTS.get(act.payment()).fate() == Fate.UNTOUCHED)
        .extracting(Act::kind)
        .doesNotContain(Kind.TRUE, Kind.HAPPENING, Kind.FOREIGN)
        .contains(Kind.FORGED);
  }
}
