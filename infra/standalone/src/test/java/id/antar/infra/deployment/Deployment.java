package id.antar.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The files that the engine is deployed by, and the tools that read them, where there are any.
final class Deployment {
  static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  static final Path COMPOSE = REPOSITORY.resolve("infra/compose");
  static final Path KUBERNETES = REPOSITORY.resolve("infra/k8s");
  static final Path OBSERVABILITY = REPOSITORY.resolve("infra/observability");

  private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

  private Deployment() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Node> documents(String yaml) {
    var documents = new ArrayList<Node>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(yaml)
        .forEach(it -> documents.add(new Node(it)));
    return documents;
  }

  static Node document(Path file) {
    return documents(read(file)).getFirst();
  }

  /// What a tool prints. The test is skipped where it cannot be started.
  ///
  /// @param trial what tells that it is there
  static String run(
      Path folder, Map<String, String> environment, List<String> trial, List<String> wanted)
      throws IOException, InterruptedException {
    boolean isThere = isOnPath(trial.getFirst()) && start(folder, environment, trial).status() == 0;
    if (!isThere) {
      LOG.error("There is no {}: what needs it is NOT TESTED.", String.join(" ", trial));
    }
    assumeTrue(isThere, "There is no " + trial.getFirst());
    Ended ended = start(folder, environment, wanted);
    assertThat(ended.status()).as(ended.output()).isZero();
    return ended.output();
  }

  private static boolean isOnPath(String tool) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(":")).anyMatch(it -> Files.isExecutable(Path.of(it, tool)));
  }

  private static Ended start(Path folder, Map<String, String> environment, List<String> line)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("antar-tool", ".out");
    try {
      var tool =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      tool.environment().putAll(environment);
      Process process = tool.start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(line + " does not end");
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  private record Ended(int status, String output) {}
}
