package id.antar.load.town.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChronicleTest {

  private static final Point CORNER = new Point(43.74, 7.42);

  private final List<String> told = new ArrayList<>();
  private final Chronicle chronicle = new Chronicle(told::add);

  @Test
  void onlyHeadlinesAreToldAtOnce() {
    chronicle.note(Happening.DECLINED, "rio", List.of("o1", "o2"));
    chronicle.headline(Happening.SILENT, "rio", List.of("o2"), "is silent");

    assertThat(told).containsExactly("rio is silent");
    assertThat(chronicle.orders(Happening.DECLINED)).containsExactly("o1", "o2");
    assertThat(chronicle.list(Happening.SILENT)).hasSize(1);
    assertThat(chronicle.list(Happening.BACK)).isEmpty();
  }

  @Test
  void foodLiesWhereItWasLeftUntilSomebodyTakesIt() {
    assertThat(chronicle.isLeftAt("o1", CORNER)).isFalse();

    chronicle.leave(List.of("o1"), CORNER);
    assertThat(chronicle.isLeftAt("o1", new Point(43.7403, 7.42))).isTrue();
    assertThat(chronicle.isLeftAt("o1", new Point(43.75, 7.42))).isFalse();
    assertThat(chronicle.isLeftAt("o1", null)).isFalse();

    chronicle.taken("o1");
    assertThat(chronicle.isLeftAt("o1", CORNER)).isFalse();
  }
}
