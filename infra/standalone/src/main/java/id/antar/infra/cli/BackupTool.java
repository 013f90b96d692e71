package id.antar.infra.cli;

import id.antar.api.person.PersonId;
import id.antar.infra.backup.BackupCheck;
import id.antar.infra.backup.BackupKey;
import id.antar.infra.backup.DatabaseAtHand;
import id.antar.infra.backup.Restoring;
import id.antar.infra.backup.TakingBackup;
import id.antar.infra.backup.WorkFiles;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// `antar backup`, `antar restore` and `antar disaster-drill`.
public final class BackupTool {
  static final Consumer<String> SAY = System.out::println;

  private BackupTool() {}

  @FunctionalInterface
  private interface Work {
    boolean run() throws IOException, SQLException, InterruptedException;
  }

  /// @return the status to exit with: 0 if it was done and all is as it should be, 1 if not, 2 if
  ///   the arguments make no sense
  public static int run(String... arguments) {
    try {
      CommandLine line = CommandLine.of(arguments);
      String command = line.word("A command is missing.");
      BackupWish wish = BackupWish.of(line);
      Work work =
          switch (command) {
            case "backup" -> backup(wish, line);
            case "restore" -> restore(wish, line);
            case "disaster-drill" -> drill(wish, line);
            default -> throw new IllegalArgumentException("Unknown command " + command + ".");
          };
      line.requireEnd();
      return status(work);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  /// Before an engine has set it up, the log is the terminal.
  private static int status(Work work) {
    LoggingSystem.get(BackupTool.class.getClassLoader()).setLogLevel("org.flywaydb", LogLevel.WARN);
    try {
      return work.run() ? 0 : 1;
    } catch (IOException | SQLException | RuntimeException e) {
      System.err.println("It did not work: " + EngineStart.reason(e));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static Work backup(BackupWish wish, CommandLine line) {
    Path to = Path.of(line.option("--to", "Where to is missing: --to DIR."));
    BackupKey key = wish.needKey();
    if (line.has("--check")) {
      return () -> new BackupCheck(to, key, SAY).isWhole();
    }
    var kind = new TakingBackup.Wish(line.has("--full"), line.has("--other-log"));
    if (wish.where().url().isBlank() && !Files.isDirectory(wish.work())) {
      throw new IllegalArgumentException("There is no work folder " + wish.work() + ".");
    }
    return () -> {
      WorkFolder work = WorkFolder.at(wish.work());
      try (DatabaseAtHand database = DatabaseAtHand.open(work, wish.where())) {
        var _ = new TakingBackup(to, key, version(), SAY).take(database.address(), work, kind);
        return true;
      }
    };
  }

  static String version() {
    String version = BackupTool.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static Work restore(BackupWish wish, CommandLine line) {
    Path from = Path.of(line.option("--from", "Where from is missing: --from DIR."));
    BackupKey key = wish.needKey();
    Optional<Instant> until = line.option("--until").map(BackupTool::instant);
    Optional<Long> position = line.option("--position").map(BackupTool::position);
    if (until.isPresent() && position.isPresent()) {
      throw new IllegalArgumentException("Either --until or --position, not both.");
    }
    boolean replace = line.has("--replace");
    boolean check = !line.has("--no-check");
    Set<String> forgotten = line.option("--forgotten").map(BackupTool::lines).orElse(Set.of());
    return () -> {
      try (Restoring restoring = Restoring.prepare(from, key, position, until, SAY)) {
        requireNew(wish.work(), replace);
        WorkFolder work = WorkFolder.at(wish.work());
        try (DatabaseAtHand database = DatabaseAtHand.openAlone(work, wish.where())) {
          var _ = restoring.load(database.address(), work, replace, forgotten);
          boolean whole = !check || isWhole(wish, work, database);
          var _ = restoring.loadDue(database.address());
          SAY.accept("Restored: ./antar up --work " + work.root());
          return whole;
        }
      }
    };
  }

  /// A file that opens what is there would be overwritten.
  static void requireNew(Path work, boolean replace) {
    Optional<Path> there = replace ? Optional.empty() : WorkFiles.findAny(work);
    there.ifPresent(file -> {
      throw new IllegalStateException(
          "There is %s: the folder is an engine's already. Maybe restore into a new one, or add --replace."
              .formatted(file));
    });
    if (Files.isDirectory(work) && EngineFile.at(WorkFolder.at(work)).find().isPresent()) {
      throw new IllegalStateException("An engine runs in " + work + ": stop it first.");
    }
  }

  static boolean isWhole(BackupWish wish, WorkFolder work, DatabaseAtHand database)
      throws IOException, InterruptedException {
    database.letEnginesIn();
    return CheckingEngine.isWhole(work, database.address(), wish.engine());
  }

  private static Work drill(BackupWish wish, CommandLine line) {
    Path scratch =
        Path.of(line.option("--scratch").orElseGet(() -> System.getProperty("java.io.tmpdir")));
    return () -> new DisasterDrill(wish, scratch).run();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is no moment such as 2026-11-21T12:00:00Z.", e);
    }
  }

  private static long position(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(text + " is no position.");
    }
    return Long.parseLong(text);
  }

  private static Set<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .map(String::strip)
          .filter(it -> !it.isEmpty())
          .map(it -> new PersonId(it).value())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new IllegalArgumentException("The file " + file + " cannot be read.", e);
    }
  }
}
