package id.antar.load.town.report;

import id.antar.load.client.Incidents.Incident;
import id.antar.load.client.Latency;
import id.antar.load.town.chaos.Struck;
import id.antar.load.town.report.Result.Couriers;
import id.antar.load.town.report.Result.Explained;
import id.antar.load.town.report.Result.Following;
import id.antar.load.town.report.Result.Orders;
import id.antar.load.town.report.Result.Positions;
import id.antar.load.town.report.Result.Setting;
import id.antar.load.town.report.Result.Trouble;
import id.antar.load.town.report.Result.Wear;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The result as a table for people.
public final class Report {

  private final Sheet sheet = new Sheet();

  private Report() {}

  public static String of(Result result) {
    Report report = new Report();
    report.setting(result.setting());
    report.orders(result.orders(), result.unaccounted());
    report.times(result.townMinutes());
    report.couriers(result.couriers());
    new PursesReport(report.sheet).write(result.money(), result.words(), result.people());
    report.troubles(result.troubles());
    report.explained(result.explained());
    report.calls(result.callMillis());
    report.positions(result.positions());
    report.streams(result.streams());
    report.struck(result.struck());
    report.wear(result.wear(), result.unexpected());
    report.verdict(result);
    return report.sheet.toString();
  }

  private void setting(Setting setting) {
    sheet.rule();
    sheet.line(
        "  Antar: a town of %d couriers and %d merchants, %d orders",
        setting.couriers(), setting.merchants(), setting.orders());
    sheet.line(
        "  %.0f minutes of town time in %.0f s (speed %.0f, seed %d)",
        setting.townMinutes(), setting.realSeconds(), setting.speed(), setting.seed());
    sheet.line("  map %s, %s", setting.mapVersion(), setting.attribution());
    sheet.rule();
  }

  private void orders(Orders orders, List<String> unaccounted) {
    sheet.heading("Orders", "");
    count("placed", orders.placed(), orders, Map.of());
    count("delivered", orders.delivered(), orders, Map.of());
    count("cancelled", orders.cancelled(), orders, orders.cancelledBecause());
    count("not delivered", orders.notDelivered(), orders, orders.notDeliveredBecause());
    if (orders.open() > 0) {
      count("STILL OPEN", orders.open(), orders, orders.openBecause());
    }
    if (orders.missing() > 0) {
      sheet.row("could not be placed", "%7d", orders.missing());
    }
    sheet.row(
        "accounted for",
        "%7s   %s",
        unaccounted.isEmpty() && orders.balance() && orders.open() == 0 ? "all" : "NOT ALL",
        "each one read back from the engine");
  }

