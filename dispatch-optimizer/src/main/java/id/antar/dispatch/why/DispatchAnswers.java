package id.antar.dispatch.why;

import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DecisionQuery.DecisionEntry;
import id.antar.api.dispatch.DecisionQuery.FindDecisionOf;
import id.antar.api.dispatch.DecisionQuery.GetDispatch;
import id.antar.api.dispatch.DecisionQuery.GetWhy;
import id.antar.api.dispatch.DecisionQuery.ListDecisions;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OrderDispatch;
import id.antar.api.dispatch.OrderDispatch.DecisionExplained;
import id.antar.api.message.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Answers why: looks up which decisions are meant, and explains them. Blocks, like the event store
/// that it reads.
public final class DispatchAnswers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final QueryGateway index;
  private final ReadDecision decisions;

  public DispatchAnswers(QueryGateway index, ReadDecision decisions) {
    this.index = index;
    this.decisions = decisions;
  }

  @QueryHandler
  OrderDispatch on(GetDispatch query) {
    var page = ask(new ListDecisions(query.orderId(), query.cursor(), query.limit()));
    List<DecisionExplained> explained =
        page == null
            ? List.of()
            : folded(
                page.decisions().stream()
                    .map(entry -> explanation(entry.decisionId()).of(entry.orderId()))
                    .toList());
    return new OrderDispatch(
        query.orderId(),
        explained.isEmpty() ? "No round has looked at it yet." : explained.getFirst().summary(),
        explained,
        page == null ? null : page.nextCursor());
  }

  @QueryHandler
  @Nullable OfferReason on(GetWhy query) {
    DecisionEntry entry = ask(new FindDecisionOf(query.assignmentId()));
    return entry == null || !query.courierId().equals(entry.courierId())
        ? null
        : explanation(entry.decisionId()).of(query.assignmentId()).orElse(null);
  }

  /// What was decided again and again is told once.
  private static List<DecisionExplained> folded(List<DecisionExplained> latestFirst) {
    var folded = new ArrayList<DecisionExplained>();
    for (DecisionExplained each : latestFirst) {
      if (!folded.isEmpty() && says(folded.getLast(), each)) {
        folded.set(folded.size() - 1, folded.getLast().after(each));
      } else {
        folded.add(each);
      }
    }
    return folded;
  }

  private static boolean says(DecisionExplained later, DecisionExplained earlier) {
    return later.outcome() == earlier.outcome()
        && Objects.equals(later.courierId(), earlier.courierId())
        && Objects.equals(later.assignmentId(), earlier.assignmentId());
  }

  private Explanation explanation(DecisionId decision) {
    return new Explanation(decisions.read(decision));
  }

  private <R> @Nullable R ask(Query<R> query) {
    try {
      return index
          .query(query, ResponseTypes.instanceOf(query.answer()))
          .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
