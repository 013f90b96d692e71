package id.antar.infra.idempotency;

import id.antar.api.person.PersonId;
import id.antar.gateway.edge.idempotency.RememberRequest.RequestKey;
import id.antar.infra.personal.SealedText;
import java.util.Optional;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What an account was answered with is sealed for it: an answer may tell of a person. An empty
/// body stays empty, and so becomes that of an account that is forgotten.
final class SealedBodies {
  private final SealedText sealing;

  SealedBodies(SealedText sealing) {
    this.sealing = sealing;
  }

  Mono<String> seal(RequestKey key, String body) {
    return body.isEmpty()
        ? Mono.just(body)
        : off(() -> sealing.seal(PersonId.of(key.actor()), place(key), body));
  }

  Mono<String> open(RequestKey key, String sealed) {
    return sealed.isEmpty()
        ? Mono.just(sealed)
        : off(() -> sealing.open(PersonId.of(key.actor()), place(key), sealed));
  }

  /// Not on an event loop: a key may have to be read.
  private static Mono<String> off(Callable<Optional<String>> work) {
    return Mono.fromCallable(work)
        .subscribeOn(Schedulers.boundedElastic())
        .map(text -> text.orElse(""));
  }

  private static String place(RequestKey key) {
    return "answer/" + key.actor() + "/" + key.key();
  }
}
