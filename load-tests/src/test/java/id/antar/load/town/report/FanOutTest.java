package id.antar.load.town.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FanOutTest {

  private final FanOut fanOut = new FanOut();

  @Test
  void quantilesAreReadOffThePage() {
    fanOut.read(page("0.0021", "0.0145"));

    assertThat(fanOut.p50Millis()).isCloseTo(2.1, within(1e-9));
    assertThat(fanOut.p99Millis()).isCloseTo(14.5, within(1e-9));
  }

  @Test
  void theLastWindowIsKeptWhenTheEngineHasForgottenAndTheWorstStays() {
    fanOut.read(page("0.0021", "0.0345"));
    fanOut.read(page("1.5E-3", "0.0045"));
    fanOut.read(page("0.0", "NaN"));

    assertThat(fanOut.p50Millis()).isCloseTo(1.5, within(1e-9));
    assertThat(fanOut.p99Millis()).isCloseTo(4.5, within(1e-9));
    assertThat(fanOut.worstP99Millis()).isCloseTo(34.5, within(1e-9));
  }

  @Test
  void withoutTheMetricNothingIsKnown() {
    fanOut.read("jvm_threads_live_threads 41.0\n");

    assertThat(fanOut.p50Millis()).isNull();
  }

  private static String page(String p50, String p99) {
    return """
    # HELP antar_position_fanout_seconds from receipt to the sockets
    # TYPE antar_position_fanout_seconds summary
    antar_position_fanout_seconds{application="antar",quantile="0.5"} %s
    antar_position_fanout_seconds{application="antar",quantile="0.99"} %s
    antar_position_fanout_seconds_count{application="antar"} 42
    antar_position_fanout_seconds_max{application="antar"} 0.2
    """
        .formatted(p50, p99);
  }
}
