package id.antar.infra.deployment;

import static id.antar.infra.deployment.Deployment.OBSERVABILITY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrometheusTest {
  private static final List<String> TRIAL = List.of("promtool", "--version");

  @Test
  void everyAlertRuleIsOne() throws Exception {
    promtool("check", "rules", "prometheus/rules");
  }

  @Test
  void everyAlertRuleFiresWhenItShouldAndOnlyThen() throws Exception {
    promtool("test", "rules", "prometheus/tests");
  }

  private static void promtool(String what, String of, String folder) throws Exception {
    var line = new ArrayList<>(List.of("promtool", what, of));
    try (Stream<Path> files = Files.list(OBSERVABILITY.resolve(folder))) {
      files.map(Path::toString).sorted().forEach(line::add);
    }
    Deployment.run(OBSERVABILITY, Map.of(), TRIAL, line);
  }
}
