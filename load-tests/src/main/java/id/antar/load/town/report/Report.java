package id.antar.load.town.report;

import id.antar.load.client.Accounts;
import id.antar.load.client.Incidents.Incident;
import id.antar.load.client.Latency;
import id.antar.load.town.report.Result.Couriers;
import id.antar.load.town.report.Result.Explained;
import id.antar.load.town.report.Result.Money;
import id.antar.load.town.report.Result.Orders;
import id.antar.load.town.report.Result.People;
import id.antar.load.town.report.Result.Positions;
import id.antar.load.town.report.Result.Setting;
import id.antar.load.town.report.Result.Trouble;
import id.antar.load.town.report.Result.Wear;
import id.antar.load.town.report.Result.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The result as a table for people.
public final class Report {

  private static final int WIDTH = 78;
  private static final int LABEL = 24;
  private static final int PARAGRAPH = 96;
  private static final int WRONG_SHOWN = 10;

  private final StringBuilder text = new StringBuilder();

  private Report() {}

  public static String of(Result result) {
    Report report = new Report();
    report.setting(result.setting());
    report.orders(result.orders(), result.unaccounted());
    report.times(result.townMinutes());
    report.couriers(result.couriers());
    report.money(result.money());
    report.words(result.words());
    report.people(result.people());
    report.troubles(result.troubles());
    report.explained(result.explained());
    report.calls(result.callMillis());
    report.positions(result.positions());
    report.wear(result.wear(), result.unexpected());
    report.verdict(result);
    return report.text.toString();
  }

  private void setting(Setting setting) {
    rule();
    line(
        "  Antar: a town of %d couriers and %d merchants, %d orders",
        setting.couriers(), setting.merchants(), setting.orders());
    line(
        "  %.0f minutes of town time in %.0f s (speed %.0f, seed %d)",
        setting.townMinutes(), setting.realSeconds(), setting.speed(), setting.seed());
    line("  map %s, %s", setting.mapVersion(), setting.attribution());
    rule();
  }

  private void orders(Orders orders, List<String> unaccounted) {
    heading("Orders", "");
    count("placed", orders.placed(), orders, Map.of());
    count("delivered", orders.delivered(), orders, Map.of());
    count("cancelled", orders.cancelled(), orders, orders.cancelledBecause());
    count("not delivered", orders.notDelivered(), orders, orders.notDeliveredBecause());
    if (orders.open() > 0) {
      count("STILL OPEN", orders.open(), orders, orders.openBecause());
    }
    if (orders.missing() > 0) {
      row("could not be placed", "%7d", orders.missing());
    }
    row(
        "accounted for",
        "%7s   %s",
        unaccounted.isEmpty() && orders.balance() && orders.open() == 0 ? "all" : "NOT ALL",
        "each one read back from the engine");
  }

