package id.antar.infra.deployment;

import static id.antar.infra.deployment.Deployment.OBSERVABILITY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked of Prometheus: by panels, and by alert rules.
public final class Dashboards {
  private static final Pattern METRIC =
      Pattern.compile(
          "\\b(antar|hikaricp|r2dbc|http_server_requests|jvm|logback|process)_[a-z0-9_]+");

  private Dashboards() {}

  static List<String> questions() throws IOException {
    List<String> questions = new ArrayList<>();
    for (Path file : files("grafana/dashboards")) {
      JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(file));
      dashboard.findValues("expr").forEach(it -> questions.add(it.asString()));
    }
    return questions;
  }

  /// All metrics that somebody looks at.
  public static Set<String> metrics() throws IOException {
    var text = new StringBuilder(String.join("\n", questions()));
    for (Path file : files("prometheus/rules")) {
      text.append(Files.readString(file));
    }
    var metrics = new TreeSet<String>();
    METRIC.matcher(text).results().forEach(it -> metrics.add(it.group()));
    return metrics;
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(OBSERVABILITY.resolve(folder))) {
      return files.sorted().toList();
    }
  }
}
