package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {

  @Test
  void gainsAsMuchAsTheBestOfAllAssignments() {
    var random = new Random(20_261_121);
    for (int round = 0; round < 500; round++) {
      int columns = random.nextInt(6);
      long[][] gains = new long[random.nextInt(6)][columns];
      for (long[] row : gains) {
        for (int column = 0; column < columns; column++) {
          row[column] = random.nextInt(4) == 0 ? -random.nextInt(10) : random.nextInt(30);
        }
      }
      int[] columnOf = Matching.greatestGain(gains, columns);
      assertThat(columnOf).hasSize(gains.length);
      assertThat(gain(gains, columnOf)).isEqualTo(bruteForce(gains, columns, 0, 0));
    }
  }

  @Test
  void leavesAloneWhatDoesNotGoTogether() {
    assertThat(Matching.greatestGain(new long[][] {{0, -5}}, 2)).containsExactly(Matching.ALONE);
    assertThat(Matching.greatestGain(new long[0][0], 0)).isEmpty();
  }

  private static long gain(long[][] gains, int[] columnOf) {
    long sum = 0;
    long used = 0;
    for (int row = 0; row < gains.length; row++) {
      if (columnOf[row] != Matching.ALONE) {
        assertThat(used & (1L << columnOf[row])).isZero();
        used |= 1L << columnOf[row];
        assertThat(gains[row][columnOf[row]]).isPositive();
        sum += gains[row][columnOf[row]];
      }
    }
    return sum;
  }

  private static long bruteForce(long[][] gains, int columns, int row, int used) {
    if (row == gains.length) {
      return 0;
    }
    long best = bruteForce(gains, columns, row + 1, used);
    for (int column = 0; column < columns; column++) {
      if ((used & (1 << column)) == 0 && gains[row][column] > 0) {
        best =
            Math.max(
                best,
                gains[row][column] + bruteForce(gains, columns, row + 1, used | (1 << column)));
      }
    }
    return best;
  }
}
