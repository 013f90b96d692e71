package id.antar.infra.deployment;

import static id.antar.infra.deployment.Deployment.KUBERNETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesTest {
  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  @Test
  void everyFileOfTheBaseHasOnlyFieldsThatKubernetesKnows() throws Exception {
    List<String> files = base().at("resources").texts();
    assertThat(files).hasSizeGreaterThan(5);
    for (String file : files) {
      for (Node document :
          Deployment.documents(Deployment.read(KUBERNETES.resolve("base").resolve(file)))) {
        assertKnown(document);
      }
    }
  }

  @Test
  void whatIsRenderedHasOnlyFieldsThatKubernetesKnows() throws Exception {
    for (Node document : rendered()) {
      assertKnown(document);
    }
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsNoticed() {
    Node wrong =
        Deployment.documents("{apiVersion: v1, kind: Service, spec: {port: [{port: 1}]}}")
            .getFirst();

    assertThatThrownBy(() -> assertKnown(wrong)).hasStackTraceContaining("`port`");
  }

  @Test
  void everySettingIsOneThatTheEngineKnows() throws Exception {
    Settings settings = Settings.ofTheEngine();
    var unknown = new TreeSet<String>();
    engines(
        rendered(),
        engine -> {
          engine.container().at("env").list().forEach(it -> unknown.add(it.at("name").text()));
          engine.container().at("args").texts().stream()
              .map(it -> it.replaceAll("^--|=.*", ""))
              .forEach(unknown::add);
        });
    backups(
        rendered(),
        backup ->
            backup.container().at("env").list().forEach(it -> unknown.add(it.at("name").text())));
    for (String file : List.of("base/settings.env", "overlays/production/settings.env")) {
      var told = new Properties();
      try (var in = Files.newBufferedReader(KUBERNETES.resolve(file))) {
        told.load(in);
      }
      unknown.addAll(told.stringPropertyNames());
    }
    assertThat(unknown).hasSizeGreaterThan(20);

    unknown.removeIf(settings::knows);

    assertThat(unknown).isEmpty();
  }

  @Test
  void secretsThatAreReadAreThoseThatTheReadmeHasMade() throws Exception {
    String readme = Deployment.read(KUBERNETES.resolve("README.md"));
    all(
        rendered(),
        pod -> {
          String folder = pod.mount("secrets");
          pod.container().at("env").list().stream()
              .map(it -> it.at("value").text())
              .filter(it -> it.startsWith("/run/"))
              .forEach(file -> {
                assertThat(file).startsWith(folder + "/");
                assertThat(readme).contains("--from-file=" + file.substring(folder.length() + 1));
              });
        });
  }

  @Test
  void noPodIsRootOrMayTakeAllThereIs() throws Exception {
    all(
        rendered(),
        pod -> {
          Node guard = pod.container().at("securityContext");
          assertThat(pod.spec().at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
          assertThat(pod.spec().at("securityContext", "runAsUser").number()).isEqualTo(10_001);
          assertThat(pod.spec().at("automountServiceAccountToken").text()).isEqualTo("false");
          assertThat(guard.at("allowPrivilegeEscalation").text()).isEqualTo("false");
          assertThat(guard.at("readOnlyRootFilesystem").text()).isEqualTo("true");
          assertThat(guard.at("capabilities", "drop").texts()).containsExactly("ALL");
          assertThat(pod.container().at("resources", "limits", "memory").text()).isNotEmpty();
          assertThat(pod.container().at("resources", "requests", "cpu").text()).isNotEmpty();
          assertThat(pod.mount("tmp")).isEqualTo("/tmp");
        });
  }

  @Test
  void everyProcessHasAWorkFolder() throws Exception {
    engines(rendered(), engine -> assertThat(engine.mount("work")).isEqualTo("/var/lib/antar"));
  }

  @Test
  void backupsAreMadeEveryTenMinutesAndAFullOneEachSunday(@TempDir Path folder) throws Exception {
    var schedules = new TreeMap<String, Boolean>();
    backups(
        rendered(),
        backup -> {
          List<String> arguments = backup.container().at("args").texts();
          Node job = backup.workload().at("spec");
          schedules.put(job.at("schedule").text(), arguments.contains("--full"));
          assertThat(job.at("timeZone").text()).isEqualTo("Etc/UTC");
          assertThat(job.at("concurrencyPolicy").text()).isEqualTo("Forbid");
          assertThat(job.at("startingDeadlineSeconds").number()).isPositive();
          assertThat(job.at("jobTemplate", "spec", "activeDeadlineSeconds").number()).isPositive();
          assertThat(backup.spec().at("restartPolicy").text()).isEqualTo("Never");
          assertThat(Backup.status(arguments, folder)).isEqualTo(Backup.UNDERSTOOD);
          assertThat(backup.mount("backups")).isEqualTo(Backup.folder(arguments));
        });

    assertThat(schedules).containsOnly(entry("5-59/10 * * * *", false), entry("0 3 * * 0", true));
  }

  @Test
  void aBackupReachesTheDatabaseAloneAndHasTheKeysOfTokensForReading() throws Exception {
    List<Node> rendered = rendered();
    String role = "app.kubernetes.io/component";
    backups(
        rendered,
        backup -> {
          assertThat(backup.labels().at(role).text()).isEqualTo("backup");
          Node home =
              backup.container().at("env").list().stream()
                  .filter(it -> it.at("name").text().equals("ANTAR_HOME"))
                  .findFirst()
                  .orElseThrow();
          assertThat(backup.mount("token-keys")).isEqualTo(home.at("value").text());
          assertThat(backup.volume("token-keys", "persistentVolumeClaim", "readOnly").text())
              .isEqualTo("true");
          assertThat(backup.volume("secrets", "projected", "sources").list())
              .extracting(it -> it.at("secret", "items").list().getFirst().at("key").text())
              .containsExactly("mysql-url", "backup-key");
        });
    List<Node> policies =
        rendered.stream()
            .filter(it -> it.at("kind").text().equals("NetworkPolicy"))
            .filter(it -> isFor(it.at("spec", "podSelector"), role, "backup"))
            .toList();

    assertThat(policies)
        .flatExtracting(it -> it.at("spec", "egress").list())
        .flatExtracting(it -> it.at("ports").list())
        .extracting(it -> it.at("port").text())
        .containsOnly("53", "3306");
  }

  private static boolean isFor(Node selector, String label, String value) {
    Node wanted = selector.at("matchLabels", label);
    return (!wanted.isThere() || wanted.text().equals(value))
        && selector.at("matchExpressions").list().stream()
            .filter(it -> it.at("key").text().equals(label))
            .allMatch(it ->
                it.at("operator").text().equals("In") == it.at("values").texts().contains(value));
  }

  @Test
  void probesAskWhatEveryProcessAnswers() throws Exception {
    engines(
        rendered(),
        engine -> {
          List<String> ports =
              engine.container().at("ports").list().stream()
                  .map(it -> it.at("name").text())
                  .toList();
          for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            Node asked = engine.container().at(probe, "httpGet");
            assertThat(ports).contains(asked.at("port").text());
            assertThat(asked.at("path").text()).startsWith("/health/");
            assertThat(Health.groups()).contains(asked.at("path").text().replace("/health/", ""));
          }
        });
  }

  @Test
  void podsHaveTimeToStop() throws Exception {
    engines(
        rendered(),
        engine -> {
          int pause = engine.container().at("lifecycle", "preStop", "sleep", "seconds").number();
          assertThat(engine.spec().at("terminationGracePeriodSeconds").number())
              .isGreaterThanOrEqualTo(pause + 30);
        });
  }

  @Test
  void processesReachEachOtherAtBothPortsOfTheCluster() throws Exception {
    List<Node> rendered = rendered();
    Node policy =
        rendered.stream()
            .filter(it -> it.at("kind").text().equals("NetworkPolicy"))
            .filter(it -> it.at("metadata", "name").text().equals("among-engines"))
            .findFirst()
            .orElseThrow();
    Node settings =
        rendered.stream()
            .filter(it -> it.at("kind").text().equals("ConfigMap"))
            .findFirst()
            .orElseThrow()
            .at("data");
    int port = settings.at("ANTAR_CLUSTER_PORT").number();
    for (String way : List.of("ingress", "egress")) {
      assertThat(policy.at("spec", way).list().getFirst().at("ports").list())
          .extracting(it -> it.at("port").number())
          .containsExactlyInAnyOrder(port, port + 100);
    }
    engines(
        rendered,
        engine -> {
          assertThat(engine.container().at("ports").list())
              .extracting(it -> it.at("containerPort").number())
              .contains(port, port + 100);
          assertThat(engine.container().at("env").text()).contains("status.podIP");
        });
  }

  @Test
  void servicesBudgetsAndAutoscalersAreOfPodsThatAreThere() throws Exception {
    List<Node> rendered = rendered();
    var roles = new TreeSet<String>();
    engines(
        rendered,
        engine -> {
          String role = engine.workload().at("metadata", "name").text();
          assertThat(engine.container().at("args").texts()).contains("--antar.roles=" + role);
          roles.add(role);
        });
    assertThat(roles).containsExactly("command", "dispatch", "gateway", "query");
    for (Node it : rendered) {
      switch (it.at("kind").text()) {
        case "Service" ->
            assertThat(roles)
                .contains(it.at("spec", "selector", "app.kubernetes.io/component").text());
        case "PodDisruptionBudget" ->
            assertThat(roles)
                .contains(
                    it.at("spec", "selector", "matchLabels", "app.kubernetes.io/component").text());
        case "HorizontalPodAutoscaler" ->
            assertThat(roles).contains(it.at("spec", "scaleTargetRef", "name").text());
        default -> {}
      }
    }
  }

  /// The whole of an overlay, as it would be applied.
  private static List<Node> rendered() throws IOException, InterruptedException {
    return Deployment.documents(
        Deployment.run(
            KUBERNETES,
            Map.of(),
            List.of("kubectl", "version", "--client"),
            List.of("kubectl", "kustomize", "overlays/production")));
  }

  private static Node base() {
    return Deployment.document(KUBERNETES.resolve("base/kustomization.yaml"));
  }

  /// By the classes that are generated from Kubernetes' own description.
  private static void assertKnown(Node document) throws ReflectiveOperationException {
    String version = document.at("apiVersion").text().replaceFirst(".*/", "");
    if (document.at("apiVersion").text().startsWith("monitoring.coreos.com/")) {
      return;
    }
    Class<?> model =
        Class.forName(
            MODELS
                + version.substring(0, 1).toUpperCase(Locale.ROOT)
                + version.substring(1)
                + document.at("kind").text());
    try {
      model
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, new Gson().toJsonTree(document.value()));
    } catch (InvocationTargetException e) {
      throw new AssertionError(
          document.at("kind").text() + " " + document.at("metadata", "name").text(), e.getCause());
    }
  }

  private static void engines(List<Node> rendered, Consumer<Pod> what) {
    pods(rendered, Set.of("Deployment", "StatefulSet"), 4).forEach(what);
  }

  private static void backups(List<Node> rendered, Consumer<Pod> what) {
    pods(rendered, Set.of("CronJob"), 2).forEach(what);
  }

  private static void all(List<Node> rendered, Consumer<Pod> what) {
    engines(rendered, what);
    backups(rendered, what);
  }

  private static List<Pod> pods(List<Node> rendered, Set<String> kinds, int expected) {
    List<Pod> pods =
        rendered.stream().filter(it -> kinds.contains(it.at("kind").text())).map(Pod::new).toList();
    assertThat(pods).hasSize(expected);
    return pods;
  }

  private record Pod(Node workload) {
    private Node template() {
      Node job = workload.at("spec", "jobTemplate", "spec", "template");
      return job.isThere() ? job : workload.at("spec", "template");
    }

    Node labels() {
      return template().at("metadata", "labels");
    }

    Node spec() {
      return template().at("spec");
    }

    Node container() {
      return spec().at("containers").list().getFirst();
    }

    String mount(String volume) {
      return container().at("volumeMounts").list().stream()
          .filter(it -> it.at("name").text().equals(volume))
          .map(it -> it.at("mountPath").text())
          .findFirst()
          .orElse("");
    }

    Node volume(String name, String... path) {
      return spec().at("volumes").list().stream()
          .filter(it -> it.at("name").text().equals(name))
          .map(it -> it.at(path))
          .findFirst()
          .orElseThrow();
    }
  }
}
