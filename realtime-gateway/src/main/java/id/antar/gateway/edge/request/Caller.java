package id.antar.gateway.edge.request;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.MetaKeys;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.trace.RequestIds;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// Who sends a request, from where, and by which key it is known if it comes again.
///
/// @param tokenExpiresAt real time
public record Caller(
    Actor actor,
    String requestId,
    String clientAddress,
    @Nullable String idempotencyKey,
    Instant tokenExpiresAt) {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final String ATTRIBUTE = Caller.class.getName();

  /// Remembers that this request's token was good.
  public static void identify(ServerWebExchange exchange, Actor actor, Instant tokenExpiresAt) {
    String address = ClientAddress.of(exchange).text();
    String key = exchange.getRequest().getHeaders().getFirst(IDEMPOTENCY_KEY);
    var caller = new Caller(actor, RequestIds.of(exchange), address, key, tokenExpiresAt);
    exchange.getAttributes().put(ATTRIBUTE, caller);
  }

  public static Optional<Caller> find(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(actor.role());
  }

  /// All but the holders of tracking links.
  public boolean hasAccount() {
    return !is(Role.RECIPIENT);
  }

  /// Those who may read everything.
  public boolean isStaff() {
    return is(Role.OPERATOR, Role.ANALYST, Role.ADMIN);
  }

  public boolean is(CustomerId customer) {
    return is(Role.CUSTOMER) && actor.id().equals(customer.value());
  }

  public boolean is(MerchantId merchant) {
    return is(Role.MERCHANT) && actor.id().equals(merchant.value());
  }

  public boolean is(CourierId courier) {
    return is(Role.COURIER) && actor.id().equals(courier.value());
  }

  /// The holder of this order's tracking link.
  public boolean isRecipientOf(OrderId order) {
    return is(Role.RECIPIENT) && actor.id().equals(order.value());
  }

  public CustomerId asCustomer() {
    return new CustomerId(actor.id());
  }

  public MerchantId asMerchant() {
    return new MerchantId(actor.id());
  }

  public CourierId asCourier() {
    return new CourierId(actor.id());
  }

  /// The id of something new: the one that was asked for, else one that this caller's key always
  /// gives.
  public String idOfNew(String kind, @Nullable String wanted) {
    if (wanted != null) {
      return wanted;
    }
    String key = idempotencyKey == null ? requestId : idempotencyKey;
    return Ids.derive(kind, actor.toString(), key);
  }

  /// The id of somebody's own record: their own, or for staff the one that was asked for.
  public String idOfSelf(Role role, String kind, @Nullable String wanted) {
    if (!is(role)) {
      return idOfNew(kind, wanted);
    }
    if (wanted != null && !wanted.equals(actor.id())) {
      throw Problem.forbidden("A " + kind + " registers no one else.").asException();
    }
    return actor.id();
  }

  public Map<String, Object> metaData() {
    var meta = new LinkedHashMap<String, Object>();
    meta.put(MetaKeys.ACTOR, actor.toString());
    meta.put(MetaKeys.REQUEST_ID, requestId);
    meta.put(MetaKeys.CLIENT_ADDRESS, clientAddress);
    if (idempotencyKey != null) {
      meta.put(MetaKeys.IDEMPOTENCY_KEY, idempotencyKey);
    }
    return meta;
  }
}
