package id.antar.gateway.identity;

import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.edge.GatewayProperties;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

  /// Tokens are good for real time, also when the engine's clock runs fast.
  private static final InstantSource REAL_TIME = Clock.systemUTC();

  @Bean
  TokenKey tokenKey(GatewayProperties properties) {
    return new TokenKey(new KeyFile(properties.keyFile()).loadOrCreate());
  }

  @Bean
  TokenIssuer tokenIssuer(TokenKey tokenKey) {
    return new TokenIssuer(tokenKey.pair(), REAL_TIME);
  }

  @Bean
  Authentication authentication(TokenKey tokenKey, GatewayProperties properties) {
    var verifier = new TokenVerifier(tokenKey.pair(), REAL_TIME);
    return new Authentication(verifier, new ZoneId(properties.stream().zone()));
  }

  @Bean
  TokenController tokenController(TokenIssuer issuer, GatewayProperties properties) {
    return new TokenController(issuer, properties);
  }

  @Bean
  WebFluxConfigurer callerArgument() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new CallerArgument());
      }
    };
  }
}
