package id.antar.gateway.testing;

import id.antar.gateway.edge.idempotency.RememberRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What the port asks for, without a database.
public final class InMemoryRequests implements RememberRequest {

  private final InstantSource clock;
  private final Map<RequestKey, Entry> entries = new ConcurrentHashMap<>();

  public InMemoryRequests(InstantSource clock) {
    this.clock = clock;
  }

  private record Entry(
      String fingerprint, String ticket, Instant leasedUntil, @Nullable Answer answer) {}

  @Override
  public Mono<Claim> claim(RequestKey key, String fingerprint, Duration lease) {
    return Mono.fromSupplier(() -> claimNow(key, fingerprint, lease));
  }

  private Claim claimNow(RequestKey key, String fingerprint, Duration lease) {
    String ticket = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Entry entry =
        entries.compute(
            key,
            (_, old) ->
                old == null || (old.answer() == null && now.isAfter(old.leasedUntil()))
                    ? new Entry(fingerprint, ticket, now.plus(lease), null)
                    : old);
    if (entry.ticket().equals(ticket)) {
      return new Claim.Granted(ticket);
    }
    if (!entry.fingerprint().equals(fingerprint)) {
      return new Claim.OtherRequest();
    }
    return entry.answer() == null ? new Claim.InProgress() : new Claim.Answered(entry.answer());
  }

  @Override
  public Mono<Void> remember(RequestKey key, String ticket, Answer answer) {
    return Mono.fromRunnable(() ->
        entries.computeIfPresent(
            key,
            (_, old) ->
                old.ticket().equals(ticket)
                    ? new Entry(old.fingerprint(), ticket, old.leasedUntil(), answer)
                    : old));
  }

  @Override
  public Mono<Void> release(RequestKey key, String ticket) {
    return Mono.fromRunnable(() ->
        entries.computeIfPresent(
            key, (_, old) -> old.ticket().equals(ticket) && old.answer() == null ? null : old));
  }
}