  private void count(String label, int count, Orders orders, Map<String, Integer> because) {
    double share = orders.placed() == 0 ? 0 : 100.0 * count / orders.placed();
    sheet.row(label, "%7d   %5.1f %%", count, share);
    because.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> sheet.row("", "%7d   %s", entry.getValue(), entry.getKey()));
  }

  private void times(Map<String, Spread> spreads) {
    sheet.heading("Town minutes", "%7s %8s %8s %8s".formatted("mean", "p50", "p90", "max"));
    spreads.forEach((label, spread) ->
        sheet.row(
            label,
            "%7.1f %8.1f %8.1f %8.1f",
            spread.mean(),
            spread.p50(),
            spread.p90(),
            spread.max()));
  }

  private void couriers(Couriers couriers) {
    sheet.heading("Couriers", "");
    sheet.row(
        "on a trip",
        "%6.0f%%   of the shift; %.0f%% while orders came",
        100 * couriers.utilisation(),
        100 * couriers.utilisationWhileOrdersCame());
    sheet.row(
        "orders per trip",
        "%7.2f   %d trips: %s",
        couriers.ordersPerTrip(),
        couriers.trips(),
        couriers.tripsByOrders().entrySet().stream()
            .map(entry -> entry.getValue() + " with " + entry.getKey())
            .collect(Collectors.joining(", ")));
    sheet.row(
        "offers",
        "%7d   accepted; %d declined, %d expired, %d withdrawn",
        couriers.accepted(),
        couriers.declined(),
        couriers.expired(),
        couriers.withdrawn());
  }

  private void troubles(List<Trouble> troubles) {
    sheet.heading(
        "Out of the ordinary",
        "%7s %6s %8s %10s %10s %9s %6s"
            .formatted("times", "whom", "orders", "delivered", "cancelled", "returned", "open"));
    for (Trouble trouble : troubles) {
      sheet.row(
          trouble.what(),
          "%7d %6d %8d %10d %10d %9d %6d",
          trouble.times(),
          trouble.whom(),
          trouble.orders(),
          trouble.delivered(),
          trouble.cancelled(),
          trouble.returned(),
          trouble.open());
    }
  }

  private void explained(Explained explained) {
    sheet.heading("Why this courier", "");
    sheet.row(
        "orders explained",
        "%7d   of %d; every offer to a courier: %d of %d",
        explained.ordersExplained(),
        explained.orders(),
        explained.offersExplained(),
        explained.offers());
    explained.samples().forEach(sample -> sheet.paragraph(sample, "    "));
    explained.unexplained().forEach(sample -> sheet.paragraph("NOT: " + sample, "    "));
  }

  private void calls(List<Latency> latencies) {
    sheet.heading("API, real milliseconds", "%7s %8s %8s".formatted("n", "p50", "p99"));
    latencies.forEach(this::latency);
  }

  private void latency(Latency latency) {
    sheet.row(
        latency.what(),
        "%7d %8.1f %8.1f",
        latency.count(),
        latency.p50Millis(),
        latency.p99Millis());
  }

  private void positions(Positions positions) {
    sheet.heading("Positions, real milliseconds", "%7s %8s %8s".formatted("n", "p50", "p99"));
    sheet.row(
        "receipt to socket write",
        "%7s %8s %8s   worst window's p99: %s",
        "",
        millis(positions.fanOutP50Millis()),
        millis(positions.fanOutP99Millis()),
        millis(positions.fanOutWorstP99Millis()));
    latency(positions.endToEnd());
    sheet.row(
        "sent",
        "%7d   by couriers; %d shown to customers, %d ETAs",
        positions.sent(),
        positions.received(),
        positions.etasReceived());
    if (positions.unsent() > 0) {
      sheet.row("not sent", "%7d   while a stream was broken", positions.unsent());
    }
  }

  private void streams(Following streams) {
    sheet.heading("Streams", "");
    sheet.row(
        "opened",
        "%7d   broken %d times, moved %d times on purpose",
        streams.opened(),
        streams.broken(),
        streams.moved());
    sheet.row(
        "back after a break",
        "%6.1fs   p50; %.1f s at most; %d had no gateway to go to",
        streams.back().p50Millis() / 1000,
        streams.backMaxSeconds(),
        streams.backAfterOutage());
    sheet.row(
        "facts",
        "%7d   on %d topics: missing %d, twice %d",
        streams.facts(),
        streams.topics(),
        streams.missing(),
        streams.twice());
    sheet.row("", "%7s   out of order %d, unknown %d", "", streams.disordered(), streams.unknown());
    sheet.row("offers", "%7d   none while another courier had the order", streams.offers());
    streams.samples().forEach(sample -> sheet.paragraph("NOT: " + sample, "    "));
  }

  private void struck(List<Struck> all) {
    if (all.isEmpty()) {
      return;
    }
    sheet.heading(
        "Struck, and then",
        "%6s %6s %5s %7s %6s".formatted("away", "whole", "told", "broken", "back"));
    sheet.row("", "%6s %6s %5s %7s %6s   without fact, offer, position", "s", "s", "", "", "s");
    for (Struck struck : all) {
      sheet.row(
          struck.what(),
          "%6s %6s %5d %7d %6.1f %9.1f %6.1f %6.1f s",
          seconds(struck.awaySeconds(), "-"),
          seconds(struck.wholeSeconds(), "NEVER"),
          struck.sentAway(),
          struck.broken() - struck.sentAway(),
          struck.backSeconds(),
          struck.factSeconds(),
          struck.offerSeconds(),
          struck.positionSeconds());
    }
  }

  private void wear(Wear wear, List<Incident> unexpected) {
    sheet.heading("Robustness", "");
    sheet.row("engine gone", "%7d   times; %d streams reopened", wear.outages(), wear.reconnects());
    sheet.row(
        "calls sent again",
        "%7d   same key; %d second clicks on purpose",
        wear.retries(),
        wear.secondClicks());
    sheet.row("calls given up", "%7d   no answer in the end", wear.givenUp());
    sheet.row("missed by streams", "%7d   found by a later look", wear.missedByStream());
    sheet.row("unexpected errors", "%7d", unexpected.stream().mapToInt(Incident::count).sum());
    for (Incident incident : unexpected) {
      sheet.line("    %d x %s", incident.count(), incident.what());
      sheet.line("        %s", incident.sample());
    }
  }

  private void verdict(Result result) {
    sheet.rule();
    sheet.line("  %s", result.passed() ? "All is well." : "NOT WELL: " + result.verdict());
    sheet.rule();
  }

  private static String seconds(@Nullable Double value, String otherwise) {
    return value == null ? otherwise : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String millis(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
