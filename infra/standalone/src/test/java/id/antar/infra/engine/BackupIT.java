package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.backup.DatabaseAtHand;
import id.antar.infra.backup.DatabaseAtHand.Where;
import id.antar.infra.cli.BackupTool;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.store.UnfinishedRestore;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// An engine is backed up while its town goes on, and made again elsewhere as it was at a moment.
class BackupIT {
  private static final String RESTORED = "backup-restored";
  private static final String BROKEN = "backup-broken";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String FORGOTTEN =
      "SELECT COUNT(*) FROM person_key WHERE wrapped_key IS NULL AND person_id = '%s'";

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final CustomerId zoe = new CustomerId("backup-zoe-" + run);
  private final CustomerId early = new CustomerId("backup-early-" + run);
  private final CustomerId late = new CustomerId("backup-late-" + run);
  private final Clock clockBefore = clock();
  private final Path backups = TestEngine.work("backups");
  private final Path key = TestEngine.work("backup.key");

  /// The engine's, not yet another one's.
  private static Clock clock() {
    TestEngine.context();
    return GenericEventMessage.clock;
  }

  @BeforeEach
  void makeKey() throws IOException {
    clear();
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    Files.createDirectories(key.getParent());
    Files.writeString(key, Base64.getEncoder().encodeToString(bytes) + "\n");
  }

  @AfterEach
  void clear() throws IOException {
    GenericEventMessage.clock = clockBefore;
    Stream.of(RESTORED, BROKEN, "backups").forEach(TestEngine::clear);
    Files.deleteIfExists(key);
  }

  @Test
  void anEngineComesBackAsItWasAtAMomentWithoutThoseWhoWereForgottenLater() throws Exception {
    var town = new BusyTown(TestEngine.api());
    town.open();
    long moment;
    try {
      register(zoe);
      awaitMoreEvents(50);
      assertThat(backup()).isZero();
      register(early);
      awaitMoreEvents(50);
      moment = head();
      register(late);
      forget(zoe);
      awaitMoreEvents(50);
      assertThat(backup()).isZero();
      assertThat(backup()).isZero();
    } finally {
      town.close();
    }
    assertThat(names()).hasSize(3);
    assertThat(names().getFirst()).endsWith("-full");
    assertThat(names().subList(1, 3)).allMatch(it -> it.endsWith("-incr"));
    assertThat(backups.resolve(names().getFirst()).resolve("secrets.antar")).doesNotExist();

    GenericEventMessage.clock = clockBefore;
    assertThat(restore(RESTORED, "--position", Long.toString(moment))).isZero();

    lookAt(moment);
    isForgottenAgain();
    anotherLogIsBackedUpOnlyIfThatIsSaid();
    whatStoppedHalfwayIsDoneOnceMore(moment);
    whatIsBrokenIsToldBeforeAnythingIsDone();
  }

  private void lookAt(long moment) {
    try (DatabaseAtHand at = open()) {
      JdbcClient restored = client(at.address());
      assertThat(number(restored, "SELECT MAX(global_index) FROM domain_event")).isEqualTo(moment);
      String count = "SELECT COUNT(*) FROM domain_event WHERE global_index <= " + moment;
      assertThat(number(restored, count)).isEqualTo(number(live(), count));
      assertThat(customers(restored)).contains(early.value()).doesNotContain(late.value());
      assertThat(number(restored, FORGOTTEN.formatted(zoe.personId().value()))).isEqualTo(1);
      assertThat(forgettings(restored)).isZero();
    }
  }

  /// Her key is gone with the backup; the fact was not in the log, and comes back by itself.
  private void isForgottenAgain() {
    try (ConfigurableApplicationContext engine = EngineStart.run(commandSide())) {
      JdbcClient restored = client(engine.getBean(DatabaseAddress.class));
      await().atMost(PATIENCE).until(() -> forgettings(restored) == 1);
    } finally {
      GenericEventMessage.clock = clockBefore;
    }
  }

  private static String[] commandSide() {
    var options = new ArrayList<>(TestEngine.options(RESTORED, 1));
    options.add("--antar.roles=command");
    options.add(TestEngine.WITHOUT_SEARCH);
    return options.toArray(String[]::new);
  }

  /// The restored engine goes on from a moment before the last backup.
  private void anotherLogIsBackedUpOnlyIfThatIsSaid() throws IOException {
    List<String> before = names();
    assertThat(backup(RESTORED)).isEqualTo(1);
    assertThat(backup(RESTORED, "--full")).isEqualTo(1);
    assertThat(names()).isEqualTo(before);
    assertThat(backups.resolve(before.getLast()).resolve("secrets.antar")).exists();
    assertThat(backup("engine", "--check")).isZero();
  }

