package id.antar.gateway.developer;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.ApiKeyPage;
import id.antar.api.account.ApiKeyView.ListApiKeys;
import id.antar.api.account.Permission;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.ApiKeys;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.RememberKeyUse;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// API keys: of one's own, and for admins of everybody.
@RestController
final class KeyController {

  /// Of one owner, that are good at the same time.
  private static final int MOST_KEYS = 50;

  private final Engine engine;
  private final ApiKeys keys;
  private final RememberKeyUse uses;
  private final PhoneClock times;
  private final InstantSource realTime;

  KeyController(
      Engine engine, ApiKeys keys, RememberKeyUse uses, PhoneClock times, InstantSource realTime) {
    this.engine = engine;
    this.keys = keys;
    this.uses = uses;
    this.times = times;
    this.realTime = realTime;
  }

  @PostMapping("/v1/developer/keys")
  @Requires(Permission.KEYS_MANAGE)
  @Keyless
  @ResponseStatus(HttpStatus.CREATED)
  Mono<KeyAnswers.Issued> issueKey(Caller caller, @RequestBody KeyRequest body) {
    ApiKeys.Terms terms = body.terms(caller, realTime.instant());
    return requireRoom(terms.owner())
        .then(Mono.defer(() -> keys.issue(terms, times.of(null), caller)))
        .map(issued -> KeyAnswers.Issued.of(issued, terms));
  }

  private Mono<Void> requireRoom(Actor owner) {
    Instant now = realTime.instant();
    return keysOf(owner, null)
        .expand(
            page -> Mono.justOrEmpty(page.nextCursor()).flatMap(cursor -> keysOf(owner, cursor)))
        .flatMapIterable(ApiKeyPage::keys)
        .filter(key -> isGood(key, now))
        .take(MOST_KEYS)
        .count()
        .filter(good -> good == MOST_KEYS)
        .flatMap(_ -> Mono.error(tooMany().asException()));
  }

  private Mono<ApiKeyPage> keysOf(Actor owner, @Nullable String cursor) {
    return engine.ask(new ListApiKeys(owner, cursor, Valid.limit(null)));
  }

  private static boolean isGood(ApiKeyView key, Instant now) {
    return key.revokedAt() == null && now.isBefore(key.expiresAt());
  }

  private static Problem tooMany() {
    return Problem.of(
        409, "too-many-keys", "There are " + MOST_KEYS + " keys already; revoke one first.");
  }

  /// @param owner such as `developer:dora`; absent for oneself
  @GetMapping("/v1/developer/keys")
  @Requires(Permission.KEYS_MANAGE)
  Mono<KeyAnswers.Page> listKeys(
      Caller caller,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Actor asked = owner == null ? caller.actor() : Valid.value("owner", () -> Actor.parse(owner));
    if (!mayManage(caller, asked)) {
      return Mono.error(Problem.forbidden("These are somebody else's keys.").asException());
    }
    return engine
        .ask(new ListApiKeys(asked, cursor, Valid.limit(limit)))
        .flatMap(page ->
            uses.lastUses(page.keys().stream().map(ApiKeyView::keyId).toList())
                .map(used -> KeyAnswers.Page.of(page, used)));
  }

  @DeleteMapping("/v1/developer/keys/{id}")
  @Requires(Permission.KEYS_MANAGE)
  Mono<Done> revokeKey(Caller caller, @PathVariable ApiKeyId id) {
    return keys.find(id)
        .filter(key -> mayManage(caller, key.owner()))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("api-key", id).asException()))
        .flatMap(key -> keys.revoke(key, times.of(null), caller))
        .thenReturn(Done.DONE);
  }

  private static boolean mayManage(Caller caller, Actor owner) {
    return Objects.equals(caller.actor(), owner) || caller.may(Permission.KEYS_MANAGE_ANY);
  }
}
