package id.antar.infra.deployment;

import static id.antar.infra.deployment.Deployment.COMPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
  private static final Pattern SECRET = Pattern.compile("/run/secrets/([\\w-]+)");
  private static final Pattern ASKED_OF_THE_USER = Pattern.compile("\\$\\{(\\w+)(:\\?)?");

  private final String text = Deployment.read(COMPOSE.resolve("compose.yaml"));
  private final Node stack = Deployment.documents(text).getFirst();
  private final Map<String, Node> services = stack.at("services").map();

  @Test
  void everySettingIsOneThatTheEngineKnows() {
    Settings settings = Settings.ofTheEngine();
    var unknown = new TreeSet<String>();
    Node development = Deployment.document(COMPOSE.resolve("compose.dev.yaml"));
    unknown.addAll(service("backup").at("environment").map().keySet());
    engines((_, engine) -> {
      unknown.addAll(engine.at("environment").map().keySet());
      engine.at("command").texts().stream()
          .map(it -> it.replaceAll("^--|=.*", ""))
          .forEach(unknown::add);
    });
    development
        .at("services")
        .map()
        .forEach((_, it) -> unknown.addAll(it.at("environment").map().keySet()));
    assertThat(unknown).hasSizeGreaterThan(20);

    unknown.removeIf(settings::knows);

    assertThat(unknown).isEmpty();
    assertThat(settings.knows("ANTAR_GATEWAY_PUBLICADDRESS")).isFalse();
  }

  @Test
  void whoeverReadsASecretHasIt() {
    services.forEach((name, service) -> {
      List<String> given = service.at("secrets").texts();
      String told = service.at("environment").text() + service.at("command").text();
      SECRET
          .matcher(told)
          .results()
          .forEach(it -> assertThat(given).as(name).contains(it.group(1)));
      assertThat(stack.at("secrets").map().keySet()).as(name).containsAll(given);
    });
  }

  @Test
  void allSecretsThatAreNamedAreMade(@TempDir Path folder) throws Exception {
    Files.copy(COMPOSE.resolve("make-secrets"), folder.resolve("make-secrets"));
    Deployment.run(
        folder, Map.of(), List.of("openssl", "version"), List.of("bash", "make-secrets"));

    stack
        .at("secrets")
        .map()
        .forEach((name, secret) -> {
          assertThat(secret.at("file").text()).isEqualTo("./secrets/" + name);
          assertThat(folder.resolve("secrets").resolve(name)).exists();
        });
    try (var made = Files.list(folder.resolve("secrets"))) {
      assertThat(made.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(stack.at("secrets").map().keySet());
    }
  }

  @Test
  void noContainerIsRootOrMayTakeAllThereIs() {
    services.forEach((name, service) -> {
      assertThat(service.at("cap_drop").texts()).as(name).containsExactly("ALL");
      assertThat(service.at("security_opt").texts()).as(name).contains("no-new-privileges:true");
      assertThat(service.at("deploy", "resources", "limits", "memory").text())
          .as(name)
          .isNotEmpty();
      if (!name.equals("backup")) {
        assertThat(service.at("healthcheck", "test").list()).as(name).isNotEmpty();
      }
      assertThat(service.at("logging", "options", "max-size").text()).as(name).isNotEmpty();
      assertThat(service.at("image").text()).as(name).matches("\\S+:.+");
      if (!name.equals("elasticsearch")) {
        assertThat(service.at("read_only").text()).as(name).isEqualTo("true");
      }
      if (!name.equals("proxy")) {
        assertThat(service.at("user").text()).as(name).matches("[1-9]\\d*:\\d+");
      }
    });
  }

  @Test
  void everyProcessIsFoundWhereItSaysItIs() {
    var addresses = new HashSet<String>();
    engines((name, engine) -> {
      String address = engine.at("networks", "data", "ipv4_address").text();
      assertThat(engine.at("environment", "ANTAR_CLUSTER_ADDRESS").text())
          .as(name)
          .isEqualTo(address)
          .isNotEmpty();
      assertThat(engine.at("environment", "ANTAR_CLUSTER_PORT").number()).as(name).isPositive();
      assertThat(addresses.add(address)).as(name).isTrue();
    });
    assertThat(addresses).hasSize(5);
  }

  @Test
  void addressesThatAreTrustedAreThoseOfTheProxyAndOfPrometheus() {
    engines((name, engine) -> {
      Node settings = engine.at("environment");
      assertThat(settings.at("ANTAR_GATEWAY_EDGE_TRUSTEDPROXIES").text())
          .as(name)
          .isEqualTo(service("proxy").at("networks", "edge", "ipv4_address").text());
      assertThat(settings.at("ANTAR_GATEWAY_EDGE_MONITORS").text())
          .as(name)
          .isEqualTo(service("prometheus").at("networks", "monitoring", "ipv4_address").text());
    });
  }

  @Test
  void noAddressThatIsGivenOutIsOneThatSomebodyHas() {
    services.forEach((name, service) ->
        service
            .at("networks")
            .map()
            .forEach((network, at) -> {
              Node pool =
                  stack.at("networks", network, "ipam", "config").list().stream()
                      .findFirst()
                      .orElse(new Node(null));
              if (at.at("ipv4_address").isThere()) {
                String address = at.at("ipv4_address").text();
                String subnet = pool.at("subnet").text().replaceFirst("0/24$", "");
                assertThat(address).as(name).startsWith(subnet);
                assertThat(pool.at("ip_range").text()).isEqualTo(subnet + "128/25");
                assertThat(Integer.parseInt(address.substring(subnet.length()))).isBetween(2, 127);
              }
            }));
  }

  @Test
  void networksAndVolumesThatAreNamedAreThere() {
    Set<String> networks = stack.at("networks").map().keySet();
    Set<String> volumes = stack.at("volumes").map().keySet();
    var used = new TreeSet<String>();
    services.forEach((name, service) -> {
      Node on = service.at("networks");
      assertThat(networks)
          .as(name)
          .containsAll(on.list().isEmpty() ? on.map().keySet() : on.texts());
      service.at("volumes").texts().stream()
          .map(it -> it.replaceFirst(":.*", ""))
          .filter(it -> it.matches("[\\w-]+"))
          .forEach(used::add);
    });
    assertThat(used).isEqualTo(new TreeSet<>(volumes));
  }

  @Test
  void everyProcessHasAWorkFolderOfItsOwnAndTheGatewaysShareTheirKeys() {
    var folders = new TreeMap<String, String>();
    engines((name, engine) -> {
      String home = engine.at("environment", "ANTAR_HOME").text();
      for (String volume : engine.at("volumes").texts()) {
        if (volume.endsWith(":" + home)) {
          assertThat(folders.put(volume, name)).isNull();
        }
      }
      if (engine.at("command").texts().contains("--antar.roles=gateway")) {
        assertThat(engine.at("volumes").texts()).contains("token-keys:/var/lib/antar-keys");
        assertThat(engine.at("environment", "ANTAR_GATEWAY_KEYFILE").text())
            .startsWith("/var/lib/antar-keys/");
      }
    });
    assertThat(folders).hasSize(5);
  }

  @Test
  void aBackupIsMadeWhenSomebodyAsksForItAndReadsNothingButTheDatabaseAndTheKeysOfTokens(
      @TempDir Path folder) throws IOException {
    Node backup = service("backup");
    Node gateway = service("gateway-1");

    assertThat(Backup.status(backup.at("command").texts(), folder)).isEqualTo(Backup.UNDERSTOOD);
    assertThat(backup.at("profiles").texts()).containsExactly("backup");
    assertThat(backup.at("restart").text()).isEqualTo("no");
    assertThat(backup.at("image").text()).isEqualTo(gateway.at("image").text());
    assertThat(backup.at("networks").texts()).containsExactly("data");
    assertThat(backup.at("secrets").texts()).containsExactly("mysql-url", "backup-key");
    assertThat(backup.at("volumes").texts())
        .containsExactly(
            "backups:" + Backup.folder(backup.at("command").texts()),
            "token-keys:" + backup.at("environment", "ANTAR_HOME").text() + ":ro");
    assertThat(gateway.at("environment", "ANTAR_GATEWAY_KEYFILE").text())
        .isEqualTo(backup.at("environment", "ANTAR_HOME").text() + "/token-key.json");
    engines((name, engine) ->
        assertThat(engine.at("secrets").texts()).as(name).doesNotContain("backup-key"));
  }

  @Test
  void everyRoleIsThereAndHasTimeToStop() {
    var roles = new ArrayList<String>();
    engines((name, engine) -> {
      engine.at("command").texts().forEach(it -> roles.add(it.replace("--antar.roles=", "")));
      assertThat(engine.at("stop_grace_period").text()).as(name).isEqualTo("45s");
      assertThat(engine.at("healthcheck", "test").text()).as(name).contains("GET /health/ready ");
    });
    assertThat(roles)
        .containsExactlyInAnyOrder("gateway", "gateway", "command", "query", "dispatch");
    assertThat(Health.groups()).contains("ready");
  }

  @Test
  void prometheusAndTheProxyAskProcessesThatAreThere() {
    Deployment.document(COMPOSE.resolve("prometheus/targets/antar.yml"))
        .list()
        .forEach(group ->
            group
                .at("targets")
                .texts()
                .forEach(target -> {
                  Node engine = service(target.replace(":8080", ""));
                  assertThat(engine.at("command").texts())
                      .containsExactly("--antar.roles=" + group.at("labels", "role").text());
                  assertThat(engine.at("networks").map()).containsKey("monitoring");
                }));
    Pattern.compile("server (\\S+):8080 ")
        .matcher(Deployment.read(COMPOSE.resolve("nginx/nginx.conf")))
        .results()
        .forEach(it -> assertThat(service(it.group(1)).at("networks").map()).containsKey("edge"));
  }

  @Test
  void whatTheUserHasToSayIsInTheExample() throws IOException {
    Set<String> example = variables(".env.example");
    Set<String> development = variables("dev.env");
    ASKED_OF_THE_USER
        .matcher(text)
        .results()
        .forEach(it -> {
          assertThat(example.contains(it.group(1)) || it.group(2) == null).as(it.group()).isTrue();
          assertThat(development.contains(it.group(1)) || it.group(2) == null)
              .as(it.group())
              .isTrue();
        });
  }

  @Test
  void composeItselfReadsThem() throws Exception {
    String environment = COMPOSE.resolve("dev.env").toString();
    List<String> compose = List.of("docker", "compose", "version");
    Deployment.run(
        COMPOSE,
        Map.of(),
        compose,
        List.of("docker", "compose", "--env-file", environment, "config", "--quiet"));
  }

  private void engines(BiConsumer<String, Node> what) {
    services.entrySet().stream()
        .filter(it -> it.getValue().at("image").text().startsWith("${ANTAR_IMAGE"))
        .filter(it -> !it.getKey().equals("backup"))
        .forEach(it -> what.accept(it.getKey(), it.getValue()));
  }

  private Node service(String name) {
    return Objects.requireNonNull(services.get(name), name);
  }

  private static Set<String> variables(String file) throws IOException {
    var names = new TreeSet<String>();
    Files.readAllLines(COMPOSE.resolve(file)).stream()
        .filter(it -> it.matches("\\w+=.*"))
        .forEach(it -> names.add(it.replaceFirst("=.*", "")));
    return names;
  }
}
