package id.antar.infra.local;

import id.antar.infra.role.Role;
import id.antar.infra.servers.Servers;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a cluster on this machine is started with.
///
/// @param port of the first gateway, 0 for any free one
/// @param processes by their roles, gateways first
/// @param axonServer between them, as settings; empty for JGroups
/// @param passedOn what all processes are told
/// @param earlier the jar of another version that all processes begin with
record LocalOptions(
    Path work,
    int port,
    Path archives,
    @Nullable Path home,
    List<Role> processes,
    Map<String, String> axonServer,
    List<String> passedOn,
    @Nullable Path earlier) {
  private static final String PROCESSES = "--processes";
  private static final String MAP = "--antar.map.file";
  private static final String UPGRADE_FROM = "--upgrade-from";
  private static final String AXON_SERVER = "--axon-server";
  private static final String CERTIFICATE = "--axon-server-certificate";
  static final String TOKEN = "ANTAR_AXONSERVER_TOKEN";
  private static final String FEWEST = "gateway,gateway,command,query,dispatch";

  /// What this says itself to each process, and what stands for servers of one's own.
  private static final List<String> NOT_HERE =
      List.of(
          "--antar.roles",
          "--antar.cluster.",
          "--antar.mysql.",
          "--antar.elasticsearch.",
          "--antar.redis.",
          "--antar.gateway.key-file");

  private static final Set<String> OF_THE_TERMINAL = Set.of("ANTAR_HOME", "ANTAR_JAVA_OPTS", TOKEN);

  /// They are of one process each, and here are several.
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "--antar.work",
          "--server.port",
          "--antar.quiet",
          "--antar.servers.home",
          PROCESSES,
          UPGRADE_FROM,
          AXON_SERVER,
          CERTIFICATE);

  LocalOptions {
    processes = processes.stream().sorted().toList();
    axonServer = Map.copyOf(axonServer);
    passedOn = List.copyOf(passedOn);
    if (!Set.copyOf(processes).equals(Set.of(Role.values()))) {
      throw new IllegalArgumentException(
          PROCESSES + " needs at least one of each: gateway, command, query, dispatch.");
    }
  }

  /// @param defaults what is known without being said
  /// @param environment of which the token of an Axon Server is taken
  static LocalOptions parse(
      Map<String, Object> defaults, Map<String, String> environment, String... arguments) {
    var given = new HashMap<String, String>();
    defaults.forEach((name, value) -> given.put("--" + name, value.toString()));
    var passedOn = new ArrayList<String>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (!parts[0].startsWith("--") || parts.length < 2) {
        throw new IllegalArgumentException("Unknown: " + argument + ".");
      }
      if (NOT_HERE.stream().anyMatch(parts[0]::startsWith)) {
        throw new IllegalArgumentException(
            "A cluster on one machine has servers and keys of its own: "
                + parts[0]
                + " is not for it.");
      }
      given.put(parts[0], parts[1]);
      if (!NOT_PASSED_ON.contains(parts[0])) {
        passedOn.add(argument);
      }
    }
    // What lies beside another version's jar is not asked for.
    Optional.ofNullable(given.get(MAP))
        .map(map -> MAP + "=" + map)
        .filter(map -> !passedOn.contains(map))
        .ifPresent(passedOn::add);
    return new LocalOptions(
        Path.of(given.getOrDefault("--antar.work", ".antar")),
        Integer.parseInt(given.getOrDefault("--server.port", "8080")),
        Path.of(given.getOrDefault("--antar.servers.archives", "servers")),
        Optional.ofNullable(given.get("--antar.servers.home")).map(Path::of).orElse(null),
        roles(given.getOrDefault(PROCESSES, FEWEST)),
        axonServer(given, environment),
        passedOn,
        Optional.ofNullable(given.get(UPGRADE_FROM)).map(LocalOptions::jar).orElse(null));
  }

  private static Map<String, String> axonServer(
      Map<String, String> given, Map<String, String> environment) {
    String server = given.get(AXON_SERVER);
    if (server == null) {
      if (given.containsKey(CERTIFICATE)) {
        throw new IllegalArgumentException(
            CERTIFICATE + " says nothing without " + AXON_SERVER + ".");
      }
      return Map.of();
    }
    String certificate = given.getOrDefault(CERTIFICATE, "");
    return Map.of(
        "antar.cluster.bus",
        "axon-server",
        "antar.cluster.axon-server.servers",
        server,
        "antar.cluster.axon-server.token",
        environment.getOrDefault(TOKEN, ""),
        "antar.cluster.axon-server.tls",
        String.valueOf(!certificate.isBlank()),
        "antar.cluster.axon-server.certificate",
        certificate);
  }

  /// The processes do not have what this one is told by its environment.
  static void requireNothingFrom(Map<String, String> environment) {
    List<String> lost =
        environment.keySet().stream()
            .filter(name -> name.startsWith("ANTAR_") && !OF_THE_TERMINAL.contains(name))
            .sorted()
            .toList();
    if (!lost.isEmpty()) {
      throw new IllegalArgumentException(
          "A cluster on one machine takes no settings from the environment: "
              + String.join(", ", lost));
    }
  }

  private static Path jar(String text) {
    Path jar = Path.of(text).toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException("There is no file " + jar + ".");
    }
    return jar;
  }

  private static List<Role> roles(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(LocalOptions::role).toList();
  }

  private static Role role(String name) {
    try {
      return Role.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("There is no role \"" + name + "\".");
    }
  }

  Servers.Settings servers(WorkFolder folder) {
    Path unpacked = home == null ? folder.path("servers") : home.toAbsolutePath().normalize();
    return new Servers.Settings(archives, unpacked, "", 0, "", 0, true);
  }
}
