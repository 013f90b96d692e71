package id.antar.api.courier;

import id.antar.api.message.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about couriers.
public sealed interface CourierQuery<R> extends Query<R> {

  record GetCourier(CourierId courierId) implements CourierQuery<CourierView> {
    @Override
    public Class<CourierView> answer() {
      return CourierView.class;
    }
  }

  /// The courier board, in the order of ids, all duties unless one is named.
  record ListCouriers(@Nullable CourierDuty duty, @Nullable String cursor, int limit)
      implements CourierQuery<CourierBoard> {
    @Override
    public Class<CourierBoard> answer() {
      return CourierBoard.class;
    }
  }

  record CourierBoard(List<CourierView> couriers, @Nullable String nextCursor) {
    public CourierBoard {
      couriers = List.copyOf(couriers);
    }
  }
}
