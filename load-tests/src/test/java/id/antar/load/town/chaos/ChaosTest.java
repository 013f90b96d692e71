package id.antar.load.town.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import id.antar.load.client.Incidents;
import id.antar.load.client.Json;
import id.antar.load.client.StreamLog;
import id.antar.load.client.Unrest;
import id.antar.load.town.chaos.Cluster.Member;
import id.antar.load.town.chaos.Strike.Aim;
import id.antar.load.town.chaos.Strike.Deed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// On real processes that do nothing, one server that says that all of them are well, and someone
/// who starts again what dies.
@Timeout(60)
class ChaosTest {

  private static final Duration SHORT = Duration.ofMillis(500);

  private final Incidents incidents = new Incidents();
  private final Unrest unrest = new Unrest();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Process> processes = Collections.synchronizedMap(new TreeMap<>());
  private final HttpServer server;
  private final StreamLog log = new StreamLog(false);
  private volatile String health = health("UP");
  @TempDir private Path folder;

  ChaosTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void begin() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] bytes = said(path).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private String said(String path) {
    if (path.endsWith("/health")) {
      return health;
    }
    return path.endsWith("dispatch-2/metrics") ? "antar_dispatch_tenure{zone=\"main\"} 1.0\n" : "";
  }

  private static String health(String redis) {
    return "{\"status\":\"%s\",\"components\":{\"redis\":{\"status\":\"%s\"}}}"
        .formatted(redis, redis);
  }

  @AfterEach
  void end() {
    server.stop(0);
    processes.values().forEach(Process::destroyForcibly);
  }

  @Test
  void theScriptMeetsEveryKindOfProcessByKillingAndPausing() {
    assertThat(Strike.script())
        .extracting(strike -> strike.title(strike.aim().toString()))
        .containsExactly(
            "kill -9 FIRST_GATEWAY",
            "kill -9 COMMAND",
            "kill -9 QUERY",
            "kill -9 LEADER",
            "pause 15 s LEADER",
            "pause 12 s COMMAND",
            "cut off 20 s LEADER",
            "cut off 20 s COMMAND",
            "pause 60 s REDIS",
            "kill -9 REDIS",
            "stop LAST_GATEWAY");
  }

  @Test
  void aClusterIsReadAsItIsWritten() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cluster.json"),
            """
            {"processes":[{"name":"gateway-1","roles":["gateway"],"pid":4711,"url":"http://127.0.0.1:8080","address":"127.77.0.1"},
             {"name":"redis","roles":[],"pid":4713,"url":"redis://127.0.0.1:40002"}]}
            """);

    Cluster cluster = Cluster.read(file);

    assertThat(cluster.list("gateway"))
        .containsExactly(
            new Member(
                "gateway-1",
                List.of("gateway"),
                4711,
                URI.create("http://127.0.0.1:8080"),
                "127.77.0.1",
                false));
    assertThat(cluster.find("redis")).get().extracting(Member::roles).isEqualTo(List.of());
    assertThat(cluster.find("query-1")).isEmpty();
    assertThatThrownBy(() -> Cluster.read(folder.resolve("none")))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void theDispatcherThatPlansSaysSo() {
    assertThat(Checkup.saysThatItLeads("a 1\nantar_dispatch_tenure{zone=\"main\"} 1.0\nb 0\n"))
        .isTrue();
    assertThat(Checkup.saysThatItLeads("antar_dispatch_tenure 1\n")).isTrue();
    assertThat(Checkup.saysThatItLeads("antar_dispatch_tenure{zone=\"main\"} 0.0\n")).isFalse();
    assertThat(Checkup.saysThatItLeads("antar_dispatch_rounds 1.0\n")).isFalse();
  }

  @Test
  void aProcessIsWellIfItLivesAndAnswers() throws IOException {
    start("query-1");
    long alive = process("query-1").pid();
    Checkup checkup = new Checkup();

    assertThat(checkup.isWell(member("query-1", alive, url("query-1")), true)).isTrue();
    assertThat(checkup.isWell(member("query-1", alive, "http://127.0.0.1:1"), true)).isFalse();
    process("query-1").destroyForcibly().onExit().join();
    assertThat(checkup.isWell(member("query-1", alive, url("query-1")), true)).isFalse();
  }

  @Test
  void whoHasToHearRedisIsNotWellWithoutIt() throws IOException {
    start("gateway-1");
    long alive = process("gateway-1").pid();
    Member gateway = member("gateway-1", alive, url("gateway-1"));
    Member command = member("command-1", alive, url("command-1"));
    Checkup checkup = new Checkup();
    assertThat(checkup.isWell(gateway, true)).isTrue();

    health = health("DEGRADED");
    assertThat(checkup.isWell(gateway, true)).isFalse();
    assertThat(checkup.isWell(command, true)).isTrue();

    health = "{\"status\":\"UP\",\"components\":{}}";
    assertThat(checkup.isWell(gateway, true)).isFalse();
    assertThat(checkup.isWell(gateway, false)).isTrue();
  }

  @Test
  void whoHasTheNumberOfOneThatEndedIsNotStruck() throws IOException {
    start("query-1");
    Member member = member("query-1", process("query-1").pid(), url("query-1"));
    Victim former = new Victim(member, Optional.of(Instant.EPOCH));

    assertThat(former.signal("KILL")).isFalse();
    assertThat(process("query-1").isAlive()).isTrue();
    assertThat(Victim.of(member).signal("NOSUCHSIGNAL")).isFalse();
    assertThat(Victim.of(member).signal("KILL")).isTrue();
    process("query-1").onExit().join();
    assertThat(Victim.of(member).signal("KILL")).isFalse();
  }

  @Test
  void whatIsNotToldAnyMoreAfterAStrikeIsAnIncident() throws Exception {
    startAll();
    Strike strike = new Strike(Aim.QUERY, Deed.PAUSE, Duration.ofMillis(10));

    chaos(List.of(strike), () -> true, () -> false, SHORT).carryOut();

    assertThat(incidents.list())
        .singleElement()
        .satisfies(incident -> {
          assertThat(incident.what()).isEqualTo("nothing of a kind came after a strike");
          assertThat(incident.count()).isEqualTo(2);
        });
  }

  @Test
  void whatIsNotWholeInTimeBeforeAStrikeIsAnIncident() throws Exception {
    startAll();
    health = health("DEGRADED");

    chaos(List.of(new Strike(Aim.REDIS, Deed.KILL, Duration.ZERO)), () -> true, () -> false, SHORT)
        .carryOut();

    assertThat(incidents.list())
        .extracting(Incidents.Incident::what)
        .containsExactlyInAnyOrder("not whole or idle before a strike", "nobody there to strike");
  }

  @Test
  void aProcessIsWholeOnlyIfItKnowsTheOthers() throws IOException {
    start("query-1");
    Member query = member("query-1", process("query-1").pid(), url("query-1"));
    Checkup checkup = new Checkup();
    assertThat(checkup.knows(query, 3)).as("says nothing of others").isTrue();

    health = "{\"components\":{\"cluster\":{\"details\":{\"processes\":[\"a\",\"b\"]}}}}";

    assertThat(checkup.knows(query, 3)).isFalse();
    assertThat(checkup.knows(query, 2)).isTrue();
  }

  @Test
  void aServerThatIsPausedTakesAConnectionAndDoesNotAnswer() throws IOException {
    start("redis");
    long pid = process("redis").pid();
    Checkup checkup = new Checkup();
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Member redis =
          new Member(
              "redis",
              List.of(),
              pid,
              URI.create("redis://127.0.0.1:" + socket.getLocalPort()),
              null,
              false);
      assertThat(checkup.isWell(redis, true)).isFalse();

      Thread.ofVirtual().start(() -> answerPings(socket));

      await().until(() -> checkup.isWell(redis, true));
    }
  }

  @Test
  void whatIsKilledIsStruckOnceAndItsSuccessorIsWaitedFor() throws Exception {
    startAll();
    long before = process("dispatch-2").pid();
    Chaos chaos = chaos(List.of(new Strike(Aim.LEADER, Deed.KILL, Duration.ZERO)), true);
    mind("dispatch-2");

    chaos.carryOut();

    assertThat(told).containsExactly("kill -9 dispatch-2");
    assertThat(process("dispatch-2").pid()).isNotEqualTo(before);
    assertThat(chaos.struck())
        .singleElement()
        .satisfies(struck -> {
          assertThat(struck.wholeSeconds()).isNotNull().isPositive();
          assertThat(struck.awaySeconds()).isNotNull().isPositive();
          assertThat(struck.what()).isEqualTo("kill -9 dispatch-2");
        });
    assertThat(incidents.list()).isEmpty();
    assertThat(chaos.isDone()).isTrue();
    assertThat(unrest.isOn()).isFalse();
  }

  @Test
  void whatIsPausedStandsStillAndGoesOn() throws Exception {
    startAll();
    Process command = process("command-1");
    List<String> states = Collections.synchronizedList(new ArrayList<>());
    Chaos chaos = chaos(List.of(new Strike(Aim.COMMAND, Deed.PAUSE, Duration.ofSeconds(1))), true);
    Thread chaotic = Thread.ofVirtual().start(() -> run(chaos));

    await().until(() -> state(command).equals("T"));
    states.add(state(command));
    chaotic.join();

    assertThat(states).containsExactly("T");
    assertThat(state(command)).isNotEqualTo("T");
    assertThat(command.isAlive()).isTrue();
    assertThat(incidents.list()).isEmpty();
  }

  @Test
  void whoHasNoAddressOfItsOwnIsNotCutOffAndThatIsSaid() throws Exception {
    startAll();
    var cutOff = new Strike(Aim.COMMAND, Deed.CUT_OFF, Duration.ofSeconds(20));

    Chaos chaos = chaos(List.of(cutOff), true);
    chaos.carryOut();

    assertThat(told).singleElement().asString().startsWith("cut off 20 s command-1: LEFT OUT");
    assertThat(chaos.struck()).isEmpty();
    assertThat(incidents.list()).isEmpty();
  }

  @Test
  void anUpgradeStopsWhoReadsBeforeWhoWrites() throws IOException {
    startAll();

    assertThat(Strike.rolling(Cluster.read(folder.resolve("cluster.json"))))
        .extracting(strike -> strike.title(strike.aim().toString()))
        .containsExactly(
            "stop Named[process=query-1]",
            "stop Named[process=gateway-1]",
            "stop Named[process=command-1]",
            "stop Named[process=dispatch-1]",
            "stop Named[process=dispatch-2]");
  }

  @Test
  void whoIsStillOfTheEarlierVersionInTheEndIsAnIncident() throws Exception {
    start("query-1");
    var earlier =
        new Member(
            "query-1",
            List.of("query"),
            process("query-1").pid(),
            URI.create(url("query-1")),
            null,
            true);
    Files.writeString(folder.resolve("cluster.json"), Json.write(new Cluster(List.of(earlier))));

    chaos(List.of(), true).carryOut();

    assertThat(incidents.list())
        .singleElement()
        .extracting(Incidents.Incident::what)
        .isEqualTo("still of the earlier version");
  }

  @Test
  void nothingIsStruckWhenAllIsOverAndThatIsNotedAsIncomplete() throws Exception {
    startAll();

    chaos(List.of(new Strike(Aim.QUERY, Deed.KILL, Duration.ZERO)), false).carryOut();

    assertThat(told).isEmpty();
    assertThat(process("query-1").isAlive()).isTrue();
    assertThat(incidents.list())
        .singleElement()
        .extracting(Incidents.Incident::what)
        .isEqualTo("the orders were over before all was struck");
  }

  @Test
  void aStrikeThatMeetsNobodyIsAnIncident() throws Exception {
    start("gateway-1");
    write();

    chaos(List.of(new Strike(Aim.REDIS, Deed.KILL, Duration.ZERO)), true).carryOut();

    assertThat(incidents.list())
        .singleElement()
        .extracting(Incidents.Incident::what)
        .isEqualTo("nobody there to strike");
  }

  private Chaos chaos(List<Strike> script, boolean busy) {
    return chaos(script, () -> busy, () -> !busy || !told.isEmpty(), Duration.ofSeconds(30));
  }

  private Chaos chaos(
      List<Strike> script, BooleanSupplier hasWork, BooleanSupplier isOver, Duration within) {
    return new Chaos(
        folder.resolve("cluster.json"),
        new Chaos.Plan(_ -> script, within, within),
        new Chaos.Surroundings(hasWork, isOver, () -> true),
        log,
        incidents,
        unrest,
        told::add);
  }

  private static void run(Chaos chaos) {
    try {
      chaos.carryOut();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Process process(String name) {
    return Objects.requireNonNull(processes.get(name));
  }

  private void startAll() throws IOException {
    for (String name : List.of("gateway-1", "command-1", "query-1", "dispatch-1", "dispatch-2")) {
      start(name);
    }
    write();
  }

  private void start(String name) throws IOException {
    processes.put(name, new ProcessBuilder("sleep", "300").start());
  }

  /// Starts it again when it dies, once.
  private void mind(String name) {
    var _ =
        process(name)
            .onExit()
            .thenRun(() -> {
              try {
                start(name);
                write();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void write() throws IOException {
    List<Member> members = new ArrayList<>();
    processes.forEach((name, process) -> members.add(member(name, process.pid(), url(name))));
    Path next = Files.writeString(folder.resolve("next"), Json.write(new Cluster(members)));
    var _ = Files.move(next, folder.resolve("cluster.json"), StandardCopyOption.ATOMIC_MOVE);
  }

  private String url(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  private static Member member(String name, long pid, String url) {
    return new Member(name, List.of(name.replaceAll("-.*", "")), pid, URI.create(url), null, false);
  }

  /// The kernel's letter: `T` for what stands still.
  private static String state(Process process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    } catch (IOException e) {
      return "gone";
    }
  }

  private static void answerPings(ServerSocket server) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          InputStream in = socket.getInputStream();
          if (in.read() >= 0) {
            socket.getOutputStream().write("+PONG\r\n".getBytes(UTF_8));
          }
        }
      }
    } catch (IOException _) {
      // The test is over.
    }
  }
}
