package id.antar.load.town.chaos;

import id.antar.load.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The processes of which an engine consists, as whoever minds them writes it down.
public record Cluster(List<Member> processes) {

  /// @param roles what it does; none for a server that the engine stands on
  /// @param url where its health is
  /// @param address where the others reach it, if it is one of several and the only one there
  /// @param earlier whether it is of the version that is upgraded from
  public record Member(
      String name,
      List<String> roles,
      long pid,
      URI url,
      @Nullable String address,
      boolean earlier) {

    public Member {
      roles = roles == null ? List.of() : List.copyOf(roles);
    }

    boolean has(String role) {
      return roles.contains(role);
    }

    boolean isAlive() {
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
  }

  public Cluster {
    processes = List.copyOf(processes);
  }

  /// Read anew each time: what starts again has another number.
  public static Cluster read(Path file) {
    try {
      return Json.read(Files.readString(file), Cluster.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The file of the cluster " + file + " cannot be read.", e);
    }
  }

  /// Of the engine itself.
  int size() {
    return (int) processes.stream().filter(member -> !member.roles().isEmpty()).count();
  }

  Optional<Member> find(String name) {
    return processes.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  List<Member> list(String role) {
    return processes.stream().filter(member -> member.has(role)).toList();
  }
}
