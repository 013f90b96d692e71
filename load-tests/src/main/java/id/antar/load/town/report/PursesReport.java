package id.antar.load.town.report;

import id.antar.load.client.Accounts;
import id.antar.load.town.report.Result.People;
import id.antar.load.town.report.Result.Purses;
import id.antar.load.town.report.Result.Words;
import java.util.Map;
import java.util.stream.Collectors;

/// How people have paid, what they have said, and how they were let in.
final class PursesReport {

  private static final int WRONG_SHOWN = 10;

  private final Sheet sheet;

  PursesReport(Sheet sheet) {
    this.sheet = sheet;
  }

  void write(Purses money, Words words, People people) {
    money(money);
    words(words);
    people(people);
  }

  private void money(Purses money) {
    sheet.heading("Money", "");
    sheet.row(
        "parts of payments",
        "%7d   %s",
        money.parts().values().stream().mapToInt(Integer::intValue).sum(),
        listed(money.parts()));
    sheet.row(
        "splits",
        "%7d   by several methods; %d with a part in cash",
        money.splits(),
        money.partCash());
    sheet.row(
        "declined",
        "%7d   tried again by another method, %d given up",
        money.retries(),
        money.givenUp());
    sheet.row(
        "paid later",
        "%7d   transfers by the bank, %d by wallet",
        money.paidByBank(),
        money.paidLater());
    sheet.row(
        "tips",
        "%7d   with the order, %d afterwards; %s",
        money.tipsPromised(),
        money.tipsAfterwards(),
        money.tips());
    sheet.row("refunds", "%7d   for what was missing; %s", money.refunds(), money.refunded());
    sheet.row("cash handed in", "%7d   times; %s", money.handovers(), money.handedIn());
    sheet.row(
        "vouchers",
        "%7d   used; delivered: %s off, %s of tax",
        money.vouchers(),
        money.discounts(),
        money.taxes());
    sheet.row(
        "books",
        "%7s   compared with %d orders, statements and the sum of all",
        money.wrong().isEmpty() ? "agree" : "DIFFER",
        money.checked());
    money.wrong().stream()
        .limit(WRONG_SHOWN)
        .forEach(wrong -> sheet.paragraph("NOT: " + wrong, "    "));
  }

  private void words(Words words) {
    sheet.heading("Words", "");
    sheet.row(
        "messages",
        "%7d   %d read back; %d heard live by customers",
        words.messages(),
        words.messagesRead(),
        words.heard());
    sheet.row(
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
    sheet.heading("Accounts", "");
    sheet.row(
        "signed up",
        "%7d   %d customers, %d couriers, %d merchants",
        counts.signUps(),
        people.customers(),
        people.couriers(),
        people.merchants());
    sheet.row("e-mails confirmed", "%7d", counts.confirmations());
    sheet.row(
        "signed in",
        "%7d   times, %d signed out; %d sessions refreshed",
        counts.signIns(),
        counts.signOuts(),
        counts.refreshes());
    sheet.row("new token on a stream", "%7d   times", people.renewals());
  }

  private static String listed(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
