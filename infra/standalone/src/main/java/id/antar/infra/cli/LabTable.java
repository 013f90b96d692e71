package id.antar.infra.cli;

import id.antar.api.lab.LabReport;
import id.antar.api.lab.LabReport.Better;
import id.antar.api.lab.LabReport.Check;
import id.antar.api.lab.LabReport.Comparison;
import id.antar.api.lab.LabReport.Fidelity;
import id.antar.api.lab.LabReport.Measure;
import id.antar.api.lab.LabReport.Window;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The policy lab's report for people.
final class LabTable {
  private static final double MINUTE = 60;
  private static final double KILOMETRE = 1000;

  private final StringBuilder text = new StringBuilder();
  private final LabReport report;

  private LabTable(LabReport report) {
    this.report = report;
  }

  static String of(LabReport report) {
    var table = new LabTable(report);
    table.window(report.window());
    table.fidelity(report.fidelity());
    table.comparison();
    table.line("");
    table.line(report.verdict());
    table.line("");
    report.assumptions().forEach(each -> table.line("- " + each));
    return table.text.toString();
  }

  private void window(Window w) {
    line("");
    line("%s to %s, zone %s", report.from(), report.to(), report.zone());
    line(
        "%d orders compared; %d called off or not taken, %d of forgotten customers left out, %d"
            + " never confirmed",
        w.orders(), w.calledOff(), w.forgotten(), w.unconfirmed());
    line(
        "%d shifts, %d left out because nobody saw the courier; %d offers, %.0f %% accepted; pace"
            + " %.2f of the map's time",
        w.shifts(), w.unseen(), w.offers(), 100 * w.acceptance(), w.pace());
  }

  private void fidelity(Fidelity fidelity) {
    line("");
    line(
        "Fidelity: %s, as it went and run again (%d runs)",
        report.live().version(), report.seeds());
    line("  %-32s %10s %10s %10s", "", "recorded", "re-run", "tolerance");
    fidelity.checks().forEach(this::check);
    Double correlation = fidelity.correlation();
    line(
        "  %-32s %10s %10s %10s  %s",
        "click-to-door, order by order",
        "",
        "r = " + (correlation == null ? "-" : "%.2f".formatted(correlation)),
        ">= %.2f".formatted(fidelity.leastCorrelation()),
        correlation != null && correlation >= fidelity.leastCorrelation() ? "" : "POOR");
    line("  %-32s %10s %9.0f%%", "the same courier", "", 100 * fidelity.sameCourier());
  }

  private void check(Check check) {
    Measure m = check.measure();
    line(
        "  %-32s %10s %10s %10s  %s",
        name(m),
        shown(m, check.recorded()),
        shown(m, check.rerun()),
        "+- " + shown(m, check.tolerance()),
        check.good() ? "" : check.key() ? "POOR" : "poor: not ranked");
  }

  private void comparison() {
    line("");
    line(
        "%s against %s, %d pairs of runs, 95 %% intervals",
        report.candidate().version(), report.baseline().version(), report.seeds());
    line("  %-32s %10s %10s %10s  %s", "", "baseline", "candidate", "difference", "interval");
    report.comparison().forEach(this::compare);
  }

  private void compare(Comparison c) {
    Measure m = c.measure();
    line(
        "  %-32s %10s %10s %10s  %-18s %s",
        name(m),
        shown(m, c.baseline()),
        shown(m, c.candidate()),
        signed(m, c.difference()),
        c.low() == null ? "" : signed(m, c.low()) + " to " + signed(m, c.high()),
        verdict(c.better()));
  }

  private static String verdict(@Nullable Better better) {
    return switch (better) {
      case null -> "not ranked";
      case CANDIDATE -> "better";
      case BASELINE -> "worse";
      case NEITHER -> "no difference seen";
    };
  }

  private static String name(Measure measure) {
    return switch (measure) {
      case CLICK_TO_DOOR -> "click-to-door, min";
      case CLICK_TO_DOOR_90 -> "click-to-door, 90th pct., min";
      case READY_TO_PICKUP -> "ready-to-pickup, min";
      case LATENESS -> "lateness, min per order";
      case UNDELIVERED -> "undelivered, per 100";
      case COURIER_WAITING -> "courier waiting, min per order";
      case DISTANCE -> "distance, km per order";
      case EARNINGS_SPREAD -> "earnings spread, minor per hour";
    };
  }

  private static String shown(Measure measure, @Nullable Double value) {
    return value == null ? "-" : format("%.2f", value / unit(measure));
  }

  private static String signed(Measure measure, @Nullable Double value) {
    return value == null ? "-" : format("%+.2f", value / unit(measure));
  }

  private static double unit(Measure measure) {
    return switch (measure) {
      case CLICK_TO_DOOR, CLICK_TO_DOOR_90, READY_TO_PICKUP, LATENESS, COURIER_WAITING -> MINUTE;
      case DISTANCE -> KILOMETRE;
      case EARNINGS_SPREAD, UNDELIVERED -> 1;
    };
  }

  private void line(String format, Object... values) {
    String line = values.length == 0 ? format : format(format, values);
    text.append(line.stripTrailing()).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
