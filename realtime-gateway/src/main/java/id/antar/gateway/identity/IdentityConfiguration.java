package id.antar.gateway.identity;

import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
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
  KnownKeys knownKeys(Engine engine) {
    return new KnownKeys(engine, REAL_TIME);
  }

  @Bean
  ApiKeys apiKeys(Engine engine, KnownKeys keys) {
    return new ApiKeys(engine, keys);
  }

  @Bean
  KeyVerifier keyVerifier(KnownKeys keys, RememberKeyUse uses, GatewayProperties properties) {
    return new KeyVerifier(keys, uses, REAL_TIME, here(properties));
  }

  @Bean
  Authentication authentication(TokenKey tokenKey, KeyVerifier keys, GatewayProperties properties) {
    var tokens = new TokenVerifier(tokenKey.pair(), REAL_TIME);
    return new Authentication(tokens, keys, here(properties));
  }

  private static ZoneId here(GatewayProperties properties) {
    return new ZoneId(properties.stream().zone());
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
