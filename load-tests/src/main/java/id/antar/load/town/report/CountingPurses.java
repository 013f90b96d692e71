package id.antar.load.town.report;

import id.antar.load.client.Money;
import id.antar.load.town.life.Dealings;
import id.antar.load.town.life.Dealings.Tip;
import id.antar.load.town.life.PaymentPlan;
import id.antar.load.town.life.PaymentPlan.Way;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Counts how people have paid and what they have said.
final class CountingPurses {

  private final World world;
  private final List<Dealings> dealings;

  CountingPurses(World world) {
    this.world = world;
    this.dealings = world.book().list().stream().map(TrackedOrder::dealings).toList();
  }

  Result.Purses money(Books books) {
    return new Result.Purses(
        byMethod(),
        count(deal -> deal.plan().isSplit()),
        count(deal -> is(deal, Way.PART_CASH)),
        dealings.stream().mapToInt(Dealings::retries).sum(),
        count(deal -> is(deal, Way.GIVES_UP)),
        count(Dealings::isPaidByBank),
        count(deal -> is(deal, Way.WALLET_LATER)),
        count(deal -> deal.plan().tipMinor() > 0),
        count(deal -> deal.tip() != null),
        sum(Dealings::tipsMinor),
        count(deal -> deal.refundMinor() > 0),
        sum(Dealings::refundMinor),
        world.tally().handovers.sum(),
        Money.euros(world.tally().handedInMinor.sum()),
        count(Dealings::hasVoucher),
        Money.euros(books.vouchers().discountsMinor()),
        Money.euros(books.vouchers().taxesMinor()),
        books.checked(),
        books.wrong());
  }

  Result.Words words(Books books) {
    return new Result.Words(
        dealings.stream().mapToInt(deal -> deal.messages().size()).sum(),
        dealings.stream().mapToInt(Dealings::heardLive).sum(),
        books.messagesRead(),
        dealings.stream().mapToInt(deal -> deal.reviews().size()).sum(),
        books.reviewsRead(),
        ratings());
  }

  private Map<String, Integer> byMethod() {
    Map<String, Integer> methods = new TreeMap<>();
    for (Dealings deal : dealings) {
      deal.methods().values().forEach(method -> methods.merge(method, 1, Integer::sum));
      Tip tip = deal.tip();
      if (tip != null) {
        methods.merge(tip.method(), 1, Integer::sum);
      }
    }
    return methods;
  }

  private Map<Integer, Integer> ratings() {
    Map<Integer, Integer> ratings = new TreeMap<>();
    for (Dealings deal : dealings) {
      deal.reviews().values().forEach(review -> ratings.merge(review.rating(), 1, Integer::sum));
    }
    return ratings;
  }

  private static boolean is(Dealings deal, PaymentPlan.Way way) {
    return deal.plan().way() == way;
  }

  private int count(Predicate<Dealings> which) {
    return (int) dealings.stream().filter(which).count();
  }

  private Money sum(ToLongFunction<Dealings> what) {
    return Money.euros(dealings.stream().mapToLong(what).sum());
  }
}
