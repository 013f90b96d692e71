package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import id.antar.api.message.SearchUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.elasticsearch.client.ResponseException;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/// A server that has too much to do says so, and is asked again after a while, half a minute in
/// all.
final class Backpressure {

  static final int TOO_MANY_REQUESTS = 429;

  private static final RetryTemplate RETRIES =
      new RetryTemplate(
          RetryPolicy.builder()
              .predicate(Backpressure::isBusy)
              .maxRetries(10)
              .delay(Duration.ofMillis(100))
              .multiplier(2)
              .maxDelay(Duration.ofSeconds(5))
              .build());

  private Backpressure() {}

  /// @throws SearchUnavailable if it has too much to do for too long, or does not answer at all
  static <T> T outwait(Supplier<T> work) {
    try {
      return RETRIES.execute(work::get);
    } catch (RetryException e) {
      throw e.getCause() instanceof RuntimeException last ? last : new IllegalStateException(e);
    }
  }

  private static boolean isBusy(Throwable failure) {
    return failure instanceof SearchUnavailable
        && switch (failure.getCause()) {
          case ElasticsearchException e -> e.status() == TOO_MANY_REQUESTS;
          case ResponseException e ->
              e.getResponse().getStatusLine().getStatusCode() == TOO_MANY_REQUESTS;
          case Refused _ -> true;
          case null, default -> false;
        };
  }

  /// What it said of one document of many.
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }
}
