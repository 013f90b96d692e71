package id.antar.dispatch.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

  @TempDir private Path folder;

  private static Solution live(Path instance, String policy) {
    return new Day(Instance.read(instance), DispatchPolicy.find(policy).orElseThrow(), (_, _) -> {})
        .live();
  }

  private List<String> assignments() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out/solution_info_assignments.txt"));
    return lines.subList(1, lines.size());
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "standard, 1",
    "standard, 2",
    "standard, 3",
    "neighbours, 1",
    "greedy, 1",
    "greedy, 2",
    "matching, 1",
    "matching, 2"
  })
  void aDayIsLivedByTheRules(String policy, long seed) throws IOException {
    Path instance = SmallInstance.random(folder.resolve("in"), seed, 60, 9);
    live(instance, policy).write(folder.resolve("out"));
    assertThat(RuleCheck.broken(instance, folder.resolve("out"))).isEmpty();
    assertThat(assignments()).hasSizeGreaterThan(10);
    boolean hasBundles = assignments().stream().anyMatch(line -> line.split(" ").length > 4);
    assertThat(hasBundles).isEqualTo(!policy.equals("greedy") && !policy.equals("matching"));
  }

  @Test
  void aLateOrderJoinsTheCourierWhoIsUnderWay() throws IOException {
    Path instance =
        SmallInstance.street(
            folder.resolve("in"),
            "r1\t2000\t0\n",
            "o1\t3000\t0\t10\tr1\t12\no2\t3100\t0\t20\tr1\t22\n",
            "c1\t0\t0\t0\t200\n");
    live(instance, "standard").write(folder.resolve("out"));
    assertThat(RuleCheck.broken(instance, folder.resolve("out"))).isEmpty();
    // Under way from minute 10 to 30, so both are in hand at 32.
    assertThat(assignments()).containsExactly("30 32 c1 o1 o2");
  }

  @Test
  void anOrderThatComesAfterTheCourierArrivedIsFetchedSeparately() throws IOException {
    Path instance =
        SmallInstance.street(
            folder.resolve("in"),
            "r1\t2000\t0\n",
            "o1\t3000\t0\t10\tr1\t12\no2\t3000\t0\t31\tr1\t31\n",
            "c1\t0\t0\t0\t200\n");
    live(instance, "standard").write(folder.resolve("out"));
    assertThat(RuleCheck.broken(instance, folder.resolve("out"))).isEmpty();
    assertThat(assignments()).hasSize(2);
  }

  @Test
  void whatCannotBePickedUpWithinAnyShiftIsNotDelivered() throws IOException {
    Path instance =
        SmallInstance.street(
            folder.resolve("in"),
            "r1\t0\t0\n",
            "o1\t100\t0\t10\tr1\t60\no2\t100\t0\t10\tr1\t61\n",
            "c1\t0\t0\t0\t60\n");
    Solution day = live(instance, "standard");
    day.write(folder.resolve("out"));
    assertThat(assignments()).hasSize(1).first().asString().endsWith(" 60 c1 o1");
    assertThat(day.metrics().undelivered()).isEqualTo(50);
  }

  @Test
  void everyRoundThatCommitsAnythingIsHeardOfAndCanBePlannedAgain() {
    Instance instance = Instance.read(SmallInstance.random(folder.resolve("in"), 4, 60, 9));
    var rounds = new AtomicInteger();
    new Day(
            instance,
            DispatchPolicy.standard(),
            (problem, plan) -> {
              rounds.incrementAndGet();
              assertThat(plan.offers()).isNotEmpty();
              assertThat(plan.planner()).isEqualTo(DispatchPlanner.VERSION);
              assertThat(PlanJson.replan(PlanJson.write(problem), plan.iterations()))
                  .isEqualTo(PlanJson.write(plan));
            })
        .live();
    assertThat(rounds).hasValueGreaterThan(10);
  }

  @Test
  void aDayOfTheBenchmarkIsLivedByTheRules() throws IOException {
    String benchmark = System.getProperty("antar.test.mdrp", "");
    assumeTrue(
        !benchmark.isEmpty(),
        "SKIPPED: no day of the benchmark was run. Maybe name its folder with"
            + " -Dantar.test.mdrp=...");
    Path instance;
    try (Stream<Path> all = Files.list(Path.of(benchmark, "instances"))) {
      instance = all.sorted().findFirst().orElseThrow();
    }
    Solution day = live(instance, "standard");
    day.write(folder.resolve("out"));
    assertThat(RuleCheck.broken(instance, folder.resolve("out"))).isEmpty();
    assertThat(day.metrics().undelivered()).isLessThan(1);
  }

  /// The check is worth something only if it finds what is wrong.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "assignments/30 32 c1 o1 o2/19 32 c1 o1 o2/o2 is assigned before it is placed",
        "assignments/30 32 c1 o1 o2/30 31 c1 o1 o2/c1 picks [o1, o2] up too soon",
        "assignments/30 32 c1 o1 o2/30 32 c1 o1 o2 o1/o1 is assigned twice",
        "assignments/30 32 c1 o1 o2/30 32 c1 o1/what is assigned is not what is dropped off",
        "assignments/30 32 c1 o1 o2/30 232 c1 o1 o2/c1 picks up at 232 after the shift",
        "couriers/c1 10 0 r1/c1 9 0 r1/c1 leaves before the first of [o1, o2] is placed",
        "couriers/c1 10 0 r1/c1 11 0 r1/c1 picks [o1, o2] up too soon",
        "couriers/c1 34 r1 o1/c1 33 r1 o1/c1 leaves r1 before being free",
        "couriers/c1 34 r1 o1/c1 34 r1 o2/c1 goes to o2 instead of o1",
        "couriers/c1 48 o1 o2/c1 48 r1 o2/c1 leaves r1 but is at o1",
        "orders/o1 10 12 32 46 c1/o1 10 12 32 45 c1/should be \"o1 10 12 32 46 c1\"",
        "orders/o1 10 12 32 46 c1/o1 10 12 32 46 c2/should be \"o1 10 12 32 46 c1\""
      })
  void theCheckFindsWhatIsAgainstTheRules(String change) throws IOException {
    aLateOrderJoinsTheCourierWhoIsUnderWay();
    String[] parts = change.split("/", 4);
    Path file = folder.resolve("out/solution_info_" + parts[0] + ".txt");
    String text = Files.readString(file);
    assertThat(text).contains(parts[1]);
    Files.writeString(file, text.replace(parts[1], parts[2]));
    assertThat(RuleCheck.broken(folder.resolve("in"), folder.resolve("out")))
        .anySatisfy(broken -> assertThat(broken).contains(parts[3]));
  }
}
