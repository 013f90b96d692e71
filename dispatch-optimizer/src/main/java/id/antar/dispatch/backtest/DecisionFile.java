package id.antar.dispatch.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.PlanJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The decisions of one day, as they are recorded live: two lines each, the problem and the plan,
/// packed.
final class DecisionFile implements AutoCloseable {

  private static final String NAME = "decisions.txt";

  /// @param characters in the packed form
  record Size(long decisions, long characters, long largest) {
    static Size sum(List<Size> sizes) {
      return new Size(
          sizes.stream().mapToLong(Size::decisions).sum(),
          sizes.stream().mapToLong(Size::characters).sum(),
          sizes.stream().mapToLong(Size::largest).max().orElse(0));
    }

    @Override
    public String toString() {
      return "%d decisions recorded, %.1f kB each, %.1f kB the largest."
          .formatted(decisions, characters / 1000.0 / Math.max(1, decisions), largest / 1000.0);
    }
  }

  record Check(String name, int decisions, int different) {}

  private final Writer writer;
  private long decisions;
  private long characters;
  private long largest;

  private DecisionFile(Writer writer) {
    this.writer = writer;
  }

  static DecisionFile create(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new DecisionFile(Files.newBufferedWriter(folder.resolve(NAME)));
  }

  void write(DispatchProblem problem, DispatchPlan plan) {
    String packedProblem = PlanJson.pack(PlanJson.write(problem));
    String packedPlan = PlanJson.pack(PlanJson.write(plan));
    try {
      writer.write(packedProblem + "\n" + packedPlan + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int size = packedProblem.length() + packedPlan.length();
    decisions++;
    characters += size;
    largest = Math.max(largest, size);
  }

  Size size() {
    return new Size(decisions, characters, largest);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /// Plans all of it again.
  static Check verify(Path folder) {
    int decisions = 0;
    int different = 0;
    try (BufferedReader reader = Files.newBufferedReader(folder.resolve(NAME), UTF_8)) {
      String problem = reader.readLine();
      while (problem != null) {
        decisions++;
        different += isSame(problem, reader.readLine()) ? 0 : 1;
        problem = reader.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Check(folder.getFileName().toString(), decisions, different);
  }

  private static boolean isSame(String packedProblem, @Nullable String packedPlan) {
    if (packedPlan == null) {
      return false;
    }
    try {
      String plan = PlanJson.unpack(packedPlan);
      int iterations = PlanJson.readPlan(plan).iterations();
      return PlanJson.replan(PlanJson.unpack(packedProblem), iterations).equals(plan);
    } catch (RuntimeException _) {
      // What cannot be read or planned any more is not what was recorded.
      return false;
    }
  }
}
