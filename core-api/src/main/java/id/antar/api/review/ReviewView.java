package id.antar.api.review;

import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A review, for reading.
///
/// @param hidden absent as long as everybody may see it
public record ReviewView(
    ReviewId reviewId,
    OrderId orderId,
    Party author,
    Party subject,
    Opinion opinion,
    Instant writtenAt,
    @Nullable Instant revisedAt,
    @Nullable Hidden hidden) {

  public record Hidden(String reason, Instant hiddenAt) {}

  public boolean isHidden() {
    return hidden != null;
  }
}
