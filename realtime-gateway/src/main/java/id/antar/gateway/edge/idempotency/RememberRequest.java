package id.antar.gateway.edge.idempotency;

import id.antar.api.message.Actor;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Remembers what repeated requests were answered with, shared by all gateways. All three calls are
/// atomic; leases are measured in real time by the store's own clock.
public interface RememberRequest {

  /// Claims the key if it is free, or if its claim has outlived its lease.
  ///
  /// @param fingerprint of the whole request: a claim that was answered or is being worked on keeps
  ///   its own, and every other is [Claim.OtherRequest]
  Mono<Claim> claim(RequestKey key, String fingerprint, Duration lease);

  /// Keeps the answer for a day at least. Does nothing when the claim is no longer the ticket's.
  Mono<Void> remember(RequestKey key, String ticket, Answer answer);

  /// Frees the key without an answer. Does nothing when the claim is no longer the ticket's.
  Mono<Void> release(RequestKey key, String ticket);

  record RequestKey(Actor actor, String key) {}

  /// An answer as it went out.
  ///
  /// @param headers those worth repeating: `Content-Type`, `Location` and the like
  record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
      headers = Map.copyOf(headers);
    }
  }

  sealed interface Claim {

    /// The request is this caller's to do. The ticket is new for each claim.
    record Granted(String ticket) implements Claim {}

    /// It was done before.
    record Answered(Answer answer) implements Claim {}

    /// Somebody is doing it.
    record InProgress() implements Claim {}

    /// The key belongs to a request with another content.
    record OtherRequest() implements Claim {}
  }
}
