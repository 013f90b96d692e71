package id.antar.gateway.authorisation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.account.Scope;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderId;
import id.antar.gateway.authorisation.Rule.Column;
import id.antar.gateway.identity.TokenIssuer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// All kinds of callers there are: every role, with tokens and with keys, and those who are nobody.
final class Personas {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Scope NOODLE_BAR = Scope.ofMerchants(new MerchantId("noodle-bar"));
  private static final Scope TWO_BARS =
      Scope.ofMerchants(new MerchantId("noodle-bar"), new MerchantId("taco-bar"));
  private static final Actor MERCHANT = new Actor(Role.MERCHANT, "noodle-bar");

  private final TokenIssuer tokens;
  private final World world;
  private final Map<String, String> issued = new HashMap<>();

  Personas(TokenIssuer tokens, World world) {
    this.tokens = tokens;
    this.world = world;
    put(
        new Actor(Role.MERCHANT, "soup-bar"),
        new ApiKeyId(Objects.requireNonNull(World.OTHERS.get("key"))));
  }

  List<Persona> of(Rule rule) {
    var all = new ArrayList<Persona>();
    all.add(token(rule, "customer", Column.CUSTOMER, new Actor(Role.CUSTOMER, "ada"), Scope.OWN));
    all.add(token(rule, "merchant", Column.MERCHANT, MERCHANT, Scope.OWN));
    all.add(
        token(rule, "owner of two", Column.MERCHANT, new Actor(Role.MERCHANT, "otto"), TWO_BARS));
    all.add(staff(rule, Column.STORE_MANAGER, Role.STORE_MANAGER));
    all.add(staff(rule, Column.SUPERVISOR, Role.SUPERVISOR));
    all.add(staff(rule, Column.CASHIER, Role.CASHIER));
    all.add(staff(rule, Column.DEVELOPER, Role.DEVELOPER));
    all.add(token(rule, "courier", Column.COURIER, new Actor(Role.COURIER, "carlo"), Scope.OWN));
    all.add(token(rule, "operator", Column.OPERATOR, operator(), Scope.OWN));
    all.add(token(rule, "operator of the zone", Column.OPERATOR, operator(), zone("main")));
    all.add(
        token(
            rule,
            "operator of another zone",
            Column.OPERATOR_OF_ANOTHER_ZONE,
            operator(),
            zone("north")));
    all.add(token(rule, "analyst", Column.ANALYST, new Actor(Role.ANALYST, "anna"), Scope.OWN));
    all.add(token(rule, "admin", Column.ADMIN, new Actor(Role.ADMIN, "root"), Scope.OWN));
    all.add(recipient(rule));
    all.addAll(keys(rule));
    all.addAll(nobodies(rule));
    return all;
  }

  private static Actor operator() {
    return new Actor(Role.OPERATOR, "olga");
  }

  private static Scope zone(String name) {
    return Scope.ofZones(new ZoneId(name));
  }

  private Persona staff(Rule rule, Column column, Role role) {
    String name = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return token(rule, name, column, new Actor(role, "sam"), NOODLE_BAR);
  }

  private Persona token(Rule rule, String name, Column column, Actor actor, Scope scope) {
    put(actor, Persona.keyOf(actor));
    String token =
        issued.computeIfAbsent(
            actor + " " + scope, _ -> tokens.issue(actor, scope, "session-1", LONG).value());
    return new Persona(name, "Bearer " + token, rule.letter(column), Persona.ownOf(actor));
  }

  private Persona recipient(Rule rule) {
    String token =
        issued.computeIfAbsent("link", _ -> tokens.issueLink(new OrderId("order-1"), LONG).value());
    return new Persona("recipient", "Bearer " + token, rule.letter(Column.RECIPIENT), World.OWN);
  }

  /// A key for just this, one for all but this, and one for all.
  private List<Persona> keys(Rule rule) {
    var all = new ArrayList<Persona>();
    all.addAll(keysOf(rule, Column.MERCHANT, MERCHANT, NOODLE_BAR));
    all.addAll(keysOf(rule, Column.DEVELOPER, new Actor(Role.DEVELOPER, "sam"), NOODLE_BAR));
    all.addAll(keysOf(rule, Column.ADMIN, new Actor(Role.ADMIN, "root"), Scope.OWN));
    all.addAll(keysOf(rule, Column.OPERATOR_OF_ANOTHER_ZONE, operator(), zone("north")));
    return all;
  }

