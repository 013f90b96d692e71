package id.antar.infra.local;

import id.antar.infra.AntarApplication;
import id.antar.infra.role.Role;
import id.antar.infra.servers.KeptAlive;
import id.antar.infra.servers.ServerProcess;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One process of the engine, with a work folder of its own; started again when it ends by itself.
/// One that begins with an earlier version is of this one from its second start on.
final class LocalNode implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);

  private final Plan plan;
  private final WorkFolder work;
  private final List<String> options;
  private final Started started;
  private final BooleanSupplier closing;
  private final KeptAlive process;
  private @Nullable Path earlier;

  /// @param port 0 for any free one
  /// @param address where the other processes reach it
  record Plan(String name, Role role, int port, String address) {
    String roleName() {
      return role.name().toLowerCase(Locale.ROOT);
    }

    private String heap() {
      return switch (role) {
        case GATEWAY, COMMAND -> "-Xmx384m";
        case QUERY, DISPATCH -> "-Xmx512m";
      };
    }
  }

  /// Told of each process that is up.
  interface Started {
    /// @param earlier whether it is of the earlier version
    void process(Plan plan, long pid, URI url, boolean earlier);
  }

  private LocalNode(
      Plan plan,
      WorkFolder work,
      List<String> options,
      @Nullable Path earlier,
      Started started,
      BooleanSupplier closing) {
    this.plan = plan;
    this.work = work;
    this.options = options;
    this.earlier = earlier;
    this.started = started;
    this.closing = closing;
    this.process = new KeptAlive(plan.name(), this::start);
  }

  /// Returns when it is ready.
  ///
  /// @param options that all processes of the cluster have
  /// @param earlier the jar that it begins with, if not this version's
  /// @param closing whether nobody wants it any more
  static LocalNode start(
      Plan plan,
      WorkFolder work,
      List<String> options,
      @Nullable Path earlier,
      Started started,
      BooleanSupplier closing) {
    stopLeftover(work);
    return new LocalNode(plan, work, options, earlier, started, closing);
  }

  static void stopLeftover(WorkFolder work) {
    ServerProcess.stopLeftover(work.path("pids"), "--antar.work=" + work.root());
  }

  private ServerProcess start(BooleanSupplier unwanted) {
    Path jar = earlier;
    ServerProcess fresh =
        ServerProcess.start(
            plan.name(),
            new ProcessBuilder(command(jar)),
            work.folder("logs").resolve("out.log"),
            work.path("pids"));
    var file = EngineFile.at(work);
    fresh.awaitReady(
        () ->
            unwanted.getAsBoolean()
                || closing.getAsBoolean()
                || file.find().filter(it -> it.pid() == fresh.pid()).isPresent(),
        START);
    earlier = null;
    file.find()
        .map(Engine::url)
        .ifPresent(url -> started.process(plan, fresh.pid(), url, jar != null));
    return fresh;
  }

  /// As this process was started, but for the heap and what it does.
  private List<String> command(@Nullable Path jar) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(it -> !it.startsWith("-Xm"))
        .forEach(command::add);
    command.add(plan.heap());
    String classes = jar == null ? System.getProperty("java.class.path") : jar.toString();
    if (isOneJar(classes)) {
      command.addAll(List.of("-jar", classes));
    } else {
      command.addAll(List.of("-cp", classes, AntarApplication.class.getName()));
    }
    command.addAll(options);
    command.add("--antar.cluster.address=" + plan.address());
    command.add("--antar.roles=" + plan.roleName());
    command.add("--antar.work=" + work.root());
    command.add("--server.port=" + plan.port());
    return command;
  }

  private static boolean isOneJar(String classes) {
    return classes.endsWith(".jar") && !classes.contains(File.pathSeparator);
  }

  Plan plan() {
    return plan;
  }

  @Override
  public void close() {
    process.close();
  }
}
