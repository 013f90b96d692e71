package id.antar.infra.startup;

import id.antar.infra.cluster.ClusterProperties.Bus;
import id.antar.infra.key.KeyName;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// Lets a process of a cluster start only with all that the processes have to share, and names
/// everything that is missing at once: what a process makes for itself in its folder, the others
/// would not have.
final class ClusterGate {
  private static final String FILE = "_FILE";

  private final Environment settings;
  private final Part part;
  private final List<String> missing = new ArrayList<>();

  private ClusterGate(Environment settings, Part part) {
    this.settings = settings;
    this.part = part;
  }

  static void pass(Environment settings, Part part) {
    if (!part.alone()) {
      new ClusterGate(settings, part).check();
    }
  }

  private void check() {
    server("antar.mysql", "the database of all processes");
    switch (Binder.get(settings).bind("antar.cluster.bus", Bus.class).orElse(Bus.JGROUPS)) {
      case JGROUPS -> {
        if (isElsewhere(settings.getProperty("antar.mysql.url", ""))) {
          require("antar.cluster.address", "where the other processes reach this one");
        }
      }
      case AXON_SERVER ->
          require("antar.cluster.axon-server.servers", "the Axon Server between the processes");
    }
    if (part.has(Role.QUERY)) {
      server("antar.elasticsearch", "their search server");
    }
    for (KeyName key : KeyName.values()) {
      require(key.variable(), "the same in all processes, as is in " + key.file() + " of one");
    }
    if (part.has(Role.COMMAND) && settings.getProperty("antar.log.chained", Boolean.class, true)) {
      require(
          "antar.log.signing-key",
          "(ANTAR_LOG_SIGNING_KEY) the same wherever the log is chained, as is in log-signing.key"
              + " of one");
    }
    if (!missing.isEmpty()) {
      throw new NotShared(missing);
    }
  }

  /// One that this process is to run for the others has a port that they know.
  private void server(String name, String what) {
    if (settings.getProperty(name + ".port", Integer.class, 0) == 0) {
      require(name + ".url", what);
    }
  }

  private static boolean isElsewhere(String database) {
    return !database.isBlank() && !DatabaseAddress.parse(database).isOnThisMachine();
  }

  private void require(String name, String what) {
    if (isBlank(name) && isBlank(name + FILE)) {
      missing.add(name + ": " + what);
    }
  }

  private boolean isBlank(String name) {
    return settings.getProperty(name, "").isBlank();
  }

  /// Said to the person who started the process.
  static final class NotShared extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotShared(List<String> missing) {
      super(
          missing.stream()
              .map(it -> "\n  - " + it)
              .collect(
                  Collectors.joining(
                      "", "as one of a cluster (antar.cluster.name) it has to be given", "")));
    }
  }
}
