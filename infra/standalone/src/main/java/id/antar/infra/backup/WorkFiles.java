package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.mode.DurableFile;
import id.antar.infra.key.KeyName;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a work folder without which its database is of little use. What is given to the
/// engine from outside is not among them.
public final class WorkFiles {
  static final String CHECKPOINTS = "log-checkpoints.jsonl";

  private static final String MASTER_KEYS = "master.key";

  private static final List<String> SECRETS =
      List.of(MASTER_KEYS, "account.key", "token-key.json", "log-signing.key");
  private static final List<String> OTHERS = List.of("log-signing.pub", CHECKPOINTS, "clock.json");

  private WorkFiles() {}

  /// The first of them that is in a folder.
  public static Optional<Path> findAny(Path folder) {
    return Stream.of(SECRETS, OTHERS)
        .flatMap(List::stream)
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  /// Keys that the engine must have from outside, because they are not in its folder.
  static List<KeyName> givenFromOutside(WorkFolder work) {
    return Stream.of(KeyName.values()).filter(it -> work.find(it.file()) == null).toList();
  }

  /// The master keys as they are now.
  static String masterKeys(WorkFolder work) {
    return Objects.requireNonNullElse(work.find(MASTER_KEYS), "");
  }

  /// Master keys may be rotated meanwhile, and the tables show the moment of the snapshot: those of
  /// before are written beside those of now.
  ///
  /// @param before the master keys before the snapshot
  static void write(WorkFolder work, String before, Rows.Writer to) throws IOException {
    for (List<String> names : List.of(SECRETS, OTHERS)) {
      for (String name : names) {
        String content = work.find(name);
        if (content != null) {
          to.file(name, name.equals(MASTER_KEYS) ? joined(content, before) : content);
        }
      }
    }
  }

  private static String joined(String now, String before) {
    return Stream.concat(now.lines(), before.lines())
        .filter(it -> !it.isBlank())
        .distinct()
        .map(it -> it + "\n")
        .collect(Collectors.joining());
  }

  static void restore(WorkFolder work, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String content = new String(file.getValue(), UTF_8);
      if (SECRETS.contains(file.getKey())) {
        DurableFile.replaceSecret(work.path(file.getKey()), content);
      } else if (OTHERS.contains(file.getKey())) {
        DurableFile.replace(work.path(file.getKey()), content);
      }
    }
  }
}
