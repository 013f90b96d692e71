package id.antar.infra.local;

import id.antar.infra.work.WorkFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `cluster.json`: the processes that run in a work folder and where each is to be reached.
final class ClusterFile {
  private static final String NAME = "cluster.json";

  private final WorkFolder work;
  private final Map<String, Entry> processes = new LinkedHashMap<>();

  ClusterFile(WorkFolder work) {
    this.work = work;
  }

  /// @param url without a password
  /// @param address where the other processes reach it; of no use for a server
  /// @param earlier whether it is of the version that is upgraded from
  record Entry(
      String name,
      List<String> roles,
      long pid,
      String url,
      @Nullable String address,
      boolean earlier) {
    Entry {
      roles = List.copyOf(roles);
    }
  }

  /// Each process has a line of its own.
  synchronized void put(Entry entry) {
    processes.put(entry.name(), entry);
    work.write(
        NAME,
        processes.values().stream()
            .map(JsonMapper.shared()::writeValueAsString)
            .collect(Collectors.joining(",\n", "{\"processes\":[\n", "\n]}\n")));
  }

  void delete() {
    work.delete(NAME);
  }
}
