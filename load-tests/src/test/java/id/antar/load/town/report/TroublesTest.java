package id.antar.load.town.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.report.Outcome.Kind;
import id.antar.load.town.report.Result.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublesTest {

  private final Chronicle chronicle = new Chronicle(_ -> {});

  @Test
  void eachOrderIsFollowedToItsEnd() {
    chronicle.note(Happening.SILENT, "rio", List.of("o1", "o2"));
    chronicle.note(Happening.SILENT, "rio", List.of("o2", "o3"));
    chronicle.note(Happening.SILENT, "sam", List.of("o4", "o5"));

    List<Trouble> troubles =
        Troubles.of(
            chronicle,
            List.of(
                outcome("o1", Kind.DELIVERED),
                outcome("o2", Kind.DELIVERED),
                outcome("o3", Kind.CANCELLED),
                outcome("o4", Kind.OPEN)));

    assertThat(troubles).hasSameSizeAs(Happening.values());
    assertThat(troubles)
        .contains(new Trouble(Happening.SILENT.title(), 3, 2, 5, 2, 1, 0, 2))
        .contains(new Trouble(Happening.REMADE.title(), 0, 0, 0, 0, 0, 0, 0));
  }

  private static Outcome outcome(String orderId, Kind kind) {
    return new Outcome(orderId, kind, "", null);
  }
}
