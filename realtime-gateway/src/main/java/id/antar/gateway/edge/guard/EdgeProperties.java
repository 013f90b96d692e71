package id.antar.gateway.edge.guard;

import id.antar.gateway.edge.address.ClientAddresses;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is let in from outside, and how slowly.
///
/// @param allowedOrigins browser origins besides the gateway's own, for requests and streams; `*`
///   allows all
/// @param trustedProxies addresses and networks of proxies that are believed when they name a
///   client
/// @param forwardedHeader the header by which they do
/// @param monitors who may read `/metrics` in production, besides this machine
/// @param maxHeaders header lines of a request
/// @param readPause how long nothing may come of a body that is not complete
/// @param bodyWithin how long a whole body may take
/// @param slow a request that is not answered after it is logged; zero for none
@ConfigurationProperties("antar.gateway.edge")
public record EdgeProperties(
    @DefaultValue({}) List<String> allowedOrigins,
    @DefaultValue({}) List<String> trustedProxies,
    @DefaultValue("x-forwarded-for") ClientAddresses.Header forwardedHeader,
    @DefaultValue({}) List<String> monitors,
    @DefaultValue("100") int maxHeaders,
    @DefaultValue("PT10S") Duration readPause,
    @DefaultValue("PT30S") Duration bodyWithin,
    @DefaultValue("PT1S") Duration slow) {

  public EdgeProperties {
    allowedOrigins = List.copyOf(allowedOrigins);
    trustedProxies = List.copyOf(trustedProxies);
    monitors = List.copyOf(monitors);
    if (maxHeaders < 1 || readPause.isNegative() || bodyWithin.isNegative() || slow.isNegative()) {
      throw new IllegalArgumentException(
          "antar.gateway.edge: max-headers is less than 1, or a time is negative.");
    }
  }
}
