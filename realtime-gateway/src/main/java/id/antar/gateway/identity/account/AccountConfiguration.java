package id.antar.gateway.identity.account;

import id.antar.api.account.Fingerprints;
import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.limit.LimitBySession;
import id.antar.gateway.identity.EndedAccess;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.gateway.identity.password.Passwords;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
public class AccountConfiguration {

  private static final InstantSource REAL_TIME = Clock.systemUTC();
  private static final int REMEMBERED_ATTEMPTS = 100_000;

  @Bean
  Accounts accounts(Engine engine, Fingerprints fingerprints) {
    return new Accounts(engine, fingerprints, REAL_TIME);
  }

  @Bean
  SignInThrottle signInThrottle() {
    return new SignInThrottle(REMEMBERED_ATTEMPTS, REAL_TIME);
  }

  @Bean
  PasswordCheck passwordCheck(Accounts accounts, Passwords passwords, SignInThrottle throttle) {
    return new PasswordCheck(accounts, passwords, throttle);
  }

  @Bean
  SignUpController signUpController(
      Accounts accounts, Passwords passwords, PasswordCheck check, AccountProperties limits) {
    return new SignUpController(accounts, passwords, check, daily(limits.signUpsPerEmail()));
  }

  @Bean
  SessionController sessionController(
      Accounts accounts,
      Passwords passwords,
      SignInThrottle throttle,
      TokenIssuer issuer,
      EndedAccess ended,
      AccountProperties limits,
      LimitBySession requests,
      GatewayProperties gateway,
      MeterRegistry meters) {
    var here = new ZoneId(gateway.stream().zone());
    return new SessionController(
        accounts,
        new SignIn(accounts, passwords, throttle, limits, new SignInMeters(meters)),
        new Granting(issuer, accounts, limits, here),
        ended,
        limits,
        requests);
  }

  @Bean
  ConsoleSessionController consoleSessionController(
      SessionController sessions, LimitBySession requests) {
    return new ConsoleSessionController(sessions, new ConsoleCookies(), requests);
  }

  @Bean
  PasswordController passwordController(
      Accounts accounts, Passwords passwords, PasswordCheck check) {
    return new PasswordController(accounts, passwords, check);
  }

  @Bean
  SecondFactorController secondFactorController(Accounts accounts, PasswordCheck check) {
    return new SecondFactorController(accounts, check);
  }

  @Bean
  InvitationController invitationController(
      Accounts accounts, Passwords passwords, AccountProperties limits) {
    return new InvitationController(
        accounts,
        passwords,
        limits,
        daily(limits.invitationsPerInviter()),
        daily(limits.invitationsPerEmail()));
  }

  private static Allowance daily(int most) {
    return new Allowance(most, Duration.ofDays(1), REAL_TIME);
  }

  @Bean
  StandingController standingController(Accounts accounts) {
    return new StandingController(accounts);
  }
}
