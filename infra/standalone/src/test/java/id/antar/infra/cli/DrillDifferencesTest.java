package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.backup.Restoring.Restored;
import id.antar.infra.backup.TakingBackup.Taken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrillDifferencesTest {
  private static final Taken FULL =
      taken(Map.of("query_order", 5L, "processor_token", 9L, "promise", 2L, "domain_event", 50L));
  private static final Taken LAST =
      taken(Map.of("processor_token", 4L, "promise", 3L, "mail_due", 1L, "domain_event", 7L));
  private static final Map<String, Long> SAME =
      Map.of(
          "query_order",
          5L,
          "processor_token",
          9L,
          "promise",
          3L,
          "mail_due",
          1L,
          "domain_event",
          57L);

  private static Taken taken(Map<String, Long> rows) {
    return new Taken("it", false, 1, 57, 50, "ab", rows);
  }

  private static Restored restored(long events, String hash, Set<String> unknown) {
    return new Restored(events, 57, 50, hash, Map.of(), unknown);
  }

  private static List<String> differences(Map<String, Long> rows) {
    return DrillDifferences.between(FULL, LAST, restored(57, "ab", Set.of()), rows);
  }

  @Test
  void whatIsTheSameHasNone() {
    assertThat(differences(SAME)).isEmpty();
  }

  @Test
  void aTableOfWhichNothingCameBackIsFound() {
    assertThat(differences(Map.of("query_order", 5L, "processor_token", 3L, "promise", 3L)))
        .containsExactly(
            "mail_due had 1 rows, and has 0.", "processor_token had 4 rows, and has 3.");
  }

  @Test
  void otherEventsAndTablesThatTheSchemaDoesNotHaveAreFound() {
    assertThat(DrillDifferences.between(FULL, LAST, restored(56, "cd", Set.of("of_old")), SAME))
        .containsExactly(
            "There were 57 events, and 56 are restored.",
            "The log's chain is another one at position 50.",
            "The table of_old is not in the schema.");
  }
}
