package id.antar.infra.trace;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which requests are traced, and where their spans are sent.
///
/// @param endpoint of a collector that takes OTLP over HTTP, such as
///   `http://collector:4318/v1/traces`; where there is none, nothing is traced
/// @param headers sent along, such as a key
/// @param probability that a request is traced which nobody asked to
/// @param asked so many a second are traced because the client's `traceparent` asks for it
/// @param follow an event's handling belongs to the trace that it was stored in if it is not older
///   than this, in real time; what is read again later, as for a rebuild, is not traced
@ConfigurationProperties("antar.tracing")
public record TracingProperties(
    @DefaultValue("") String endpoint,
    @DefaultValue({}) Map<String, String> headers,
    @DefaultValue("0.01") double probability,
    @DefaultValue("5") int asked,
    @DefaultValue("PT2M") Duration follow) {

  public TracingProperties {
    headers = Map.copyOf(headers);
    if (!(probability >= 0 && probability <= 1) || asked < 0 || follow.isNegative()) {
      throw new IllegalArgumentException(
          "antar.tracing: probability is not between 0 and 1, or another setting is negative.");
    }
  }

  /// Without what may be a secret.
  @Override
  public String toString() {
    return "TracingProperties[endpoint=" + endpoint + ", probability=" + probability + "]";
  }
}
