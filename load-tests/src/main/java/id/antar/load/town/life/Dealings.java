package id.antar.load.town.life;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What was paid, given and said about one order, as those know it who did it: the engine has
/// acknowledged every bit of it.
public final class Dealings {

  private static final PaymentPlan UNKNOWN = new PaymentPlan(PaymentPlan.Way.PLAIN, List.of(), 0);

  private final Map<Integer, String> triedAgain = new ConcurrentHashMap<>();
  private final Map<String, Said> said = new ConcurrentHashMap<>();
  private final Map<String, Review> reviews = new ConcurrentHashMap<>();
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private volatile PaymentPlan plan = UNKNOWN;
  private volatile @Nullable Tip tip;
  private volatile long refundMinor;
  private volatile boolean paidByBank;
  private volatile long quotedMinor;
  private volatile boolean voucher;

  /// After the delivery.
  public record Tip(String paymentId, String method, long minor) {}

  /// @param author customer, merchant, courier or operator
  public record Said(String author, String text) {}

  /// @param author customer or courier
  /// @param subject of whom
  public record Review(String author, String subject, int rating, String comment) {}

  void plan(PaymentPlan decided) {
    plan = decided;
  }

  /// @param minor what a quote said it would cost, without a tip
  /// @param withVoucher whether one was used
  void quoted(long minor, boolean withVoucher) {
    quotedMinor = minor;
    voucher = withVoucher;
  }

  void triedAgain(int part, String method) {
    triedAgain.put(part, method);
  }

  void paidByBank() {
    paidByBank = true;
  }

  void tipped(Tip given) {
    tip = given;
  }

  void refundAsked(long minor) {
    refundMinor = minor;
  }

  void said(String messageId, Said message) {
    said.put(messageId, message);
  }

  void heard(String messageId) {
    heard.add(messageId);
  }

  void reviewed(String reviewId, Review review) {
    reviews.put(reviewId, review);
  }

  public PaymentPlan plan() {
    return plan;
  }

  /// By which method each part was paid in the end, by its number.
  public Map<Integer, String> methods() {
    Map<Integer, String> methods = new HashMap<>();
    for (int i = 0; i < plan.shares().size(); i++) {
      methods.put(i + 1, plan.shares().get(i).method());
    }
    methods.putAll(triedAgain);
    return methods;
  }

  public long quotedMinor() {
    return quotedMinor;
  }

  public boolean hasVoucher() {
    return voucher;
  }

  public int retries() {
    return triedAgain.size();
  }

  public boolean isPaidByBank() {
    return paidByBank;
  }

  public @Nullable Tip tip() {
    return tip;
  }

  /// What the courier is to have besides their pay.
  public long tipsMinor() {
    Tip after = tip;
    return plan.tipMinor() + (after == null ? 0 : after.minor());
  }

  /// What the operator asked to be given back after the delivery.
  public long refundMinor() {
    return refundMinor;
  }

  public Map<String, Said> messages() {
    return Map.copyOf(said);
  }

  /// How many of the messages the customer's stream has told.
  public int heardLive() {
    Set<String> both = new HashSet<>(heard);
    both.retainAll(said.keySet());
    return both.size();
  }

  public Map<String, Review> reviews() {
    return Collections.unmodifiableMap(new HashMap<>(reviews));
  }
}
