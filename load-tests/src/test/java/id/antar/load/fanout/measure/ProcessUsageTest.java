package id.antar.load.fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessUsageTest {

  @Test
  void aNameWithBlanksAndBracketsIsNoTrouble() {
    String stat =
        "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 31 0 12345 999999 2560"
            + " 18446744073709551615 1 1\n";
    assertThat(ProcessUsage.parse(stat)).isEqualTo(new ProcessUsage(2_000_000, 10_240));
  }
}
