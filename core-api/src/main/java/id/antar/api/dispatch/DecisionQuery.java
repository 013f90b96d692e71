package id.antar.api.dispatch;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Query;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about the dispatcher's decisions: where they are, and what they say in words.
public sealed interface DecisionQuery<R> extends Query<R> {

  /// The decisions that saw an order, the latest first.
  record ListDecisions(OrderId orderId, @Nullable String cursor, int limit)
      implements DecisionQuery<DecisionPage> {
    @Override
    public Class<DecisionPage> answer() {
      return DecisionPage.class;
    }
  }

  /// The decision that made an offer.
  record FindDecisionOf(AssignmentId assignmentId) implements DecisionQuery<DecisionEntry> {
    @Override
    public Class<DecisionEntry> answer() {
      return DecisionEntry.class;
    }
  }

  /// How an order fared with the dispatcher. An order of which nothing is known has no decisions.
  record GetDispatch(OrderId orderId, @Nullable String cursor, int limit)
      implements DecisionQuery<OrderDispatch> {
    @Override
    public Class<OrderDispatch> answer() {
      return OrderDispatch.class;
    }
  }

  /// Why a courier was made an offer.
  record GetWhy(CourierId courierId, AssignmentId assignmentId)
      implements DecisionQuery<OfferReason> {
    @Override
    public Class<OfferReason> answer() {
      return OfferReason.class;
    }
  }

  /// What would become of the plan if an order were fixed to a courier. Answered with null while
  /// another such question is being worked out.
  record GetWhatIf(OrderId orderId, CourierId courierId) implements DecisionQuery<WhatIf> {
    @Override
    public Class<WhatIf> answer() {
      return WhatIf.class;
    }
  }

  record DecisionPage(List<DecisionEntry> decisions, @Nullable String nextCursor) {
    public DecisionPage {
      decisions = List.copyOf(decisions);
    }
  }

  /// @param courierId to whom the decision offered the order, if it did
  /// @param assignmentId as what
  record DecisionEntry(
      OrderId orderId,
      DecisionId decisionId,
      Instant decidedAt,
      @Nullable CourierId courierId,
      @Nullable AssignmentId assignmentId) {}
}
