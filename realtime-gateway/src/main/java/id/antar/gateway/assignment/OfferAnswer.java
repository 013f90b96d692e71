package id.antar.gateway.assignment;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.OfferPage;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was offered to a courier and what became of it.
///
/// @param orders that the offer or its trip ever held
/// @param reason why it was declined, or why an order left the trip last
record OfferAnswer(
    AssignmentId assignmentId,
    AssignmentView.State state,
    List<OrderId> orders,
    Instant offeredAt,
    Instant expiresAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {

  record Offers(List<OfferAnswer> offers, @Nullable String nextCursor) {
    static Offers of(OfferPage page) {
      return new Offers(page.offers().stream().map(OfferAnswer::of).toList(), page.nextCursor());
    }
  }

  private static OfferAnswer of(AssignmentView view) {
    return new OfferAnswer(
        view.assignmentId(),
        view.state(),
        view.stops().stream().map(it -> it.stop().orderId()).distinct().toList(),
        view.offeredAt(),
        view.expiresAt(),
        view.answeredAt(),
        view.endedAt(),
        view.reason());
  }
}
