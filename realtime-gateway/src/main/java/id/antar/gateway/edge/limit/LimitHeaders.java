package id.antar.gateway.edge.limit;

import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/// What a client is told of its rate: the fields of draft-ietf-httpapi-ratelimit-headers.
final class LimitHeaders {

  private static final long ALMOST_A_SECOND = 999;

  private LimitHeaders() {}

  static void write(HttpHeaders headers, String policy, Rate rate, Standing standing) {
    headers.set(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(policy, rate.requests(), rate.window().toSeconds()));
    headers.set(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, standing.remaining(), seconds(standing)));
  }

  static Problem refusal(Rate rate, Standing standing) {
    String detail =
        "More than %d requests within %d s.".formatted(rate.requests(), rate.window().toSeconds());
    return Problem.of(429, "too-many-requests", detail)
        .retryAfter(Duration.ofSeconds(seconds(standing)));
  }

  private static long seconds(Standing standing) {
    return TimeUnit.MILLISECONDS.toSeconds(standing.millisUntilMore() + ALMOST_A_SECOND);
  }
}
