package id.antar.gateway.identity;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.mode.ProductionCheck;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.limit.RecogniseCaller;
import id.antar.gateway.identity.account.AccountConfiguration;
import id.antar.gateway.identity.account.AccountProperties;
import id.antar.gateway.identity.key.KeyConfiguration;
import id.antar.gateway.identity.key.KeyRing;
import id.antar.gateway.identity.oidc.OidcProperties;
import id.antar.gateway.identity.password.PasswordConfiguration;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcProperties.class)
@Import({KeyConfiguration.class, PasswordConfiguration.class, AccountConfiguration.class})
public class IdentityConfiguration {

  /// Tokens are good for real time, also when the engine's clock runs fast.
  private static final InstantSource REAL_TIME = Clock.systemUTC();

  private static final int OIDC_THREADS = 4;
  private static final int OIDC_QUEUED = 64;

  @Bean
  KnownTokens knownTokens() {
    return new KnownTokens(REAL_TIME);
  }

  @Bean
  TokenIssuer tokenIssuer(KeyRing keyRing, KnownTokens known) {
    return new TokenIssuer(keyRing, known, REAL_TIME);
  }

  /// Without a host that says so, nothing has ended that is not known.
  @Bean
  EndedAccess endedAccess(AccountProperties accounts, ObjectProvider<KnowEndedSessions> known) {
    return new EndedAccess(
        accounts.accessLifetime(), REAL_TIME, known.getIfAvailable(() -> () -> true));
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
  KeyVerifier keyVerifier(
      KnownKeys keys, EndedAccess endedAccess, RememberKeyUse uses, GatewayProperties properties) {
    return new KeyVerifier(keys, endedAccess, uses, REAL_TIME, here(properties));
  }

  /// Not the engine's threads: whoever shows a token may make one of these wait for the provider.
  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  Scheduler oidcScheduler() {
    return Schedulers.newBoundedElastic(OIDC_THREADS, OIDC_QUEUED, "oidc");
  }

  @Bean
  Elsewhere elsewhere(OidcProperties oidc, @Qualifier("oidcScheduler") Scheduler oidcScheduler) {
    return new Elsewhere(oidc.findProvider(), oidcScheduler);
  }

  @Bean
  RecogniseCaller recogniseCaller(KnownTokens tokens, KnownKeys keys, Elsewhere elsewhere) {
    return new Recognition(tokens, keys, elsewhere);
  }

  @Bean
  Authentication authentication(
      KeyRing keyRing,
      EndedAccess endedAccess,
      KnownTokens known,
      KeyVerifier keys,
      GatewayProperties properties,
      Elsewhere elsewhere) {
    var tokens = new TokenVerifier(keyRing, endedAccess, known, REAL_TIME);
    return new Authentication(tokens, keys, here(properties), elsewhere);
  }

  private static ZoneId here(GatewayProperties properties) {
    return new ZoneId(properties.stream().zone());
  }

  @Bean
  ProductionCheck accountChecks(AccountProperties accounts, OidcProperties oidc) {
    return new AccountChecks(accounts, oidc);
  }

  @Bean
  MeController meController() {
    return new MeController();
  }

  @Bean
  TokenController tokenController(
      TokenIssuer issuer, GatewayProperties properties, Engine engine, EngineClock clock) {
    return new TokenController(issuer, properties, engine, clock);
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
