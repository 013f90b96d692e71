package id.antar.load.fanout.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server of somebody else's that carries messages to many.
public enum Peer {
  NCHAN("nchan"),
  SIO("socket.io"),
  WS("ws");

  private static final List<Path> MODULES =
      Stream.of("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules")
          .map(folder -> Path.of(folder, "ngx_nchan_module.so"))
          .toList();

  private final String title;

  Peer(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public static Peer of(String name) {
    return Arrays.stream(values())
        .filter(peer -> peer.name().equalsIgnoreCase(name) || peer.title.equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("There is no peer " + name + "."));
  }

  /// What has to be installed before this one can run; empty if everything is there.
  public Optional<String> missing() {
    return switch (this) {
      case NCHAN ->
          isOnPath("nginx") && nchanModule().isPresent()
              ? Optional.empty()
              : Optional.of("apt-get install nginx-light libnginx-mod-nchan");
      case SIO, WS ->
          isOnPath("node") && isOnPath("npm")
              ? Optional.empty()
              : Optional.of("Node.js 20 or later, with npm");
    };
  }

  static Optional<Path> nchanModule() {
    return MODULES.stream().filter(Files::exists).findFirst();
  }

  public static boolean isOnPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin";
    return Arrays.stream(path.split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
