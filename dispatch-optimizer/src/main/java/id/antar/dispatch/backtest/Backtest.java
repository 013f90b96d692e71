package id.antar.dispatch.backtest;

import id.antar.dispatch.backtest.Solution.Metrics;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// `antar backtest`: runs the benchmark's days through the planner, or plans what was decided there
/// again.
public final class Backtest {

  private final BacktestOptions options;
  private final PrintStream out;
  private final LongSupplier nanos;

  private record Result(String name, Metrics metrics, DecisionFile.Size decisions) {}

  private Backtest(BacktestOptions options, PrintStream out, LongSupplier nanos) {
    this.options = options;
    this.out = out;
    this.nanos = nanos;
  }

  /// @param nanos a clock, for the progress
  /// @return the status to exit with: 0 if all went well, 1 if not, 2 if the arguments make no
  ///   sense
  public static int run(PrintStream out, PrintStream err, LongSupplier nanos, String... arguments) {
    try {
      BacktestOptions options = BacktestOptions.parse(arguments);
      var backtest = new Backtest(options, out, nanos);
      return options.verify() ? backtest.verify() : backtest.run();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (UnreadableInstance | UncheckedIOException e) {
      err.println(e.getMessage());
      return 1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private int run() throws InterruptedException {
    List<Path> folders = folders(options.instances());
    Map<String, Published> published = Published.read(options.published());
    long began = nanos.getAsLong();
    out.printf(
        "%d instances, policy %s, %d threads.%n",
        folders.size(), options.policy().version(), options.threads());
    var results = new TreeMap<String, Result>();
    inParallel(
        folders,
        this::live,
        (done, result) -> {
          results.put(result.name(), result);
          out.println(
              "[%s] %s %s  %s"
                  .formatted(
                      done,
                      result.name(),
                      Report.line(result.metrics(), published.get(result.name())),
                      elapsed(began)));
        });
    List<Metrics> metrics = results.values().stream().map(Result::metrics).toList();
    List<Published> beside = new ArrayList<>();
    results.keySet().stream()
        .filter(published::containsKey)
        .map(published::get)
        .forEach(beside::add);
    Report.summary(out, metrics, beside);
    out.println(
        DecisionFile.Size.sum(results.values().stream().map(Result::decisions).toList())
            + " Elapsed: "
            + elapsed(began)
            + ".");
    return 0;
  }

  private Result live(Path folder) {
    Instance instance = Instance.read(folder);
    Path solution = options.out().resolve(instance.name());
    try (var decisions = DecisionFile.create(solution)) {
      Solution lived = new Day(instance, options.policy(), decisions::write).live();
      lived.write(solution);
      return new Result(instance.name(), lived.metrics(), decisions.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int verify() throws InterruptedException {
    long began = nanos.getAsLong();
    var checks = new ArrayList<DecisionFile.Check>();
    inParallel(
        folders(options.out()),
        DecisionFile::verify,
        (done, check) -> {
          checks.add(check);
          out.println(
              "[%s] %s: %d decisions, %d different  %s"
                  .formatted(
                      done, check.name(), check.decisions(), check.different(), elapsed(began)));
        });
    int decisions = checks.stream().mapToInt(DecisionFile.Check::decisions).sum();
    int different = checks.stream().mapToInt(DecisionFile.Check::different).sum();
    out.println(decisions + " decisions planned again, " + different + " different.");
    return different == 0 && decisions > 0 ? 0 : 1;
  }

  /// Does the work of each folder on as many threads as are wanted and says, on this one, what is
  /// done.
  private <T> void inParallel(
      List<Path> folders, Function<Path, T> work, BiConsumer<String, T> tell)
      throws InterruptedException {
    try (var pool = Executors.newFixedThreadPool(options.threads())) {
      var running = new ExecutorCompletionService<T>(pool);
      folders.forEach(folder -> running.submit(() -> work.apply(folder)));
      for (int done = 1; done <= folders.size(); done++) {
        try {
          tell.accept(done + "/" + folders.size(), running.take().get());
        } catch (ExecutionException e) {
          pool.shutdownNow();
          throw switch (e.getCause()) {
            case UnreadableInstance unreadable -> unreadable;
            case UncheckedIOException unwritable -> unwritable;
            case null, default -> new IllegalStateException(e.getCause());
          };
        }
      }
    }
  }

  private List<Path> folders(Path root) {
    try (Stream<Path> all = Files.list(root)) {
      List<Path> folders =
          all.filter(Files::isDirectory)
              .filter(folder -> options.isWanted(folder.getFileName().toString()))
              .sorted()
              .toList();
      if (folders.isEmpty()) {
        throw new IllegalArgumentException("There is nothing to run in " + root + ".");
      }
      return folders;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The folder " + root + " cannot be read. Maybe see ./antar --help.", e);
    }
  }

  private String elapsed(long began) {
    Duration took = Duration.ofNanos(nanos.getAsLong() - began);
    return "%d:%02d".formatted(took.toMinutes(), took.toSecondsPart());
  }
}
