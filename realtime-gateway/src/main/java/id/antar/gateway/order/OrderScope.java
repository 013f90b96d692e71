package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
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
    var asked = new OrderScope(customerId, merchantId, courierId);
    return caller.may(Permission.ORDERS_READ_ANY) ? asked : asked.narrowed(caller);
  }

  private OrderScope narrowed(Caller caller) {
    return switch (caller.actor().role()) {
      case CUSTOMER -> new OrderScope(own(caller.asCustomer(), customerId), merchantId, courierId);
      case COURIER -> new OrderScope(customerId, merchantId, own(caller.asCourier(), courierId));
      case MERCHANT, STORE_MANAGER, SUPERVISOR, CASHIER, DEVELOPER ->
          new OrderScope(customerId, ownMerchant(caller), courierId);
      case OPERATOR, ANALYST, ADMIN, RECIPIENT, SYSTEM -> throw somebodyElses().asException();
    };
  }

  /// Who acts for several merchants says for which.
  private MerchantId ownMerchant(Caller caller) {
    if (merchantId == null) {
      return caller.asMerchant();
    }
    if (!caller.is(merchantId)) {
      throw somebodyElses().asException();
    }
    return merchantId;
  }

  private static <T> T own(T self, @Nullable T asked) {
    if (!Objects.requireNonNullElse(asked, self).equals(self)) {
      throw somebodyElses().asException();
    }
    return self;
  }

  private static Problem somebodyElses() {
    return Problem.forbidden("These are somebody else's orders.");
  }
}