  private void count(String label, int count, Orders orders, Map<String, Integer> because) {
    double share = orders.placed() == 0 ? 0 : 100.0 * count / orders.placed();
    row(label, "%7d   %5.1f %%", count, share);
    because.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> row("", "%7d   %s", entry.getValue(), entry.getKey()));
  }

  private void times(Map<String, Spread> spreads) {
    heading("Town minutes", "%7s %8s %8s %8s".formatted("mean", "p50", "p90", "max"));
    spreads.forEach((label, spread) ->
        row(
            label,
            "%7.1f %8.1f %8.1f %8.1f",
            spread.mean(),
            spread.p50(),
            spread.p90(),
            spread.max()));
  }

  private void couriers(Couriers couriers) {
    heading("Couriers", "");
    row(
        "on a trip",
        "%6.0f%%   of the shift; %.0f%% while orders came",
        100 * couriers.utilisation(),
        100 * couriers.utilisationWhileOrdersCame());
    row(
        "orders per trip",
        "%7.2f   %d trips: %s",
        couriers.ordersPerTrip(),
        couriers.trips(),
        couriers.tripsByOrders().entrySet().stream()
            .map(entry -> entry.getValue() + " with " + entry.getKey())
            .collect(Collectors.joining(", ")));
    row(
        "offers",
        "%7d   accepted; %d declined, %d expired, %d withdrawn",
        couriers.accepted(),
        couriers.declined(),
        couriers.expired(),
        couriers.withdrawn());
  }

  private void money(Money money) {
    heading("Money", "");
    row(
        "parts of payments",
        "%7d   %s",
        money.parts().values().stream().mapToInt(Integer::intValue).sum(),
        listed(money.parts()));
    row(
        "splits",
        "%7d   by several methods; %d with a part in cash",
        money.splits(),
        money.partCash());
    row(
        "declined",
        "%7d   tried again by another method, %d given up",
        money.retries(),
        money.givenUp());
    row(
        "paid later",
        "%7d   transfers by the bank, %d by wallet",
        money.paidByBank(),
        money.paidLater());
    row(
        "tips",
        "%7d   with the order, %d afterwards; %s",
        money.tipsPromised(),
        money.tipsAfterwards(),
        money.tips());
    row("refunds", "%7d   for what was missing; %s", money.refunds(), money.refunded());
    row("cash handed in", "%7d   times; %s", money.handovers(), money.handedIn());
    row(
        "books",
        "%7s   compared with %d orders, statements and the sum of all",
        money.wrong().isEmpty() ? "agree" : "DIFFER",
        money.checked());
    money.wrong().stream().limit(WRONG_SHOWN).forEach(wrong -> paragraph("NOT: " + wrong, "    "));
  }

  private void words(Words words) {
    heading("Words", "");
    row(
        "messages",
        "%7d   %d read back; %d heard live by customers",
        words.messages(),
        words.messagesRead(),
        words.heard());
    row(
        "reviews",
        "%7d   %d read back; %s",
        words.reviews(),
        words.reviewsRead(),
        words.reviewsByRating().entrySet().stream()
            .map(entry -> entry.getValue() + " of " + entry.getKey())
            .collect(Collectors.joining(", ")));
  }

  private void people(People people) {
    Accounts.Counts counts = people.counts();
    heading("Accounts", "");
    row(
        "signed up",
        "%7d   %d customers, %d couriers, %d merchants",
        counts.signUps(),
        people.customers(),
        people.couriers(),
        people.merchants());
    row("e-mails confirmed", "%7d", counts.confirmations());
    row(
        "signed in",
        "%7d   times, %d signed out; %d sessions refreshed",
        counts.signIns(),
        counts.signOuts(),
        counts.refreshes());
    row("new token on a stream", "%7d   times", people.renewals());
  }

  private static String listed(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private void troubles(List<Trouble> troubles) {
    heading(
        "Out of the ordinary",
        "%7s %6s %8s %10s %10s %9s %6s"
            .formatted("times", "whom", "orders", "delivered", "cancelled", "returned", "open"));
    for (Trouble trouble : troubles) {
      row(
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
    heading("Why this courier", "");
    row(
        "orders explained",
        "%7d   of %d; every offer to a courier: %d of %d",
        explained.ordersExplained(),
        explained.orders(),
        explained.offersExplained(),
        explained.offers());
    explained.samples().forEach(sample -> paragraph(sample, "    "));
    explained.unexplained().forEach(sample -> paragraph("NOT: " + sample, "    "));
  }

  private void calls(List<Latency> latencies) {
    heading("API, real milliseconds", "%7s %8s %8s".formatted("n", "p50", "p99"));
    latencies.forEach(this::latency);
  }

  private void latency(Latency latency) {
    row(
        latency.what(),
        "%7d %8.1f %8.1f",
        latency.count(),
        latency.p50Millis(),
        latency.p99Millis());
  }

  private void positions(Positions positions) {
    heading("Positions, real milliseconds", "%7s %8s %8s".formatted("n", "p50", "p99"));
    row(
        "receipt to socket write",
        "%7s %8s %8s   worst window's p99: %s",
        "",
        millis(positions.fanOutP50Millis()),
        millis(positions.fanOutP99Millis()),
        millis(positions.fanOutWorstP99Millis()));
    latency(positions.endToEnd());
    row(
        "sent",
        "%7d   by couriers; %d shown to customers, %d ETAs",
        positions.sent(),
        positions.received(),
        positions.etasReceived());
    if (positions.unsent() > 0) {
      row("not sent", "%7d   while a stream was broken", positions.unsent());
    }
  }

  private void wear(Wear wear, List<Incident> unexpected) {
    heading("Robustness", "");
    row("engine gone", "%7d   times; %d streams reopened", wear.outages(), wear.reconnects());
    row(
        "calls sent again",
        "%7d   same key; %d second clicks on purpose",
        wear.retries(),
        wear.secondClicks());
    row("missed by streams", "%7d   found by a later look", wear.missedByStream());
    row("unexpected errors", "%7d", unexpected.stream().mapToInt(Incident::count).sum());
    for (Incident incident : unexpected) {
      line("    %d x %s", incident.count(), incident.what());
      line("        %s", incident.sample());
    }
  }

  private void verdict(Result result) {
    rule();
    line("  %s", result.passed() ? "All is well." : "NOT WELL: " + result.verdict());
    rule();
  }

  private static String millis(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }

  private void heading(String title, String columns) {
    text.append('\n');
    line("  %-" + (LABEL + 6) + "s%s", title, columns);
  }

  private void row(String label, String format, Object... values) {
    line("    %-" + (LABEL + 4) + "s%s", label, String.format(Locale.ROOT, format, values));
  }

  private void paragraph(String words, String indent) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : words.strip().split("\\s+")) {
      if (line.length() + word.length() >= PARAGRAPH && line.length() > indent.length() + 2) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.append(indent).append("  ");
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private void rule() {
    text.append("-".repeat(WIDTH)).append('\n');
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
