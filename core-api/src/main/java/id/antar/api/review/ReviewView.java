package id.antar.api.review;

import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A review, for reading.
///
/// @param answer the merchant's, once there is one
/// @param hidden absent as long as everybody may see it
public record ReviewView(
    ReviewId reviewId,
    OrderId orderId,
    Party author,
    Party subject,
    Opinion opinion,
    Instant writtenAt,
    @Nullable Instant revisedAt,
    @Nullable Answer answer,
    @Nullable Hidden hidden) {

  public record Answer(Personal<String> text, Instant answeredAt) {}

  public record Hidden(String reason, Instant hiddenAt) {}

  public boolean isHidden() {
    return hidden != null;
  }
}
