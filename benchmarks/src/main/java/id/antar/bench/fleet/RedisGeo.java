package id.antar.bench.fleet;

import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A Redis server of our own on the loopback that writes nothing to disk. Commands go out by the
/// hundred, so that the server neither waits for us nor pays system calls for each.
final class RedisGeo implements AutoCloseable {

  private static final int PIPELINE = 100;
  private static final String KEY = "fleet";

  private final Process server;
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RedisGeo(Process server, int port) throws IOException, InterruptedException {
    this.server = server;
    this.socket = connect(server, port);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  /// Empty if this machine has no `redis-server`.
  static Optional<RedisGeo> start() throws IOException, InterruptedException {
    int port = freePort();
    Process server;
    try {
      server =
          new ProcessBuilder(
                  "redis-server",
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(new RedisGeo(server, port));
  }

  void add(List<Fix> fixes) throws IOException {
    var commands = new ArrayList<String[]>();
    for (Fix fix : fixes) {
      commands.add(
          new String[] {
            "GEOADD",
            KEY,
            Double.toString(fix.point().longitude()),
            Double.toString(fix.point().latitude()),
            fix.courierId().value()
          });
    }
    var _ = run(commands);
  }

  /// The ten nearest within a radius, for each of the points.
  List<List<String>> nearestTen(List<GeoPoint> points, int radiusMetres) throws IOException {
    var commands = new ArrayList<String[]>();
    for (GeoPoint point : points) {
      commands.add(
          new String[] {
            "GEOSEARCH",
            KEY,
            "FROMLONLAT",
            Double.toString(point.longitude()),
            Double.toString(point.latitude()),
            "BYRADIUS",
            Integer.toString(radiusMetres),
            "m",
            "ASC",
            "COUNT",
            "10"
          });
    }
    return run(commands);
  }

  /// What the server has used of the processor since it started.
  double cpuSeconds() throws IOException {
    String info = run(List.<String[]>of(new String[] {"INFO", "cpu"})).getFirst().getFirst();
    return info.lines()
        .filter(line -> line.startsWith("used_cpu_sys:") || line.startsWith("used_cpu_user:"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)))
        .sum();
  }

  void clear() throws IOException {
    var _ = run(List.<String[]>of(new String[] {"DEL", KEY}));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    socket.close();
    server.destroy();
    if (!server.waitFor(5, TimeUnit.SECONDS)) {
      var _ = server.destroyForcibly();
    }
  }

  private List<List<String>> run(List<String[]> commands) throws IOException {
    var replies = new ArrayList<List<String>>(commands.size());
    for (int from = 0; from < commands.size(); from += PIPELINE) {
      List<String[]> some = commands.subList(from, Math.min(from + PIPELINE, commands.size()));
      for (String[] command : some) {
        send("*" + command.length);
        for (String word : command) {
          send("$" + word.length());
          send(word);
        }
      }
      out.flush();
      for (int i = 0; i < some.size(); i++) {
        var reply = new ArrayList<String>();
        read(reply);
        replies.add(reply);
      }
    }
    return replies;
  }

  private void send(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /// A reply's words, one after the other.
  private void read(List<String> words) throws IOException {
    String head = line();
    String rest = head.substring(1);
    switch (head.charAt(0)) {
      case '*' -> {
        for (int left = Integer.parseInt(rest); left > 0; left--) {
          read(words);
        }
      }
      case '$' -> {
        var bytes = new byte[Integer.parseInt(rest) + 2];
        in.readFully(bytes);
        words.add(new String(bytes, 0, bytes.length - 2, StandardCharsets.US_ASCII));
      }
      case '-' -> throw new IOException("Redis says: " + rest);
      default -> words.add(rest);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\r'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("Redis is gone.");
      }
      line.append((char) c);
    }
    var _ = in.read();
    return line.toString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Socket connect(Process server, int port) throws IOException, InterruptedException {
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException e) {
        if (server.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new IOException("redis-server does not stay up.", e);
        }
      }
    }
  }
}
