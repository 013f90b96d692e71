package id.antar.load.town.life;

import id.antar.load.client.Money;
import id.antar.load.town.world.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a customer is going to pay for one order. What the order costs is the engine's word: shares
/// but the last say how much they take, the last takes what is left.
///
/// @param tipMinor promised with the order; 0 for none
public record PaymentPlan(Way way, List<Share> shares, long tipMinor) {

  /// What happens on the way to the money.
  public enum Way {
    /// One method that works.
    PLAIN,
    /// A transfer that the bank carries out minutes later.
    BANK_LATER,
    /// The customer takes a few seconds in their wallet.
    WALLET_LATER,
    SPLIT,
    /// Some of it at the door.
    PART_CASH,
    /// The card is declined, and another method is tried.
    ANOTHER_METHOD,
    /// The card is declined, and the customer gives up.
    GIVES_UP
  }

  /// @param minor absent for what is left
  public record Share(String method, String token, @Nullable Long minor) {

    Share rest() {
      return new Share(method, token, null);
    }

    Share of(long part) {
      return new Share(method, token, part);
    }

    Map<String, Object> body() {
      Map<String, Object> body = new HashMap<>(Map.of("method", method, "token", token));
      if (minor != null) {
        body.put("amount", Money.euros(minor));
      }
      return body;
    }
  }

  private static final Share CARD = new Share("card", "sandbox-card", null);
  private static final Share WALLET = new Share("e_wallet", "sandbox-wallet", null);
  private static final Share BANK = new Share("bank_transfer", "sandbox-bank", null);
  private static final Share CASH = new Share("cash", "", null);
  private static final Share DECLINED = new Share("card", "sandbox-declined", null);
  private static final Share BANK_LATER =
      new Share("bank_transfer", "sandbox-pending+webhook-twice", null);
  private static final Share WALLET_LATER = new Share("e_wallet", "sandbox-pending-3s", null);

  private static final double TIPS = 0.3;

  /// Of so many orders each is paid in another way.
  private static final int DECK = 12;

  private static final int GIVES_UP_EVERY = 4;

  public PaymentPlan {
    shares = List.copyOf(shares);
  }

  /// Chance shuffles, and deals every way out in turn: even a small town has seen most of them.
  ///
  /// @param number the order's, from 1
  /// @param itemsMinor what the dishes cost: named shares stay well below
  static PaymentPlan of(long seed, int number, long itemsMinor) {
    int round = (number - 1) / DECK;
    List<PaymentPlan> deck = deck(round, itemsMinor);
    Dice.of(seed, "purses-" + round).shuffle(deck);
    Dice dice = Dice.of(seed, "purse-" + number);
    PaymentPlan plan = deck.get((number - 1) % DECK);
    boolean tips = dice.chance(TIPS) && plan.way() != Way.GIVES_UP;
    return tips ? plan.withTip(50 + 50L * dice.below(6)) : plan;
  }

  private static List<PaymentPlan> deck(int round, long items) {
    long third = Math.max(1, items / 3);
    long quarter = Math.max(1, items / 4);
    List<PaymentPlan> deck = new ArrayList<>();
    deck.add(round % GIVES_UP_EVERY == 0 ? plan(Way.GIVES_UP, DECLINED) : plan(Way.PLAIN, CARD));
    deck.add(plan(Way.PLAIN, CARD));
    deck.add(plan(Way.PLAIN, WALLET));
    deck.add(plan(Way.PLAIN, BANK));
    deck.add(plan(Way.PLAIN, CASH));
    deck.add(plan(Way.BANK_LATER, BANK_LATER));
    deck.add(plan(Way.WALLET_LATER, WALLET_LATER));
    deck.add(plan(Way.SPLIT, CARD.of(third), WALLET.rest()));
    deck.add(plan(Way.SPLIT, WALLET.of(quarter), BANK.of(third), CARD.rest()));
    deck.add(plan(Way.PART_CASH, WALLET.of(third), CASH.rest()));
    deck.add(plan(Way.ANOTHER_METHOD, DECLINED));
    deck.add(plan(Way.ANOTHER_METHOD, WALLET.of(quarter), DECLINED.rest()));
    return deck;
  }

  private static PaymentPlan plan(Way way, Share... shares) {
    return new PaymentPlan(way, List.of(shares), 0);
  }

  private PaymentPlan withTip(long minor) {
    return new PaymentPlan(way, shares, minor);
  }

  public boolean isSplit() {
    return shares.size() > 1;
  }

  /// What the engine is told of it.
  Map<String, Object> body() {
    Map<String, Object> body = new HashMap<>();
    if (isSplit()) {
      body.put("payments", shares.stream().map(Share::body).toList());
    } else {
      body.put("payment", shares.getFirst().body());
    }
    if (tipMinor > 0) {
      body.put("tip", Money.euros(tipMinor));
    }
    return body;
  }
}
