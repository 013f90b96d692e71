package id.antar.infra.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server that runs as a child of the engine. A file tells its process ids, so that the next
/// engine can stop what a killed one has left.
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final Path log;
  private final Path pidFile;
  private String noted = "";

  private ServerProcess(String name, Process process, Path log, Path pidFile) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
  }

  /// The server gets a session of its own where that is possible: Ctrl-C at the terminal is for the
  /// engine, which stops its servers when it needs them no more.
  public static ServerProcess start(String name, ProcessBuilder builder, Path log, Path pidFile) {
    Path setsid = Path.of("/usr/bin/setsid");
    if (Files.isExecutable(setsid)) {
      builder.command().addFirst(setsid.toString());
    }
    // Among the engine's settings are secrets.
    builder.environment().keySet().removeIf(variable -> variable.startsWith("ANTAR_"));
    try {
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(devNull()))
              .redirectOutput(log.toFile())
              .start();
      var server = new ServerProcess(name, process, log, pidFile);
      server.notePids();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started.", e);
    }
  }

  private static java.io.File devNull() {
    return new java.io.File(
        System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private void notePids() {
    String pids =
        tree(process.toHandle())
            .map(handle -> Long.toString(handle.pid()))
            .collect(Collectors.joining("\n", "", "\n"));
    if (pids.equals(noted)) {
      return;
    }
    Path fresh = pidFile.resolveSibling(pidFile.getFileName() + ".new");
    try {
      Files.writeString(fresh, pids);
      Files.move(fresh, pidFile, ATOMIC_MOVE, REPLACE_EXISTING);
      noted = pids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Asks until the answer is yes, at most for `limit`.
  public void awaitReady(BooleanSupplier ready, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      notePids();
      if (endsWithin(Duration.ofMillis(100))) {
        throw failure("ended with status " + process.exitValue());
      }
      if (System.nanoTime() > end) {
        close();
        throw failure("was not ready within " + limit.toSeconds() + " s");
      }
    }
    notePids();
  }

  private boolean endsWithin(Duration span) {
    try {
      return process.waitFor(span.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("Interrupted while " + name + " was starting.", e);
    }
  }

  private IllegalStateException failure(String what) {
    return new IllegalStateException(
        name + " " + what + ". The end of its log (" + log + "):\n" + lastLines());
  }

  private String lastLines() {
    try (Stream<String> lines = new String(Files.readAllBytes(log), UTF_8).lines()) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    } catch (IOException e) {
      return "(it cannot be read: " + e.getMessage() + ")";
    }
  }

  public long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Blocks until it has ended.
  ///
  /// @return its status
  int awaitEnd() {
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    stop(tree(process.toHandle()).toList());
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops what a killed engine has left running.
  ///
  /// @param mark words of the command line by which the process is known to be ours; a process id
  ///   alone may have been given to somebody else since
  public static void stopLeftover(Path pidFile, String mark) {
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      var leftover = new ArrayList<ProcessHandle>();
      for (String pid : Files.readAllLines(pidFile)) {
        find(pid).filter(handle -> commandLine(handle).contains(mark)).ifPresent(leftover::add);
      }
      stop(leftover.stream().flatMap(ServerProcess::tree).distinct().toList());
      Files.delete(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + pidFile + ".", e);
    }
  }

  private static Optional<ProcessHandle> find(String pid) {
    return pid.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
  }

  /// From `/proc` where there is one, because the JDK reads only its beginning.
  private static String commandLine(ProcessHandle handle) {
    Path proc = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
    try {
      return Files.exists(proc)
          ? Files.readString(proc, UTF_8).replace('\0', ' ')
          : handle.info().commandLine().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<ProcessHandle> tree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  private static void stop(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    if (!endWithin(processes, PATIENCE)) {
      processes.forEach(ProcessHandle::destroyForcibly);
      var _ = endWithin(processes, PATIENCE);
    }
  }

  private static boolean endWithin(List<ProcessHandle> processes, Duration span) {
    try {
      CompletableFuture.allOf(
              processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(span.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
