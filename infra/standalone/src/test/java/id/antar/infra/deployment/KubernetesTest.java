package id.antar.infra.deployment;

import static id.antar.infra.deployment.Deployment.KUBERNETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
    engines(
        rendered(),
        engine -> {
          String folder = engine.mount("secrets");
          engine.container().at("env").list().stream()
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
    engines(
        rendered(),
        engine -> {
          Node guard = engine.container().at("securityContext");
          assertThat(engine.pod().at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
          assertThat(engine.pod().at("securityContext", "runAsUser").number()).isEqualTo(10_001);
          assertThat(engine.pod().at("automountServiceAccountToken").text()).isEqualTo("false");
          assertThat(guard.at("allowPrivilegeEscalation").text()).isEqualTo("false");
          assertThat(guard.at("readOnlyRootFilesystem").text()).isEqualTo("true");
          assertThat(guard.at("capabilities", "drop").texts()).containsExactly("ALL");
          assertThat(engine.container().at("resources", "limits", "memory").text()).isNotEmpty();
          assertThat(engine.container().at("resources", "requests", "cpu").text()).isNotEmpty();
          assertThat(engine.mount("work")).isEqualTo("/var/lib/antar");
          assertThat(engine.mount("tmp")).isEqualTo("/tmp");
        });
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
          assertThat(engine.pod().at("terminationGracePeriodSeconds").number())
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

  private static void engines(List<Node> rendered, Consumer<Engine> what) {
    List<Engine> engines =
        rendered.stream()
            .filter(it -> List.of("Deployment", "StatefulSet").contains(it.at("kind").text()))
            .map(Engine::new)
            .toList();
    assertThat(engines).hasSize(4);
    engines.forEach(what);
  }

  private record Engine(Node workload) {
    Node pod() {
      return workload.at("spec", "template", "spec");
    }

    Node container() {
      return pod().at("containers").list().getFirst();
    }

    String mount(String volume) {
      return container().at("volumeMounts").list().stream()
          .filter(it -> it.at("name").text().equals(volume))
          .map(it -> it.at("mountPath").text())
          .findFirst()
          .orElse("");
    }
  }
}
