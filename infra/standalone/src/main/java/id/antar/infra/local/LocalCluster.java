package id.antar.infra.local;

import id.antar.infra.chain.SigningKey;
import id.antar.infra.local.LocalNode.Plan;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.servers.LocalRedis;
import id.antar.infra.servers.Machine;
import id.antar.infra.servers.Servers;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.Console;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// An engine of several processes on this machine, with its servers: to try a cluster, and to test
/// one. Whatever ends by itself is started again. Where the processes are is in `cluster.json`.
public final class LocalCluster implements AutoCloseable {
  private static final String SECRETS = "cluster.properties";
  private static final int KEY_BYTES = 32;

  private final LocalOptions options;
  private final WorkFolder work;
  private final Console console;
  private final ClusterFile file;
  private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
  private final List<LocalNode> nodes = new ArrayList<>();
  private final List<AutoCloseable> servers = new ArrayList<>();
  private boolean isClosed;

  private LocalCluster(LocalOptions options, WorkFolder work) {
    this.options = options;
    this.work = work;
    this.console = Console.onTerminal();
    this.file = new ClusterFile(work);
  }

  /// @return the status to exit with, once it has been stopped
  public static int run(String... arguments) {
    try {
      LocalOptions.requireNothingFrom(System.getenv());
      LocalOptions options = LocalOptions.parse(EngineStart.defaults(), System.getenv(), arguments);
      WorkFolder work = WorkFolder.at(options.work());
      work.takeLock();
      var cluster = new LocalCluster(options, work);
      var stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    cluster.close();
                    stopped.countDown();
                  },
                  "stop"));
      cluster.start();
      stopped.await();
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (RuntimeException e) {
      System.err.println("The cluster cannot start: " + EngineStart.reason(e));
      return 1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void start() {
    long begin = System.nanoTime();
    console.say("Antar starts as several processes in " + work.root());
    stopLeftovers();
    Servers.Settings settings = options.servers(work);
    Servers embedded = keep(Servers.start(work, settings, console));
    LocalRedis redis =
        keep(
            LocalRedis.start(
                work,
                settings,
                console,
                (pid, url) ->
                    file.put(new ClusterFile.Entry("redis", List.of(), pid, url, null, false))));
    List<Plan> plans = plans();
    work.writeSecret(SECRETS, settings(embedded, redis, plans));
    // The first one makes the tables.
    Plan first = plans.stream().filter(it -> it.role() == Role.COMMAND).findFirst().orElseThrow();
    start(first);
    CompletableFuture.allOf(
            plans.stream()
                .filter(it -> it != first)
                .map(it -> CompletableFuture.runAsync(() -> start(it), starters))
                .toArray(CompletableFuture[]::new))
        .join();
    Plan gateway = plans.getFirst();
    linkTokens(gateway);
    URI url = URI.create("http://localhost:" + gateway.port());
    EngineFile.at(work)
        .write(
            new Engine(
                ProcessHandle.current().pid(),
                gateway.port(),
                url,
                "cluster",
                Clock.systemUTC().instant()));
    console.say("Antar is ready (" + (System.nanoTime() - begin) / 1_000_000_000 + " s).");
    plans.stream()
        .filter(it -> it.role() == Role.GATEWAY)
        .forEach(
            it -> console.say("  %-14s http://localhost:%d/v1".formatted(it.name(), it.port())));
    console.say("  Console        " + url + "/console");
    console.say("Ctrl-C stops it.");
  }

  /// What a killed cluster has left, also of other processes than are wished for now.
  private void stopLeftovers() {
    Path all = work.folder("nodes");
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
      folders.forEach(folder -> LocalNode.stopLeftover(WorkFolder.at(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized boolean isClosed() {
    return isClosed;
  }

  /// One that comes up when nobody wants it any more is stopped at once.
  private synchronized <T extends AutoCloseable> T keep(T server) {
    if (isClosed) {
      stop(server);
      throw new IllegalStateException("It was stopped while it was starting.");
    }
    servers.add(server);
    return server;
  }

  private void start(Plan plan) {
    long begin = System.nanoTime();
    var folder = WorkFolder.at(work.path("nodes").resolve(plan.name()));
    linkMails(folder);
    LocalNode node =
        LocalNode.start(plan, folder, shared(), options.earlier(), this::note, this::isClosed);
    synchronized (this) {
      if (!isClosed) {
        nodes.add(node);
        console.say(
            "  %-14s ready (%d s)"
                .formatted(plan.name(), (System.nanoTime() - begin) / 1_000_000_000));
        return;
      }
    }
    node.close();
  }

  private void note(Plan plan, long pid, URI url, boolean earlier) {
    file.put(
        new ClusterFile.Entry(
            plan.name(), List.of(plan.roleName()), pid, url.toString(), plan.address(), earlier));
  }

  /// Gateways first; the first of them has the port that was wished for.
  private List<Plan> plans() {
    var plans = new ArrayList<Plan>();
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    for (Role role : options.processes()) {
      int number = counts.merge(role, 1, Integer::sum);
      boolean isFirstGateway = role == Role.GATEWAY && number == 1;
      int port = isFirstGateway && options.port() != 0 ? options.port() : Machine.freePort();
      String name = role.name().toLowerCase(Locale.ROOT) + "-" + number;
      plans.add(new Plan(name, role, port, Machine.loopback(plans.size() + 1)));
    }
    return plans;
  }

  /// What only the processes may know is in a file, not on their command lines.
  private List<String> shared() {
    var all = new ArrayList<String>();
    all.add("--spring.config.additional-location=file:" + work.path(SECRETS));
    all.add("--antar.quiet=true");
    all.addAll(options.passedOn());
    return all;
  }

  private String settings(Servers embedded, LocalRedis redis, List<Plan> plans) {
    DatabaseAddress database = embedded.database();
    List<String> masters = keys("master");
    return axonServer()
        + """
        antar.cluster.name=%s
        antar.mysql.url=mysql://%s:%s@%s:%d/%s
        antar.elasticsearch.url=%s
        antar.redis.url=%s
        antar.gateway.key-file=%s
        antar.gateway.limits.shared=true
        antar.payment.sandbox.webhook-url=http://localhost:%d/v1/webhooks/sandbox
        antar.log.signing-key=%s
        ANTAR_MASTER_KEY=%s
        ANTAR_MASTER_KEY_PREVIOUS=%s
        ANTAR_ACCOUNT_KEY=%s
        """
            .formatted(
                name(),
                database.user(),
                database.password(),
                database.host(),
                database.port(),
                database.database(),
                embedded.search(),
                redis.url(),
                work.path("token-key.json"),
                plans.getFirst().port(),
                SigningKey.load("", work).encoded(),
                masters.getFirst(),
                String.join(",", masters.subList(1, masters.size())),
                keys("account").getFirst());
  }

  private String axonServer() {
    return options.axonServer().entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /// Others may have the same server between them.
  private String name() {
    return options.axonServer().isEmpty() ? "local" : "local-" + work.id();
  }

  /// Those that one process would have made in the same folder, so that one and several can take
  /// turns. The current one is the first.
  private List<String> keys(String name) {
    String known = work.find(name + ".key");
    if (known != null) {
      return known.lines().filter(it -> !it.isBlank()).toList();
    }
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    String fresh = Base64.getEncoder().encodeToString(bytes);
    work.writeSecret(name + ".key", fresh + "\n");
    return List.of(fresh);
  }

  /// Whoever sends a mail, it is in one folder.
  private void linkMails(WorkFolder node) {
    link(node.path("mail"), work.folder("mail"));
  }

  /// One process in this folder has a file of its own there.
  private void linkTokens(Plan gateway) {
    work.delete("tokens.json");
    link(
        work.path("tokens.json"),
        work.path("nodes").resolve(gateway.name()).resolve("tokens.json"));
  }

  private static void link(Path link, Path target) {
    try {
      if (!Files.exists(link)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(link + " cannot be made.", e);
    }
  }

  /// Those that are asked from outside first, what all stand on last.
  @Override
  public void close() {
    List<LocalNode> gateways;
    List<LocalNode> others;
    synchronized (this) {
      isClosed = true;
      gateways = nodes.stream().filter(it -> it.plan().role() == Role.GATEWAY).toList();
      others = nodes.stream().filter(it -> it.plan().role() != Role.GATEWAY).toList();
    }
    stopAll(gateways);
    stopAll(others);
    stopLeftovers();
    servers.reversed().forEach(LocalCluster::stop);
    file.delete();
    EngineFile.at(work).delete();
    work.close();
  }

  private void stopAll(Collection<? extends AutoCloseable> all) {
    CompletableFuture.allOf(
            all.stream()
                .map(it -> CompletableFuture.runAsync(() -> stop(it), starters))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static void stop(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("Something could not be stopped: " + e.getMessage());
    }
  }
}
