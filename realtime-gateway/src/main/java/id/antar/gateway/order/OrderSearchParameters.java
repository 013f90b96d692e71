package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.GeoBox;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderSearch.Counting;
import id.antar.api.order.OrderSearch.Facet;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.order.OrderSearch.Sort;
import id.antar.api.order.OrderStatus;
import id.antar.api.payment.PaymentMethod;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Near;
import id.antar.gateway.edge.request.Parameters;
import id.antar.gateway.edge.request.TimeZones;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A search for orders, as the address says it.
///
/// @param status one, or several with commas between them
/// @param box `south,west,north,east`
/// @param facet one, or several with commas between them
record OrderSearchParameters(
    @Nullable String text,
    @Nullable String customerName,
    @Nullable String customerId,
    @Nullable String merchantId,
    @Nullable String courierId,
    @Nullable String status,
    @Nullable String paymentMethod,
    @Nullable String placedFrom,
    @Nullable String placedTo,
    @Nullable String latitude,
    @Nullable String longitude,
    @Nullable String withinMetres,
    @Nullable String box,
    @Nullable String cell,
    @Nullable String amountFrom,
    @Nullable String amountTo,
    @Nullable String currency,
    @Nullable String sort,
    @Nullable String facet,
    @Nullable String timeZone,
    @Nullable String cellResolution) {

  /// Narrowed to what the caller may see.
  Filter filter(Caller caller) {
    var scope =
        OrderScope.of(
            caller,
            Parameters.read("customerId", customerId, CustomerId::new),
            Parameters.read("merchantId", merchantId, MerchantId::new),
            Parameters.read("courierId", courierId, CourierId::new));
    Integer metres = Parameters.number("withinMetres", withinMetres);
    return new Filter(
        Parameters.read("text", text, Function.identity()),
        nameFor(caller),
        scope.customerId(),
        scope.merchantId(),
        scope.courierId(),
        Parameters.words("status", status, OrderStatus.class),
        Parameters.word("paymentMethod", paymentMethod, PaymentMethod.class),
        Parameters.instant("placedFrom", placedFrom),
        Parameters.instant("placedTo", placedTo),
        Near.of(
            Parameters.degrees("latitude", latitude),
            Parameters.degrees("longitude", longitude),
            metres),
        metres,
        Parameters.read("box", box, GeoBox::parse),
        cell,
        Parameters.whole("amountFrom", amountFrom),
        Parameters.whole("amountTo", amountTo),
        currency);
  }

  private @Nullable String nameFor(Caller caller) {
    if (customerName != null
        && !(caller.may(Permission.CUSTOMERS_READ_ANY) && caller.may(Permission.ORDERS_READ_ANY))) {
      throw Problem.forbidden("Orders are not found for you by their customers' names.")
          .asException();
    }
    return Parameters.read("customerName", customerName, Function.identity());
  }

  /// The best match first where there are words, else the newest.
  Sort order() {
    Sort wanted = Parameters.word("sort", sort, Sort.class);
    boolean hasText = text != null && !text.isBlank();
    return Objects.requireNonNullElse(wanted, hasText ? Sort.RELEVANCE : Sort.NEWEST);
  }

  Counting counting() {
    Integer resolution = Parameters.number("cellResolution", cellResolution);
    ZoneId zone = timeZone == null ? null : TimeZones.of("timeZone", timeZone);
    return new Counting(
        Parameters.words("facet", facet, Facet.class),
        Objects.requireNonNullElse(zone, Counting.NOTHING.timeZone()),
        Objects.requireNonNullElse(resolution, Counting.NOTHING.cellResolution()));
  }
}
