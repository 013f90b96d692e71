package id.antar.gateway.edge.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many requests are admitted, by [Tier]. A rate is written `100/PT1M`: a hundred within any
/// minute.
///
/// @param development instead of all others while `antar.mode` is development
/// @param maxKeys identities or addresses that each tier knows at most
/// @param shared whether all gateways on one database count together
/// @param exchange how often they tell each other
@ConfigurationProperties("antar.gateway.limits")
public record LimitProperties(
    @DefaultValue("100/PT1M") Rate general,
    @DefaultValue("300/PT1M") Rate courier,
    @DefaultValue("1200/PT1M") Rate positions,
    @DefaultValue("600/PT1M") Rate staff,
    @DefaultValue("1000/PT1H") Rate apiKey,
    @DefaultValue("20/PT1M") Rate signIn,
    @DefaultValue("100/PT1M") Rate address,
    @DefaultValue("60000/PT1M") Rate development,
    @DefaultValue("100000") int maxKeys,
    @DefaultValue("false") boolean shared,
    @DefaultValue("PT0.2S") Duration exchange) {

  private static final Duration SHORTEST_EXCHANGE = Duration.ofMillis(20);

  public LimitProperties {
    if (maxKeys < 1) {
      throw new IllegalArgumentException("antar.gateway.limits.max-keys is less than 1.");
    }
    if (exchange.compareTo(SHORTEST_EXCHANGE) < 0) {
      throw new IllegalArgumentException("antar.gateway.limits.exchange is less than 0.02 s.");
    }
  }

  Rate of(Tier tier) {
    return switch (tier) {
      case GENERAL -> general;
      case COURIER -> courier;
      case POSITIONS -> positions;
      case STAFF -> staff;
      case API_KEY -> apiKey;
      case SIGN_IN -> signIn;
      case ADDRESS -> address;
    };
  }
}
