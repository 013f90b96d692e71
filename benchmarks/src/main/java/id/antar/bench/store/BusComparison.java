package id.antar.bench.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.infra.startup.EngineStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/// What the way from who sends a command to who handles it costs: orders placed within one process,
/// from one process to another by JGroups, and through an Axon Server, by turns. The event store is
/// the same, and everything is on one machine.
///
/// `ANTAR_AXONSERVER` (`host:port`) names the server, with `ANTAR_AXONSERVER_TOKEN`, and for TLS
/// the file `ANTAR_AXONSERVER_CERTIFICATE`. Its processor time is not counted.
public final class BusComparison {

  private static final int ROUNDS = 3;
  private static final Placing MANY =
      new Placing(64, Duration.ofSeconds(10), Duration.ofSeconds(10));
  private static final Placing ONE = new Placing(1, Duration.ofSeconds(1), Duration.ofSeconds(5));

  private interface Way {
    void place(Path work, String name, Map<String, List<Double>> rates) throws Exception;
  }

  private BusComparison() {}

  public static void main(String[] arguments) throws Exception {
    var ways = new LinkedHashMap<String, Way>();
    ways.put("one process", BusComparison::local);
    ways.put("JGroups", (work, name, rates) -> remote(work, name, rates, List.of()));
    String server = setting("ANTAR_AXONSERVER");
    if (server.isBlank()) {
      System.out.println("ANTAR_AXONSERVER names no server: none is measured.");
    } else {
      ways.put("Axon Server", (work, name, rates) -> remote(work, name, rates, through(server)));
    }
    System.out.println(
        "orders placed, 64 at a time (10 s to warm up, 10 s measured), then one at a time (5 s)");
    var rates = new LinkedHashMap<String, List<Double>>();
    var order = new ArrayList<>(ways.keySet());
    for (int round = 1; round <= ROUNDS; round++) {
      for (String name : order) {
        try (var folder = new OwnFolder(Path.of(arguments[0]), "buses-")) {
          Objects.requireNonNull(ways.get(name)).place(folder.path(), name, rates);
        }
      }
      Collections.rotate(order, 1);
    }
    rates.forEach((name, all) ->
        System.out.printf("%s: %.0f orders/s (median of %d)%n", name, median(all), all.size()));
  }

  private static double median(List<Double> all) {
    return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
  }

  private static void local(Path work, String name, Map<String, List<Double>> rates)
      throws Exception {
    try (var engine = Engine.start(work)) {
      place(engine.commands(), name, rates);
    }
  }

  private static void place(CommandGateway commands, String name, Map<String, List<Double>> rates)
      throws Exception {
    Placing.Figures many = MANY.run(commands);
    many.print(name);
    rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(many.rate());
    ONE.run(commands).print(name + ", one at a time");
  }

  private static void remote(
      Path work, String name, Map<String, List<Double>> rates, List<String> bus) throws Exception {
    String master = key();
    String account = key();
    var shared = new ArrayList<>(bus);
    shared.addAll(
        List.of(
            "--antar.cluster.name=bench-" + work.getFileName(),
            "--antar.log.chained=false",
            "--antar.quiet=true",
            "--server.port=0"));
    Process handling = startHandling(work.resolve("command"), shared, master, account);
    try (var said = new BufferedReader(new InputStreamReader(handling.getInputStream(), UTF_8))) {
      String database =
          said.lines().filter(it -> it.startsWith("mysql://")).findFirst().orElseThrow();
      shared.add("--antar.mysql.url=" + database);
      shared.add("--antar.cluster.axon-server.token=" + token());
      shared.add("--ANTAR_MASTER_KEY=" + master);
      shared.add("--ANTAR_ACCOUNT_KEY=" + account);
      try (ConfigurableApplicationContext sending = startSending(work.resolve("query"), shared)) {
        place(sending.getBean(CommandGateway.class), name, rates);
      }
    } finally {
      handling.destroy();
      if (!handling.waitFor(60, TimeUnit.SECONDS)) {
        handling.destroyForcibly().waitFor();
      }
    }
  }

  /// Its secrets are in its environment, as everybody on the machine can see its arguments.
  private static Process startHandling(
      Path work, List<String> shared, String master, String account) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                CommandProcess.class.getName(),
                "--antar.roles=command",
                "--antar.work=" + work,
                "--antar.mysql.port=" + freePort()));
    command.addAll(shared);
    var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    process
        .environment()
        .putAll(
            Map.of(
                "ANTAR_MASTER_KEY", master,
                "ANTAR_ACCOUNT_KEY", account,
                "ANTAR_CLUSTER_AXONSERVER_TOKEN", token()));
    return process.start();
  }

  /// Any process that does not handle commands itself; what its views would cost is off.
  private static ConfigurableApplicationContext startSending(Path work, List<String> shared) {
    var options = new ArrayList<>(shared);
    options.add("--antar.roles=query");
    options.add("--antar.work=" + work);
    options.add("--antar.elasticsearch.url=http://localhost:1");
    var process = EngineStart.application().run(options.toArray(String[]::new));
    process
        .getBean(EventProcessingConfiguration.class)
        .eventProcessors()
        .values()
        .forEach(EventProcessor::shutDown);
    return process;
  }

  private static List<String> through(String server) {
    String certificate = setting("ANTAR_AXONSERVER_CERTIFICATE");
    return List.of(
        "--antar.cluster.bus=axon-server",
        "--antar.cluster.axon-server.servers=" + server,
        "--antar.cluster.axon-server.tls=" + !certificate.isBlank(),
        "--antar.cluster.axon-server.certificate=" + certificate);
  }

  private static String token() {
    return setting("ANTAR_AXONSERVER_TOKEN");
  }

  private static String setting(String name) {
    return Objects.requireNonNullElse(System.getenv(name), "");
  }

  private static String key() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
