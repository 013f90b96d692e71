package id.antar.dispatch.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.antar.dispatch.plan.DispatchPolicy;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A street of one restaurant at 500 m. Courier c1 starts at 0 m and works from minute 0 to 120, c2
/// at 900 m, from minute 0 to 60; a minute is 100 m.
class MetricsTest {

  private static final Offset<Double> EXACTLY = within(1e-9);

  @TempDir private Path folder;

  private Solution.Metrics metrics(String orders) {
    Path instance =
        SmallInstance.street(
            folder, "r1\t500\t0\n", orders, "c1\t0\t0\t0\t120\nc2\t900\t0\t0\t60\n");
    return new Day(Instance.read(instance), DispatchPolicy.standard(), (_, _) -> {})
        .live()
        .metrics();
  }

  @Test
  void aDayOfTwoOrdersIsWorkedOutByHand() {
    // o1: c2 leaves at 10, is there at 14, picks up at 16, leaves at 18, is at the door at 23 and
    // drops off at 25. o2: c1 leaves at 70, is there at 75, picks up at 77, leaves at 79, is at the
    // door at 84 and drops off at 86; c2 is not on duty any more.
    Solution.Metrics metrics = metrics("o1\t1000\t0\t10\tr1\t11\no2\t0\t0\t70\tr1\t72\n");
    assertThat(metrics.clickToDoor()).isEqualTo((15 + 16) / 2.0, EXACTLY);
    assertThat(metrics.clickToDoor90()).isEqualTo(15.9, EXACTLY);
    assertThat(metrics.readyToPickup()).isEqualTo((5 + 5) / 2.0, EXACTLY);
    assertThat(metrics.undelivered()).isZero();
    // Guaranteed: 2 h and 1 h at 15.
    assertThat(metrics.costPerOrder()).isEqualTo((30 + 15) / 2.0, EXACTLY);
    assertThat(metrics.ordersPerBundle()).isEqualTo(1, EXACTLY);
  }

  @Test
  void whatIsNotDeliveredCountsAsSuchAndNotInTheMeans() {
    Solution.Metrics metrics =
        metrics("o1\t1000\t0\t10\tr1\t11\no2\t1000\t0\t10\tr1\t11\no3\t0\t0\t119\tr1\t121\n");
    // One bundle: o1 and o2 are dropped off at 25 and, four minutes of service later, at 29.
    assertThat(metrics.clickToDoor()).isEqualTo((15 + 19) / 2.0, EXACTLY);
    assertThat(metrics.readyToPickup()).isEqualTo(5, EXACTLY);
    assertThat(metrics.undelivered()).isEqualTo(100 / 3.0, EXACTLY);
    assertThat(metrics.costPerOrder()).isEqualTo((30 + 20) / 3.0, EXACTLY);
    assertThat(metrics.ordersPerBundle()).isEqualTo(2, EXACTLY);
  }

  @Test
  void payIsByTheOrderWhereThatIsMoreThanTheGuarantee() {
    var orders = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      orders.append("o%d\t500\t0\t%d\tr1\t%d\n".formatted(i, 3 + 8 * i, 5 + 8 * i));
    }
    Path instance =
        SmallInstance.street(folder, "r1\t500\t0\n", orders.toString(), "c1\t500\t0\t0\t60\n");
    Solution.Metrics metrics =
        new Day(Instance.read(instance), DispatchPolicy.standard(), (_, _) -> {}).live().metrics();
    assertThat(metrics.undelivered()).isZero();
    assertThat(metrics.costPerOrder()).isEqualTo(10, EXACTLY);
  }
}
