package id.antar.infra.cli;

import id.antar.infra.backup.BackupKey;
import id.antar.infra.backup.DatabaseAtHand.Where;
import id.antar.infra.startup.EngineStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `backup`, `restore` and `disaster-drill` are all told: which engine, and by which key.
///
/// @param engine what an engine is started with
record BackupWish(Path work, Where where, Optional<BackupKey> key, List<String> engine) {
  private static final String KEY = "ANTAR_BACKUP_KEY";
  private static final String URL = "ANTAR_MYSQL_URL";

  static BackupWish of(CommandLine line) {
    line.engine().stream()
        .filter(it -> it.indexOf('=') < 0)
        .findFirst()
        .ifPresent(it -> {
          throw new IllegalArgumentException(it + " has no value: " + it + "=VALUE.");
        });
    Path work =
        Path.of(
                EngineAtHand.folder(
                    line.option("--work").or(() -> line.setting("work")).orElse(null)))
            .toAbsolutePath();
    return new BackupWish(work, where(line, work), key(line), line.engine());
  }

  BackupKey needKey() {
    return key.orElseThrow(() ->
        new IllegalArgumentException(
            "A key is needed: --key-file FILE, or ANTAR_BACKUP_KEY. Make one with: openssl rand"
                + " -base64 32"));
  }

  private static Where where(CommandLine line, Path work) {
    String url =
        line.option("--mysql-url")
            .or(() -> line.setting("mysql.url"))
            .or(() -> given(URL).map(Given::value))
            .orElse("");
    Path archives =
        line.setting("servers.archives")
            .map(Path::of)
            .or(EngineStart::findArchives)
            .orElse(Path.of("servers"));
    Path home = line.setting("servers.home").map(Path::of).orElse(work.resolve("servers"));
    return new Where(url, archives, home);
  }

  private static Optional<BackupKey> key(CommandLine line) {
    return line.option("--key-file")
        .map(it -> new Given(it, read(it)))
        .or(() -> given(KEY))
        .map(it -> BackupKey.decode(it.source(), it.value()));
  }

  private record Given(String source, String value) {}

  private static Optional<Given> given(String variable) {
    String file = System.getenv(variable + "_FILE");
    return Optional.ofNullable(System.getenv(variable))
        .or(() -> Optional.ofNullable(file).map(BackupWish::read))
        .filter(it -> !it.isBlank())
        .map(it -> new Given(variable, it.strip()));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("The file " + file + " cannot be read.", e);
    }
  }
}
