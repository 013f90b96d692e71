package id.antar.infra.deployment;

import static id.antar.infra.deployment.Deployment.OBSERVABILITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {
  private static final List<String> TRIAL = List.of("promtool", "--version");

  @Test
  void everyAlertRuleIsOne() throws Exception {
    promtool("check", "rules", files("prometheus/rules"));
  }

  @Test
  void everyAlertRuleFiresWhenItShouldAndOnlyThen() throws Exception {
    promtool("test", "rules", files("prometheus/tests"));
  }

  @Test
  void everyAlertRuleIsTestedBothWaysAndHasItsRunbook() throws Exception {
    String tests = text("prometheus/tests");
    String runbooks = Files.readString(OBSERVABILITY.resolve("../../docs/runbooks.md"));
    List<String> alerts = found("alert: (\\w+)", text("prometheus/rules"));

    assertThat(alerts).isNotEmpty().doesNotHaveDuplicates();
    assertThat(alerts)
        .allSatisfy(alert ->
            assertThat(tests).contains("name: " + alert + " fires", "name: " + alert + " is quiet"))
        .allSatisfy(alert -> assertThat(runbooks).contains("### " + alert + "\n"));
    assertThat(found("runbook: docs/runbooks.md#(\\w+)", text("prometheus/rules")))
        .isEqualTo(alerts.stream().map(String::toLowerCase).toList());
  }

  /// Each as a rule of its own.
  @Test
  void everyPanelAsksWhatPrometheusUnderstands(@TempDir Path folder) throws Exception {
    List<String> questions =
        Dashboards.questions().stream().map(it -> it.replace("$__rate_interval", "5m")).toList();
    var rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    for (int i = 0; i < questions.size(); i++) {
      rules.append("      - {record: 'panel:").append(i).append("', expr: '");
      rules.append(questions.get(i).replace("'", "''")).append("'}\n");
    }
    assertThat(questions).isNotEmpty().noneMatch(it -> it.contains("$"));

    promtool("check", "rules", List.of(Files.writeString(folder.resolve("p.yml"), rules)));
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(OBSERVABILITY.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static String text(String folder) throws IOException {
    var text = new StringBuilder();
    for (Path file : files(folder)) {
      text.append(Files.readString(file));
    }
    return text.toString();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toList());
  }

  private static void promtool(String what, String of, List<Path> files) throws Exception {
    var line = new ArrayList<>(List.of("promtool", what, of));
    files.forEach(it -> line.add(it.toString()));
    Deployment.run(OBSERVABILITY, Map.of(), TRIAL, line);
  }
}
