package id.antar.load.town.report;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import id.antar.load.town.report.Result.Explained;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks the engine, at the end, of each order why it went to whom it went, and of each offer why it
/// was made.
public final class Explanations {

  private static final int ORDER_SAMPLES = 2;
  private static final int OFFER_SAMPLES = 1;
  private static final int UNEXPLAINED_SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 600;

  /// What the engine could not say is asked once more: its views may trail.
  private static final long PAUSE_MILLIS = 1_000;

  private final Api api;
  private final Actor operator;
  private final List<String> orderSamples = new ArrayList<>();
  private final List<String> offerSamples = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();
  private int orders;
  private int ordersMissed;
  private int offers;
  private int offersMissed;

  /// An assignment that was offered to a courier.
  public record Offer(String courierId, String assignmentId) {}

  /// @param what for people
  private record Question(String what, String path, Predicate<Explanation> isAnswered) {}

  /// Of an order, with its `decisions`, or of an offer, with its `orders`.
  private record Explanation(
      @Nullable String summary, @Nullable List<Decided> decisions, @Nullable List<Asked> orders) {

    static final Explanation NONE = new Explanation(null, null, null);

    boolean hasWords() {
      return summary != null && !summary.isBlank();
    }

    boolean hasReadableDecision() {
      return decisions != null && decisions.stream().anyMatch(Decided::isReadable);
    }

    boolean saysWhenToPickUp() {
      return orders != null
          && !orders.isEmpty()
          && orders.stream().allMatch(order -> order.pickupAt() != null);
    }
  }

  private record Decided(@Nullable String outcome) {
    boolean isReadable() {
      return outcome != null && !outcome.equals("unreadable");
    }
  }

  private record Asked(@Nullable String orderId, @Nullable String pickupAt) {}

  public Explanations(Api api, Actor operator) {
    this.api = api;
    this.operator = operator;
  }

  /// An order that was ever offered, or was delivered, was decided about. Another one may have been
  /// cancelled before any round.
  ///
  /// @param orderIds the first of them that are explained become samples
  /// @param delivered those of them that were
  public void ask(List<String> orderIds, Set<String> delivered, List<Offer> offered)
      throws InterruptedException {
    Set<String> dispatched = new HashSet<>(delivered);
    offers = offered.size();
    offersMissed =
        missed(
            offered.stream().map(offer -> why(offer, dispatched)).toList(),
            offerSamples,
            OFFER_SAMPLES);
    orders = orderIds.size();
    ordersMissed =
        missed(
            orderIds.stream().map(id -> dispatch(id, dispatched.contains(id))).toList(),
            orderSamples,
            ORDER_SAMPLES);
  }

  /// @param dispatched gets to know the orders of the offer
  private static Question why(Offer offer, Set<String> dispatched) {
    return new Question(
        "offer " + offer.assignmentId(),
        "/v1/couriers/%s/offers/%s/why".formatted(offer.courierId(), offer.assignmentId()),
        told -> {
          if (told.orders() != null) {
            told.orders().stream()
                .map(Asked::orderId)
                .filter(Objects::nonNull)
                .forEach(dispatched::add);
          }
          return told.hasWords() && told.saysWhenToPickUp();
        });
  }

  private static Question dispatch(String orderId, boolean wasDispatched) {
    return new Question(
        "order " + orderId,
        "/v1/orders/" + orderId + "/dispatch",
        told -> told.hasWords() && (!wasDispatched || told.hasReadableDecision()));
  }

  Explained result() {
    List<String> samples = new ArrayList<>(orderSamples);
    samples.addAll(offerSamples);
    return new Explained(
        orders, orders - ordersMissed, offers, offers - offersMissed, samples, unexplained);
  }

  private int missed(List<Question> questions, List<String> samples, int samplesWanted)
      throws InterruptedException {
    List<Question> again = new ArrayList<>();
    for (Question question : questions) {
      if (!isExplained(question, ask(question), samples, samplesWanted)) {
        again.add(question);
      }
    }
    if (again.isEmpty()) {
      return 0;
    }
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    int missed = 0;
    for (Question question : again) {
      Answer answer = ask(question);
      if (!isExplained(question, answer, samples, samplesWanted)) {
        if (missed++ < UNEXPLAINED_SAMPLES) {
          unexplained.add(question.what() + " -> " + answer);
        }
      }
    }
    return missed;
  }

  private Answer ask(Question question) throws InterruptedException {
    return api.call(Request.get(CallKind.READ_DECISION, operator, question.path()));
  }

  private static boolean isExplained(
      Question question, Answer answer, List<String> samples, int samplesWanted) {
    Explanation told = read(answer);
    if (!question.isAnswered().test(told)) {
      return false;
    }
    String summary = told.summary();
    if (summary != null && samples.size() < samplesWanted) {
      String words = summary.substring(0, Math.min(summary.length(), LONGEST_SAMPLE));
      samples.add(question.what() + ": " + words);
    }
    return true;
  }

  private static Explanation read(Answer answer) {
    if (!answer.ok()) {
      return Explanation.NONE;
    }
    try {
      return answer.as(Explanation.class);
    } catch (JacksonException _) {
      return Explanation.NONE;
    }
  }
}
