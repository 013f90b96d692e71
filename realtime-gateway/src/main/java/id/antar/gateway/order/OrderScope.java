package id.antar.gateway.order;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The filters of a list of orders, narrowed to what its reader may see.
record OrderScope(
    @Nullable CustomerId customerId,
    @Nullable MerchantId merchantId,
    @Nullable CourierId courierId) {

  static OrderScope of(
      Caller caller,
      @Nullable CustomerId customerId,
      @Nullable MerchantId merchantId,
      @Nullable CourierId courierId) {
    return new OrderScope(
        caller.is(Role.CUSTOMER) ? own(caller.asCustomer(), customerId) : customerId,
        caller.is(Role.MERCHANT) ? own(caller.asMerchant(), merchantId) : merchantId,
        caller.is(Role.COURIER) ? own(caller.asCourier(), courierId) : courierId);
  }

  private static <T> T own(T self, @Nullable T asked) {
    if (!Objects.requireNonNullElse(asked, self).equals(self)) {
      throw Problem.forbidden("These are somebody else's orders.").asException();
    }
    return self;
  }
}
