package id.antar.load.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KneeSearchTest {

  private final List<Double> tried = new ArrayList<>();

  @Test
  void doublesThenBisects() throws InterruptedException {
    assertThat(find(1, 20, 3, 5.2)).isEqualTo(5);
    assertThat(tried).containsExactly(1.0, 2.0, 4.0, 8.0, 6.0, 5.0, 5.5);
  }

  @Test
  void theMostIsTriedAndIsTheEnd() throws InterruptedException {
    assertThat(find(1, 20, 3, 1000)).isEqualTo(20);
    assertThat(tried).endsWith(16.0, 20.0);
  }

  @Test
  void ifNothingIsGoodThereIsNone() throws InterruptedException {
    assertThat(find(2, 20, 3, 1)).isZero();
    assertThat(tried).containsExactly(2.0);
  }

  private double find(double start, double most, int bisections, double limit)
      throws InterruptedException {
    return new KneeSearch(start, most, bisections)
        .find(rate -> {
          tried.add(rate);
          return rate <= limit;
        })
        .orElse(0);
  }
}
