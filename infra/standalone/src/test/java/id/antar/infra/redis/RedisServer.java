package id.antar.infra.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real Redis for tests, which keeps nothing. It can be killed and started again on its port.
public final class RedisServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisServer.class);
  private static final String BINARY = "redis-server";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port = freePort();
  private @Nullable Process process;

  private RedisServer() {}

  /// The test is skipped where there is none.
  public static RedisServer start() {
    RedisServer server = stopped();
    server.startAgain();
    return server;
  }

  /// One that is to be started later.
  public static RedisServer stopped() {
    boolean isThere = findBinary().isPresent();
    if (!isThere) {
      LOG.error("There is no {} on the path: what needs one is NOT TESTED.", BINARY);
    }
    assumeTrue(isThere, "There is no " + BINARY + " on the path.");
    return new RedisServer();
  }

  private static Optional<Path> findBinary() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, BINARY))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public void startAgain() {
    assertThat(process).isNull();
    String binary = findBinary().orElseThrow().toString();
    try {
      process =
          new ProcessBuilder(
                  List.of(
                      binary,
                      "--port",
                      String.valueOf(port),
                      "--bind",
                      "127.0.0.1",
                      "--save",
                      "",
                      "--appendonly",
                      "no"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(PATIENCE).until(this::answers);
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// As `kill -9` does.
  public void kill() {
    Process running = Objects.requireNonNull(process);
    process = null;
    running.destroyForcibly();
    try {
      assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// It stands still, and its connections stay open.
  public void pause() {
    signal("-STOP");
  }

  public void goOn() {
    signal("-CONT");
  }

  private void signal(String signal) {
    String pid = String.valueOf(Objects.requireNonNull(process).pid());
    try {
      assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }
}
