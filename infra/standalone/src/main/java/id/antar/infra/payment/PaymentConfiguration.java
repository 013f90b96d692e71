package id.antar.infra.payment;

import id.antar.api.mode.ProductionCheck;
import id.antar.api.payment.OpenMoney.CountOpenMoney;
import id.antar.api.payment.OpenMoney.Counts;
import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway;
import id.antar.gateway.payment.sandbox.TellSandbox;
import id.antar.gateway.payment.webhook.Secret;
import id.antar.gateway.payment.webhook.WebhookProperties;
import id.antar.infra.meters.Polled;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.infra.payment.http.ProviderSettings;
import id.antar.infra.payment.midtrans.MidtransGateway;
import id.antar.infra.payment.midtrans.MidtransRequests;
import id.antar.infra.payment.sandbox.SandboxGateway;
import id.antar.infra.payment.webhook.WebhookConfiguration;
import id.antar.infra.payment.xendit.XenditGateway;
import id.antar.infra.payment.xendit.XenditRequests;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;

/// Who moves the money.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaymentProperties.class, WebhookProperties.class})
@Import(WebhookConfiguration.class)
public class PaymentConfiguration {
  private static final Duration COUNTED = Duration.ofSeconds(30);

  @Bean
  ProductionCheck paymentChecks(PaymentProperties payment, WebhookProperties webhooks) {
    return new PaymentChecks(payment, webhooks);
  }

  @Bean(defaultCandidate = false)
  SandboxGateway sandboxGateway(
      ConnectionFactory connections, PaymentProperties properties, Environment environment) {
    Supplier<Optional<URI>> webhooks =
        () ->
            Optional.ofNullable(properties.sandbox().webhookUrl())
                .or(() -> findOwnPort(environment));
    return new SandboxGateway(connections, webhooks, properties.sandbox().webhookSecret());
  }

  /// Known once the server is up; absent in a process without one.
  private static Optional<URI> findOwnPort(Environment environment) {
    return Optional.ofNullable(environment.getProperty("local.server.port"))
        .map(port -> URI.create("http://localhost:" + port + "/v1/webhooks/sandbox"));
  }

  @Bean
  @OnRole(Role.QUERY)
  Polled<Counts> openMoneyMeters(QueryGateway queries, MeterRegistry meters) {
    Polled<Counts> counts =
        Polled.every(COUNTED, () -> queries.query(new CountOpenMoney(), Counts.class));
    OpenMoneyMeters.register(meters, counts);
    return counts;
  }

  @Bean
  TellSandbox tellSandbox(
      @Qualifier("sandboxGateway") SandboxGateway sandbox, PaymentProperties properties) {
    return (charge, outcome) ->
        properties.uses(PaymentProvider.SANDBOX) ? sandbox.tell(charge, outcome) : Mono.empty();
  }

  @Bean
  CalledProviders calledProviders() {
    return new CalledProviders();
  }

  @Bean
  @OnRole(Role.COMMAND)
  PaymentGateway paymentGateway(
      PaymentProperties properties,
      CalledProviders called,
      @Qualifier("sandboxGateway") SandboxGateway sandbox,
      MeterRegistry meters) {
    Map<PaymentProvider, PaymentGateway> made = new EnumMap<>(PaymentProvider.class);
    made.put(PaymentProvider.SANDBOX, sandbox);
    Map<PaymentMethod, PaymentGateway> gateways = new EnumMap<>(PaymentMethod.class);
    for (PaymentMethod method : PaymentMethod.values()) {
      PaymentProvider provider = properties.of(method);
      gateways.put(
          method,
          made.computeIfAbsent(
              provider,
              _ ->
                  provider == PaymentProvider.MIDTRANS
                      ? midtrans(properties, called, meters)
                      : xendit(properties, called, meters)));
    }
    return new RoutedGateway(gateways);
  }

  private static PaymentGateway midtrans(
      PaymentProperties properties, CalledProviders called, MeterRegistry meters) {
    var midtrans = properties.midtrans();
    return new MidtransGateway(
        called.add(http("midtrans", midtrans.url(), midtrans.serverKey(), properties, meters)),
        new MidtransRequests(midtrans.bank(), midtrans.wallet(), properties.chargeExpiry()));
  }

  private static PaymentGateway xendit(
      PaymentProperties properties, CalledProviders called, MeterRegistry meters) {
    var xendit = properties.xendit();
    return new XenditGateway(
        called.add(http("xendit", xendit.url(), xendit.secretKey(), properties, meters)),
        new XenditRequests(
            xendit.bank(),
            xendit.wallet(),
            properties.returnUrl(),
            xendit.payee(),
            properties.chargeExpiry(),
            Clock.systemUTC()));
  }

  private static ProviderHttp http(
      String name, URI url, Secret key, PaymentProperties properties, MeterRegistry meters) {
    if (!key.isPresent()) {
      throw new IllegalStateException(
          "antar.payment wants "
              + name
              + ", but there is no key for it. Maybe set it in the environment.");
    }
    return new ProviderHttp(
        new ProviderSettings(name, url, key, properties.timeout(), properties.atOnce()), meters);
  }
}