  /// As if the process had ended after the first that it does, when early was forgotten there.
  private void whatStoppedHalfwayIsDoneOnceMore(long moment) throws Exception {
    try (DatabaseAtHand at = open();
        Connection connection = connection(at.address())) {
      UnfinishedRestore.begin(connection, Set.of(early.personId().value()));
    }

    assertThatThrownBy(() -> EngineStart.run(commandSide()))
        .hasRootCauseInstanceOf(UnfinishedRestore.StoppedHalfway.class);
    assertThat(backup(RESTORED, "--other-log")).isEqualTo(1);
    assertThat(restore(RESTORED, "--replace", "--no-check", "--position", Long.toString(moment)))
        .isZero();

    try (DatabaseAtHand at = open()) {
      JdbcClient restored = client(at.address());
      assertThat(number(restored, FORGOTTEN.formatted(early.personId().value()))).isEqualTo(1);
      assertThat(
              number(
                  restored,
                  "SELECT COUNT(*) FROM information_schema.tables"
                      + " WHERE table_schema = DATABASE() AND table_name = 'restoring'"))
          .isZero();
    }
  }

  private void whatIsBrokenIsToldBeforeAnythingIsDone() throws IOException {
    assertThat(restore(RESTORED)).as("there is an engine already").isEqualTo(1);
    Path piece = backups.resolve(names().getFirst()).resolve("log.antar");
    byte[] bytes = Files.readAllBytes(piece);
    bytes[bytes.length / 2] ^= 1;
    Files.write(piece, bytes);

    assertThat(restore(BROKEN)).isEqualTo(1);

    assertThat(TestEngine.work(BROKEN)).doesNotExist();
  }

  @Test
  void aDrillComparesAnEngineWithItsBackup() {
    register(early);

    assertThat(BackupTool.run(line("disaster-drill", "engine", "--scratch", backups.toString())))
        .isZero();
  }

  private int backup() {
    return backup("engine");
  }

  private int backup(String name, String... more) {
    var line =
        new ArrayList<>(
            List.of(line("backup", name, "--to", backups.toString(), "--key-file", "" + key)));
    line.addAll(List.of(more));
    return BackupTool.run(line.toArray(String[]::new));
  }

  private int restore(String name, String... more) {
    var line =
        new ArrayList<>(
            List.of(line("restore", name, "--from", backups.toString(), "--key-file", "" + key)));
    line.addAll(List.of(more));
    return BackupTool.run(line.toArray(String[]::new));
  }

  /// Of the settings of a test's engine, where the servers and the town are.
  private static String[] line(String command, String name, String... more) {
    var line = new ArrayList<>(List.of(command, "--antar.work=" + TestEngine.work(name)));
    line.addAll(List.of(more));
    if (name.equals("engine")) {
      NamedServers.mysql().ifPresent(it -> line.addAll(List.of("--mysql-url", it)));
    }
    TestEngine.options(name, 1).stream()
        .filter(it -> it.contains(".servers.") || it.contains(".map."))
        .forEach(line::add);
    return line.toArray(String[]::new);
  }

  private DatabaseAtHand open() {
    return DatabaseAtHand.openAlone(
        WorkFolder.at(TestEngine.work(RESTORED)),
        new Where("", option("servers.archives"), option("servers.home")));
  }

  private static Path option(String name) {
    String beginning = "--antar." + name + "=";
    return TestEngine.options(RESTORED, 1).stream()
        .filter(it -> it.startsWith(beginning))
        .map(it -> Path.of(it.substring(beginning.length())))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(backups)) {
      return folders
          .filter(Files::isDirectory)
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static void register(CustomerId id) {
    var contact = Personal.of(id.personId(), new Contact("Somebody", "+377 1234"));
    send(new RegisterCustomer(id, contact, TestEngine.bean(EngineClock.class).instant()));
  }

  private void forget(CustomerId id) {
    send(
        new ForgetPerson(
            id.personId(),
            Actor.system("test"),
            Ground.DUTY,
            List.of(),
            TestEngine.bean(EngineClock.class).instant()));
    await().atMost(PATIENCE).until(() -> forgettings(live()) == 1);
    await()
        .atMost(PATIENCE)
        .until(() -> number(live(), FORGOTTEN.formatted(id.personId().value())) == 1);
  }

  private static void send(Object command) {
    var _ =
        TestEngine.bean(CommandGateway.class)
            .sendAndWait(
                new GenericCommandMessage<>(
                    command, MetaData.with(MetaKeys.ACTOR, Actor.system("test").toString())));
  }

  private static void awaitMoreEvents(int count) {
    long before = head();
    await().atMost(PATIENCE).until(() -> head() >= before + count);
  }

  private static long head() {
    return number(live(), "SELECT MAX(global_index) FROM domain_event");
  }

  private long forgettings(JdbcClient database) {
    return number(
        database,
        "SELECT COUNT(*) FROM domain_event WHERE aggregate_id = 'person:"
            + zoe.personId().value()
            + "'");
  }

  private static List<String> customers(JdbcClient database) {
    return database.sql("SELECT id FROM query_customer").query((row, _) -> row.getString(1)).list();
  }

  private static long number(JdbcClient database, String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  private static JdbcClient live() {
    return client(TestEngine.bean(DatabaseAddress.class));
  }

  private static Connection connection(DatabaseAddress address) throws SQLException {
    Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    connection.setAutoCommit(false);
    return connection;
  }

  private static JdbcClient client(DatabaseAddress address) {
    return JdbcClient.create(
        new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()));
  }
}
