package id.antar.api.order;

import id.antar.api.courier.CourierId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an order was when somebody decided to change it. What is absent is not compared.
///
/// @param pin whom it was pinned to
/// @param carrier who was to carry it
public record OrderSeen(@Nullable Who pin, @Nullable Who carrier, @Nullable OrderStage stage) {

  public static final OrderSeen NOTHING = new OrderSeen(null, null, null);

  /// @param courierId absent for nobody
  public record Who(@Nullable CourierId courierId) {

    public boolean is(Optional<CourierId> other) {
      return Optional.ofNullable(courierId).equals(other);
    }
  }
}
