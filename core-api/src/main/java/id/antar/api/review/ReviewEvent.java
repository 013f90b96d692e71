package id.antar.api.review;

import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import java.time.Instant;

/// Facts about one review. Each repeats who is reviewed and, if one no longer counts, which rating,
/// so that a rating can be summed up from the facts alone.
public sealed interface ReviewEvent {
  ReviewId reviewId();

  Party subject();

  Instant occurredAt();

  record ReviewWritten(
      ReviewId reviewId,
      OrderId orderId,
      Party author,
      Party subject,
      Opinion opinion,
      Instant occurredAt)
      implements ReviewEvent {}

  record ReviewRevised(
      ReviewId reviewId, Party subject, Opinion opinion, int formerRating, Instant occurredAt)
      implements ReviewEvent {}

  /// By the merchant who is reviewed.
  ///
  /// @param answer personal to whoever wrote it there
  record ReviewAnswered(
      ReviewId reviewId, Party subject, Personal<String> answer, Instant occurredAt)
      implements ReviewEvent {}

  /// An operator has taken it from sight.
  record ReviewHidden(
      ReviewId reviewId, Party subject, int formerRating, String reason, Instant occurredAt)
      implements ReviewEvent {}
}
