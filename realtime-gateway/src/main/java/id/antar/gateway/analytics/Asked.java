package id.antar.gateway.analytics;

import id.antar.api.account.Permission;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Span;
import id.antar.api.analytics.Whose;
import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.TimeZones;
import id.antar.gateway.edge.request.Valid;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a question about many orders says in its address.
///
/// @param to the moment before which it ends; never later than now
/// @param timeZone by whose clock hours and days begin, by its name in the IANA database; UTC if it
///   is absent
record Asked(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String timeZone,
    @Nullable MerchantId merchantId,
    @Nullable CourierId courierId) {

  Span span(Bucket bucket, Instant now) {
    Instant first = required("from", from);
    Instant end = required("to", to);
    ZoneId zone = timeZone == null ? ZoneOffset.UTC : TimeZones.of("timeZone", timeZone);
    return Valid.value("to", () -> new Span(first, end.isAfter(now) ? now : end, bucket, zone));
  }

  private static Instant required(String name, @Nullable Instant value) {
    if (value == null) {
      String message = "The parameter " + name + " is missing.";
      throw Problem.of(400, "missing-field", message).at(name, message).asException();
    }
    return value;
  }

  /// Narrowed to what the caller may see, told apart so.
  Whose whose(@Nullable Dimension by, Caller caller) {
    if (by == Dimension.COURIER && caller.isOfMerchant()) {
      throw Problem.forbidden("Couriers' figures are not for merchants.").asException();
    }
    return whose(caller);
  }

  /// Narrowed to what the caller may see.
  Whose whose(Caller caller) {
    if (caller.may(Permission.ANALYTICS_READ_ANY)) {
      return new Whose(merchantId == null ? null : Set.of(merchantId), courierId);
    }
    if (caller.isOfMerchant()) {
      return ofMerchants(caller);
    }
    CourierId self = caller.asCourier();
    if (courierId != null && !courierId.equals(self)) {
      throw somebodyElses().asException();
    }
    return new Whose(merchantId == null ? null : Set.of(merchantId), self);
  }

  private Whose ofMerchants(Caller caller) {
    if (courierId != null || (merchantId != null && !caller.is(merchantId))) {
      throw somebodyElses().asException();
    }
    return new Whose(merchantId == null ? caller.merchants() : Set.of(merchantId), null);
  }

  private static Problem somebodyElses() {
    return Problem.forbidden("These are somebody else's figures.");
  }
}
