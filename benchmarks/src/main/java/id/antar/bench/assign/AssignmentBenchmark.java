package id.antar.bench.assign;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One assignment by each solver. JGraphT takes seconds at 500: `-p solver=JGRAPHT -p size=200x200,
/// 500x500 -wi 0 -i 1`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssignmentBenchmark {

  @Param({"200x200", "500x500", "1000x1000", "200x2000"})
  String size = "";

  @Param({"UNIFORM", "TRAVEL", "PLANNER"})
  Costs costs = Costs.UNIFORM;

  @Param({"ANTAR", "FLOW"})
  Solver solver = Solver.ANTAR;

  private LongSupplier problem = () -> 0;

  @Setup
  public void draw() {
    String[] sides = size.split("x", 2);
    long[][] drawn =
        costs.draw(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), new Random(1));
    problem = solver.prepare(drawn);
    if (problem.getAsLong() != Solver.ANTAR.prepare(drawn).getAsLong()) {
      throw new IllegalStateException("Not the same optimum.");
    }
  }

  @Benchmark
  public long assign() {
    return problem.getAsLong();
  }
}
