package id.antar.load.town.report;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import id.antar.load.town.report.Result.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private final List<String> samples = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();
  private int orders;
  private int ordersMissed;
  private int offers;
  private int offersMissed;

  /// An assignment that was offered to a courier.
  public record Offer(String courierId, String assignmentId) {}

  /// @param what for people
  private record Question(String what, String path) {}

  private record Explanation(@Nullable String summary) {}

  public Explanations(Api api, Actor operator) {
    this.api = api;
    this.operator = operator;
  }

  /// @param orderIds the first of them that are explained become samples
  public void ask(List<String> orderIds, List<Offer> offered) throws InterruptedException {
    orders = orderIds.size();
    ordersMissed =
        missed(
            orderIds.stream()
                .map(id -> new Question("order " + id, "/v1/orders/" + id + "/dispatch"))
                .toList(),
            ORDER_SAMPLES);
    offers = offered.size();
    offersMissed =
        missed(
            offered.stream()
                .map(offer ->
                    new Question(
                        "offer " + offer.assignmentId(),
                        "/v1/couriers/%s/offers/%s/why"
                            .formatted(offer.courierId(), offer.assignmentId())))
                .toList(),
            OFFER_SAMPLES);
  }

  Explained result() {
    return new Explained(
        orders, orders - ordersMissed, offers, offers - offersMissed, samples, unexplained);
  }

  private int missed(List<Question> questions, int samplesWanted) throws InterruptedException {
    int enough = samples.size() + samplesWanted;
    List<Question> again = new ArrayList<>();
    for (Question question : questions) {
      if (!isExplained(question, ask(question), enough)) {
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
      if (!isExplained(question, answer, enough)) {
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

  private boolean isExplained(Question question, Answer answer, int samplesWanted) {
    String summary = summary(answer);
    if (summary.isBlank()) {
      return false;
    }
    if (samples.size() < samplesWanted) {
      String words = summary.substring(0, Math.min(summary.length(), LONGEST_SAMPLE));
      samples.add(question.what() + ": " + words);
    }
    return true;
  }

  private static String summary(Answer answer) {
    if (!answer.ok()) {
      return "";
    }
    try {
      String summary = answer.as(Explanation.class).summary();
      return summary == null ? "" : summary;
    } catch (JacksonException _) {
      return "";
    }
  }
}
