package id.antar.load.fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveriesTest {

  private final Deliveries deliveries = new Deliveries();

  @Test
  void onlyWhatWasSentWithinTheSpanCountsWheneverItArrives() {
    deliveries.begin(1_000_000);
    deliveries.sent(999_999, 999_999, 10);
    deliveries.arrived(999_999, 1_000_500, 200);
    deliveries.sent(1_500_000, 1_499_900, 2);
    deliveries.arrived(1_500_000, 1_500_700, 200);
    deliveries.end(2_000_000);
    deliveries.arrived(1_500_000, 2_500_000, 200);
    deliveries.sent(2_000_000, 2_000_000, 10);

    var count = deliveries.count();
    assertThat(count.sent()).isEqualTo(1);
    assertThat(count.wanted()).isEqualTo(2);
    assertThat(count.got()).isEqualTo(2);
    assertThat(count.seconds()).isEqualTo(1);
    assertThat(count.bytesEach()).isEqualTo(200);
    assertThat(count.p50()).isEqualTo(700);
    assertThat(count.lateP99()).isEqualTo(100);
  }
}
