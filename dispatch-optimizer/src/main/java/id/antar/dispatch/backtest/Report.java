package id.antar.dispatch.backtest;

import id.antar.dispatch.backtest.Solution.Metrics;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Results in words and columns, beside the published ones where there are any.
final class Report {

  private Report() {}

  static String line(Metrics metrics, @Nullable Published published) {
    String line =
        "click-to-door %.2f, ready-to-pickup %.2f, undelivered %.2f %%"
            .formatted(metrics.clickToDoor(), metrics.readyToPickup(), metrics.undelivered());
    return published == null
        ? line
        : line
            + " (published %.2f, %.2f, %.2f %%; floor %.2f)"
                .formatted(
                    published.clickToDoor(),
                    published.readyToPickup(),
                    published.undelivered(),
                    published.floor());
  }

  static void summary(PrintStream out, List<Metrics> metrics, List<Published> published) {
    boolean compared = published.size() == metrics.size();
    out.printf(
        "%n%-32s%12s%s%n",
        "means of " + metrics.size() + " instances",
        "this",
        compared ? "%12s".formatted("published") : "");
    row(
        out,
        "click-to-door, min",
        metrics,
        Metrics::clickToDoor,
        published,
        Published::clickToDoor);
    row(
        out,
        "  90th percentile",
        metrics,
        Metrics::clickToDoor90,
        published,
        Published::clickToDoor90);
    row(
        out,
        "ready-to-pickup, min",
        metrics,
        Metrics::readyToPickup,
        published,
        Published::readyToPickup);
    row(out, "undelivered, %", metrics, Metrics::undelivered, published, Published::undelivered);
    row(out, "cost per order", metrics, Metrics::costPerOrder, published, Published::costPerOrder);
    row(
        out,
        "orders per bundle",
        metrics,
        Metrics::ordersPerBundle,
        published,
        Published::ordersPerBundle);
    if (compared) {
      out.printf("%-32s%24.3f%n%n", "floor of click-to-door", mean(published, Published::floor));
    }
  }

  private static void row(
      PrintStream out,
      String name,
      List<Metrics> metrics,
      ToDoubleFunction<Metrics> ours,
      List<Published> published,
      ToDoubleFunction<Published> theirs) {
    String beside =
        published.size() == metrics.size() ? "%12.3f".formatted(mean(published, theirs)) : "";
    out.printf("%-32s%12.3f%s%n", name, mean(metrics, ours), beside);
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
    return all.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
