package id.antar.bench.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/// How many orders a second are placed, each acknowledged when its event is durable, by 64 callers
/// at a time: on the engine's event store, and on Axon's as it comes, on the same database.
public final class CommandComparison {

  private static final Placing PLACING =
      new Placing(64, Duration.ofSeconds(15), Duration.ofSeconds(20));
  private static final int ROUNDS = 3;

  private CommandComparison() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "orders placed, 64 at a time; of each turn 15 s to warm up and 20 s measured");
    try (var folder = new OwnFolder(Path.of(arguments[0]), "commands-")) {
      var ratios = new ArrayList<Double>();
      for (int round = 1; round <= ROUNDS; round++) {
        boolean stockFirst = round % 2 == 1;
        double first = stockFirst ? stock(folder.path()) : antar(folder.path());
        double second = stockFirst ? antar(folder.path()) : stock(folder.path());
        ratios.add(stockFirst ? second / first : first / second);
      }
      ratios.sort(null);
      System.out.printf("antar's / axon's: %.2f (median of %d)%n", ratios.get(ROUNDS / 2), ROUNDS);
    }
  }

  private static double stock(Path work) throws Exception {
    return run("axon's", work, StockStore.class);
  }

  private static double antar(Path work) throws Exception {
    return run("antar's", work);
  }

  private static double run(String name, Path work, Class<?>... instead) throws Exception {
    try (var engine = Engine.start(work, instead)) {
      Placing.Figures figures = PLACING.run(engine.commands());
      figures.print(name);
      return figures.rate();
    }
  }
}