  private List<Persona> keysOf(Rule rule, Column column, Actor owner, Scope scope) {
    boolean forKeys =
        rule.isPublic() || rule.permissions().stream().anyMatch(Permission::isForKeys);
    char letter = forKeys ? rule.letter(column) : '-';
    String name = "key of " + owner.role();
    Set<Permission> role = RoleBundles.of(owner.role());
    return List.of(
        key(name, letter, owner, justFor(rule), scope),
        key(name + " for all", letter, owner, role, scope),
        key(
            name + " but for this",
            rule.isPublic() ? letter : '-',
            owner,
            Persona.allBut(owner.role(), rule.permissions()),
            scope));
  }

  private static Set<Permission> justFor(Rule rule) {
    Set<Permission> permissions = Persona.these(rule.permissions());
    permissions.addAll(rule.companions());
    return permissions;
  }

  private Persona key(
      String name, char letter, Actor owner, Collection<Permission> permissions, Scope scope) {
    String secret = sha256(owner + name + permissions);
    var id = new ApiKeyId(sha256(secret).substring(0, 16));
    world.keys.putIfAbsent(id, Persona.key(id, sha256(secret), owner, permissions, scope));
    return new Persona(name, "ApiKey " + text(id, secret), letter, Persona.ownOf(owner));
  }

  private List<Persona> nobodies(Rule rule) {
    String expired =
        issued.computeIfAbsent(
            "expired", _ -> tokens.issue(operator(), Duration.ofMinutes(-5)).value());
    String good = issued.computeIfAbsent("good", _ -> tokens.issue(operator(), LONG).value());
    Actor admin = new Actor(Role.ADMIN, "root");
    return List.of(
        nobody(rule, "anonymous", null),
        nobody(rule, "expired token", "Bearer " + expired),
        nobody(
            rule, "altered token", "Bearer " + good.substring(0, good.length() - 8) + "AAAAAAAA"),
        nobody(rule, "expired key", badKey("expired", admin, Personas::expired)),
        nobody(rule, "revoked key", badKey("revoked", admin, key -> key.revoked(Instant.EPOCH))),
        nobody(rule, "wrong secret", badKey("wrong", admin, Personas::otherSecret)));
  }

  private static Persona nobody(Rule rule, String name, @Nullable String authorization) {
    return new Persona(
        name,
        authorization,
        rule.isPublic() ? rule.letter(Column.CUSTOMER) : Persona.NOBODY,
        World.OWN);
  }

  private String badKey(String name, Actor owner, UnaryOperator<ApiKeyView> flaw) {
    String secret = sha256(name);
    var id = new ApiKeyId(sha256(secret).substring(0, 16));
    world.keys.putIfAbsent(
        id,
        flaw.apply(
            Persona.key(id, sha256(secret), owner, RoleBundles.of(owner.role()), Scope.OWN)));
    return "ApiKey " + text(id, secret);
  }

  private static ApiKeyView expired(ApiKeyView key) {
    return with(key, key.secretHash(), Instant.now().minusSeconds(60));
  }

  private static ApiKeyView otherSecret(ApiKeyView key) {
    return with(key, sha256("another"), key.expiresAt());
  }

  private static ApiKeyView with(ApiKeyView key, String hash, Instant expiresAt) {
    return new ApiKeyView(
        key.keyId(),
        key.owner(),
        key.label(),
        key.permissions(),
        key.scope(),
        hash,
        key.issuedAt(),
        expiresAt,
        null);
  }

  private void put(Actor owner, ApiKeyId id) {
    world.keys.putIfAbsent(
        id,
        Persona.key(id, sha256("unused"), owner, List.of(Permission.MERCHANTS_READ), Scope.OWN));
  }

  private static String text(ApiKeyId id, String secret) {
    var crc = new CRC32();
    crc.update((id + "_" + secret).getBytes(US_ASCII));
    return "antar_" + id + "_" + secret + "%08x".formatted(crc.getValue());
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
      return HexFormat.of().formatHex(Objects.requireNonNull(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
