package id.antar.load.fanout;

import id.antar.load.client.EngineLostException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;

/// Measures how positions and facts reach many at once. Status 0: as it should be. 1: not so. 2: it
/// was asked for in a way that makes no sense.
public final class FanOutMain {

  private static final int SPARE_FILES = 200;

  private FanOutMain() {}

  public static void main(String... arguments) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(FanOutMain::giveUp);
    System.exit(run(System.out, arguments));
  }

  private static int run(PrintStream out, String... arguments) throws InterruptedException {
    try {
      boolean peers = arguments.length > 0 && arguments[0].equals("peers");
      if (List.of(arguments).contains("--help")) {
        out.print(peers ? PeerOptions.USAGE : FanOutOptions.USAGE);
        return 0;
      }
      if (peers) {
        return compare(Arrays.copyOfRange(arguments, 1, arguments.length), out) ? 0 : 1;
      }
      FanOutOptions options = FanOutOptions.parse(arguments);
      requireFiles(options.clients() + options.couriers() + options.stalled());
      return measure(options, EngineRun.find(options.engine()), out) ? 0 : 1;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      out.println(e.getMessage());
      return 2;
    } catch (IllegalStateException | EngineLostException | CompletionException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  /// A client without one of its threads measures nothing.
  private static void giveUp(Thread thread, Throwable e) {
    System.err.println(thread.getName() + " has ended:");
    e.printStackTrace();
    System.exit(1);
  }

  private static boolean compare(String[] arguments, PrintStream out) throws InterruptedException {
    PeerOptions options = PeerOptions.parse(arguments);
    requireFiles(options.sockets() + options.topics() * (1 + options.peers().size()));
    return new Comparison(options, out).run();
  }

  private static boolean measure(FanOutOptions options, EngineRun engine, PrintStream out)
      throws InterruptedException {
    boolean crowded = options.mode() == FanOutOptions.Mode.VIEWPORT;
    try (Bench bench =
        Bench.with(engine, options.couriers(), crowded, options.threads(), out::println)) {
      if (!crowded) {
        bench.scene().placeOrders(options.couriers());
      }
      return switch (options.mode()) {
        case STEADY, ONE_COURIER -> new SteadyRun(options, out).on(bench);
        case KNEE -> new KneeRun(options, out).on(bench);
        case STALL -> new StallRun(options, out).on(bench);
        case IDLE -> new IdleRun(options, out).on(bench);
        case VIEWPORT -> new ViewportRun(options, out).on(bench);
      };
    }
  }

  /// Every connection is a file of this process, and one of the engine's.
  static void requireFiles(int connections) {
    long most = openFilesAtMost();
    if (connections + SPARE_FILES > most) {
      throw new IllegalArgumentException(
          connections
              + " connections need more than the "
              + most
              + " files that a process may open"
              + " here (ulimit -n); the engine would need as many.");
    }
  }

  private static long openFilesAtMost() {
    try {
      return Arrays.stream(Files.readString(Path.of("/proc/self/limits")).split("\n"))
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split(" {2,}")[1])
          .filter(limit -> !limit.equals("unlimited"))
          .mapToLong(Long::parseLong)
          .findAny()
          .orElse(Long.MAX_VALUE);
    } catch (IOException _) {
      return Long.MAX_VALUE;
    }
  }
}
