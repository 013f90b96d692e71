package id.antar.gateway.edge.request;

import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.MetaKeys;
import id.antar.api.order.OrderId;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.trace.RequestIds;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// Who sends a request, what they may do, from where, and by which key it is known if it comes
/// again.
public record Caller(
    Actor actor,
    Grant grant,
    String requestId,
    String clientAddress,
    @Nullable String userAgent,
    @Nullable String idempotencyKey) {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /// What is longer is cut off: it is stored with every event.
  private static final int LONGEST_USER_AGENT = 256;

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final String ATTRIBUTE = Caller.class.getName();

  /// Remembers that this request's token or key was good.
  public static void identify(ServerWebExchange exchange, Actor actor, Grant grant) {
    String key = exchange.getRequest().getHeaders().getFirst(IDEMPOTENCY_KEY);
    exchange.getAttributes().put(ATTRIBUTE, of(exchange, actor, grant, isKey(key) ? key : null));
  }

  /// Whether it may be stored with every event that follows from the request.
  public static boolean isKey(@Nullable String text) {
    return text != null && KEY.matcher(text).matches();
  }

  /// Whoever sent this request, as far as they are known. It is known by nothing if it comes again.
  public static Caller of(ServerWebExchange exchange, Actor actor, Grant grant) {
    return of(exchange, actor, grant, null);
  }

  private static Caller of(
      ServerWebExchange exchange, Actor actor, Grant grant, @Nullable String idempotencyKey) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    return new Caller(
        actor,
        grant,
        RequestIds.of(exchange),
        ClientAddress.of(exchange).text(),
        start(headers.getFirst(HttpHeaders.USER_AGENT)),
        idempotencyKey);
  }

  private static @Nullable String start(@Nullable String text) {
    return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_USER_AGENT));
  }

  public static Optional<Caller> find(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(actor.role());
  }

  public boolean may(Permission permission) {
    return grant.permissions().contains(permission);
  }

  public boolean mayOneOf(Permission... permissions) {
    return Arrays.stream(permissions).anyMatch(this::may);
  }

  public Scope scope() {
    return grant.scope();
  }

  /// Real time.
  public Instant expiresAt() {
    return grant.expiresAt();
  }

  /// All but the holders of tracking links.
  public boolean hasAccount() {
    return !is(Role.RECIPIENT);
  }

  /// Operators, analysts and admins: what they may at all, they may for everybody.
  public boolean isStaff() {
    return actor.role().isStaff();
  }

  public boolean isOfMerchant() {
    return actor.role().isOfMerchant();
  }

  public boolean is(CustomerId customer) {
    return is(Role.CUSTOMER) && actor.id().equals(customer.value());
  }

  public boolean is(MerchantId merchant) {
    return merchants().contains(merchant);
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

  /// The merchants that this caller acts for. An owner who is limited to none acts for the one of
  /// the same id.
  public Set<MerchantId> merchants() {
    if (!isOfMerchant()) {
      return Set.of();
    }
    return is(Role.MERCHANT) && scope().merchants().isEmpty()
        ? Set.of(new MerchantId(actor.id()))
        : scope().merchants();
  }

  /// The one merchant that this caller acts for.
  public Optional<MerchantId> findMerchant() {
    return merchants().size() == 1 ? merchants().stream().findFirst() : Optional.empty();
  }

  /// The same where there must be one.
  public MerchantId asMerchant() {
    return findMerchant().orElseThrow(() -> whichMerchant().asException());
  }

  private Problem whichMerchant() {
    return merchants().isEmpty()
        ? Problem.forbidden("You act for no merchant.")
        : Problem.invalid("which-merchant", "merchantId", "You act for several merchants.");
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
    boolean own =
        wanted == null
            || wanted.equals(actor.id())
            || (isOfMerchant() && is(new MerchantId(wanted)));
    if (!own) {
      throw Problem.forbidden("A " + kind + " registers no one else.").asException();
    }
    return wanted == null ? actor.id() : wanted;
  }

  public Map<String, Object> metaData() {
    var meta = new LinkedHashMap<String, Object>();
    meta.put(MetaKeys.ACTOR, actor.toString());
    meta.put(MetaKeys.REQUEST_ID, requestId);
    PersonId person = PersonId.of(actor);
    meta.put(MetaKeys.CLIENT_ADDRESS, Personal.of(person, clientAddress));
    putIfPresent(
        meta, MetaKeys.USER_AGENT, userAgent == null ? null : Personal.of(person, userAgent));
    putIfPresent(meta, MetaKeys.SESSION, grant.sessionId());
    putIfPresent(meta, MetaKeys.API_KEY, grant.keyId());
    putIfPresent(meta, MetaKeys.IDEMPOTENCY_KEY, idempotencyKey);
    return meta;
  }

  private static void putIfPresent(Map<String, Object> meta, String key, @Nullable Object value) {
    if (value != null) {
      meta.put(key, value);
    }
  }
}
