package id.antar.load.fanout.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// A peer's process, alone on its core.
public final class PeerServer implements AutoCloseable {

  private static final int ANSWERS_WITHIN_SECONDS = 20;
  private static final int NPM_MINUTES = 5;

  private final Attended attended;

  private PeerServer(Attended attended) {
    this.attended = attended;
  }

  /// @param setUps the folder with `nginx.conf`, `ws.mjs`, `sio.mjs` and `package.json`
  /// @param work what it needs at run time is put in there
  public static PeerServer start(Peer peer, Path setUps, Path work, int port, int core) {
    try {
      Files.createDirectories(work);
      List<String> command =
          switch (peer) {
            case NCHAN -> nginx(setUps, work, port);
            case SIO -> node(setUps, work, "sio.mjs", port);
            case WS -> node(setUps, work, "ws.mjs", port);
          };
      Attended attended = begin(pinned(core, command), work, peer.name());
      awaitPort(attended.process(), peer, port);
      return new PeerServer(attended);
    } catch (IOException e) {
      throw new UncheckedIOException(peer.title() + " could not be started.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static List<String> pinned(int core, List<String> command) {
    List<String> all = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    all.addAll(command);
    return all;
  }

  public long pid() {
    return attended.process().pid();
  }

  @Override
  public void close() {
    attended.close();
  }

  private static List<String> nginx(Path setUps, Path work, int port) throws IOException {
    String module = Peer.nchanModule().orElseThrow().toString();
    String filled =
        Files.readString(setUps.resolve("nginx.conf"))
            .replace("@MODULE@", module)
            .replace("@WORK@", work.toString())
            .replace("@PORT@", Integer.toString(port));
    Path file = Files.writeString(work.resolve("nginx.conf"), filled);
    return List.of(
        "nginx", "-p", work.toString(), "-e", work + "/nginx.log", "-c", file.toString());
  }

  private static List<String> node(Path setUps, Path work, String script, int port)
      throws IOException, InterruptedException {
    for (String name : List.of("package.json", "package-lock.json", script)) {
      Files.copy(setUps.resolve(name), work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Attended attended = begin(List.of("npm", "ci", "--no-audit", "--no-fund"), work, "npm");
    Process npm = attended.process();
    if (!npm.waitFor(NPM_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      throw new IOException("npm ci failed; see " + work.resolve("npm.out"));
    }
    return List.of("node", work.resolve(script).toString(), Integer.toString(port));
  }

  private static Attended begin(List<String> command, Path work, String name) throws IOException {
    return Attended.start(
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(name.toLowerCase(Locale.ROOT) + ".out").toFile()));
  }

  private static void awaitPort(Process process, Peer peer, int port)
      throws IOException, InterruptedException {
    for (int i = 0; i < ANSWERS_WITHIN_SECONDS * 10 && process.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        return;
      } catch (IOException _) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    process.destroy();
    throw new IOException(peer.title() + " does not answer at port " + port + ".");
  }
}
