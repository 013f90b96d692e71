package id.antar.load.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.fanout.measure.Deliveries;
import id.antar.load.fanout.measure.ProcessUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  private final Map<String, List<Measurement>> turns = new LinkedHashMap<>();

  @Test
  void theMedianOfTheRoundsRatiosCounts() {
    turns.put("antar", List.of(turn(10, 100), turn(40, 100), turn(12, 100)));
    turns.put("other", List.of(turn(20, 100), turn(40, 100), turn(20, 100)));
    var table = new ComparisonTable(0.999, turns, Map.of("antar", 8.0, "other", 11.0));
    assertThat(table.toString()).contains("| other |").contains("| 11.0 | 0.60 |");
    assertThat(table.isComplete()).isTrue();
  }

  @Test
  void whatDidNotArriveIsSeen() {
    turns.put("antar", List.of(turn(10, 90)));
    assertThat(new ComparisonTable(0.999, turns, Map.of()).isComplete()).isFalse();
  }

  private static Measurement turn(long micros, long got) {
    var count = new Deliveries.Count(1, 10, 100, got, 100 * got, 0, 1, 2, 3, 4, 0);
    return new Measurement(count, new ProcessUsage(micros * got, 1), new ProcessUsage(0, 0));
  }
}
