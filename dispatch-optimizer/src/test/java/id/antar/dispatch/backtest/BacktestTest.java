package id.antar.dispatch.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.PlanJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Backtest.run(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), () -> 0, arguments);
  }

  private int runTwoDays(String... more) {
    SmallInstance.random(folder.resolve("in/quiet"), 5, 20, 6);
    SmallInstance.random(folder.resolve("in/rush"), 6, 60, 9);
    return run(
        Stream.concat(
                Stream.of("mdrp", "--instances", folder + "/in", "--out", folder + "/out"),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  private int verify() {
    return run("mdrp", "--out", folder + "/out", "--verify");
  }

  @Test
  void eachDayIsLivedReportedAndWrittenWithItsDecisions() {
    assertThat(runTwoDays("--threads", "2")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(out.toString(UTF_8))
        .startsWith("2 instances, policy standard-2, 2 threads.")
        .contains("[1/2] ", "[2/2] ", "quiet click-to-door ", "rush click-to-door ")
        .contains("means of 2 instances")
        .contains(" decisions recorded, ")
        .doesNotContain("published");
    for (String day : List.of("quiet", "rush")) {
      assertThat(RuleCheck.broken(folder.resolve("in/" + day), folder.resolve("out/" + day)))
          .isEmpty();
    }
  }

  @Test
  void publishedResultsStandBeside() {
    SmallInstance.file(
        folder,
        "published.csv",
        """
        instance,orders,ctd_mean,ctd_p90,rtp_mean,undelivered,cost_per_order,orders_per_bundle,floor_ctd
        quiet,20,33.25,48.5,1.75,1,11.25,1.25,30.5
        rush,60,35.25,50.5,3.75,3,13.25,1.75,31.5
        """);
    assertThat(runTwoDays()).isZero();
    assertThat(out.toString(UTF_8))
        .contains("(published 33.25, 1.75, 5.00 %; floor 30.50)")
        .containsPattern("click-to-door, min .* 34.250\n")
        .containsPattern("floor of click-to-door .* 31.000\n");
  }

  @Test
  void onlyTheWantedDaysAreLived() {
    assertThat(runTwoDays("--only", "ru", "--policy", "greedy")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("1 instances, policy greedy-1");
    assertThat(folder.resolve("out/rush")).isDirectory();
    assertThat(folder.resolve("out/quiet")).doesNotExist();
  }

  @Test
  void theSameDayIsLivedTheSameWayTwice() throws IOException {
    runTwoDays();
    String decisions = Files.readString(folder.resolve("out/rush/decisions.txt"));
    String orders = Files.readString(folder.resolve("out/rush/solution_info_orders.txt"));
    runTwoDays("--threads", "1");
    assertThat(folder.resolve("out/rush/decisions.txt")).hasContent(decisions);
    assertThat(folder.resolve("out/rush/solution_info_orders.txt")).hasContent(orders);
  }

  @Test
  void whatWasDecidedIsPlannedAgainToTheSame() {
    runTwoDays();
    assertThat(verify()).isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern("\\[[12]/2\\] quiet: \\d+ decisions, 0 different")
        .containsPattern("\n[1-9]\\d+ decisions planned again, 0 different\\.");
  }

  @ParameterizedTest
  @CsvSource({"plan, 1", "problem, 0", "cut, 1", "noise, 1"})
  void aDecisionThatWasTamperedWithIsFound(String how, int line) throws IOException {
    runTwoDays();
    Path file = folder.resolve("out/rush/decisions.txt");
    var lines = new ArrayList<>(Files.readAllLines(file));
    String json = PlanJson.unpack(lines.get(line));
    switch (how) {
      case "plan" -> lines.set(line, PlanJson.pack(json.replaceFirst("\"OFFERED\"", "\"QUEUED\"")));
      case "problem" ->
          lines.set(
              line, PlanJson.pack(json.replaceFirst("\"delivery.*?,", "\"deliveryWeight\":1,")));
      case "cut" -> lines.subList(line, lines.size()).clear();
      case "noise" -> lines.set(line, "!" + lines.get(line).substring(1));
      default -> throw new IllegalArgumentException(how);
    }
    Files.write(file, lines);
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("decisions planned again, 1 different.");
  }

  @Test
  void nothingToVerifyIsNoSuccess() throws IOException {
    Files.createDirectories(folder.resolve("out/quiet"));
    assertThat(verify()).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("decisions.txt");
    Files.createFile(folder.resolve("out/quiet/decisions.txt"));
    assertThat(verify()).isEqualTo(1);
  }

  @Test
  void aDayThatCannotBeReadEndsTheRunWithFileAndLine() {
    SmallInstance.street(
        folder.resolve("in/odd"), "r1\t0\t0\n", "o1\t0\t0\tx\tr1\t5\n", "c1\t0\t0\t0\t60\n");
    assertThat(runTwoDays()).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains(folder.resolve("in/odd/orders.txt") + ", line 2: has x as its placement_time");
  }

  @Test
  void publishedResultsThatCannotBeReadEndTheRunWithFileAndLine() {
    SmallInstance.file(folder, "published.csv", "instance,orders\nquiet\n");
    assertThat(runTwoDays()).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains(folder.resolve("published.csv") + ", line 2: ");
    SmallInstance.file(
        folder,
        "published.csv",
        "instance,orders,ctd_mean,ctd_p90,rtp_mean,undelivered,cost_per_order,orders_per_bundle,"
            + "floor_ctd\nquiet,20,fast,1,1,1,1,1,1\n");
    assertThat(runTwoDays()).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains(folder.resolve("published.csv") + ", line 2: ", "fast");
  }

  @Test
  void aFolderWithoutDaysIsSaidSo() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    assertThat(run("mdrp", "--instances", folder + "/in", "--out", folder + "/out")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("There is nothing to run in " + folder + "/in.");
    assertThat(run("mdrp", "--instances", folder + "/no", "--out", folder + "/out")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("The folder " + folder + "/no cannot be read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "solomon                                    | There is no benchmark \"solomon\".",
        "mdrp                                       | --instances and --out are needed.",
        "mdrp --out there                           | --instances and --out are needed.",
        "mdrp --verify                              | --instances and --out are needed.",
        "mdrp --instances                           | --instances needs a value.",
        "mdrp --instances a --out b --speed 3       | There is no option --speed.",
        "mdrp --instances a --out b --threads 0     | --threads needs a number of at least 1",
        "mdrp --instances a --out b --threads few   | not \"few\".",
        "mdrp --instances a --out b --policy bold   | There is no policy \"bold\" but standard, "
      })
  void argumentsThatMakeNoSenseAreExplained(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(message);
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void withoutArgumentsTheBenchmarkIsAskedFor() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Maybe mdrp is meant.");
  }
}
