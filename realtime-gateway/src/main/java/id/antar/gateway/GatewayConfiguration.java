package id.antar.gateway;

import id.antar.gateway.alert.AlertConfiguration;
import id.antar.gateway.analytics.AnalyticsConfiguration;
import id.antar.gateway.assignment.AssignmentConfiguration;
import id.antar.gateway.audit.AuditConfiguration;
import id.antar.gateway.board.BoardConfiguration;
import id.antar.gateway.chat.ChatConfiguration;
import id.antar.gateway.clock.ClockConfiguration;
import id.antar.gateway.console.ConsoleConfiguration;
import id.antar.gateway.courier.CourierConfiguration;
import id.antar.gateway.customer.CustomerConfiguration;
import id.antar.gateway.developer.DeveloperConfiguration;
import id.antar.gateway.dispatch.DispatchConfiguration;
import id.antar.gateway.docs.DocsConfiguration;
import id.antar.gateway.edge.EdgeConfiguration;
import id.antar.gateway.history.HistoryConfiguration;
import id.antar.gateway.identity.IdentityConfiguration;
import id.antar.gateway.lab.LabConfiguration;
import id.antar.gateway.ledger.LedgerConfiguration;
import id.antar.gateway.merchant.MerchantConfiguration;
import id.antar.gateway.ops.OpsConfiguration;
import id.antar.gateway.order.OrderConfiguration;
import id.antar.gateway.payment.PaymentConfiguration;
import id.antar.gateway.payment.sandbox.SandboxConfiguration;
import id.antar.gateway.payment.webhook.WebhookConfiguration;
import id.antar.gateway.person.PersonConfiguration;
import id.antar.gateway.position.PositionConfiguration;
import id.antar.gateway.review.ReviewConfiguration;
import id.antar.gateway.road.RoadConfiguration;
import id.antar.gateway.stream.StreamConfiguration;
import id.antar.gateway.stream.fact.FactConfiguration;
import id.antar.gateway.tracking.TrackingConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/// The whole gateway. Wants from its host: command and query gateway, engine clock, position bus,
/// meter registry, the stored facts, the export of a person, memories for repeated requests, for
/// refusals, for the use of API keys and for webhooks, and the payment sandbox.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:gateway-defaults.properties")
@PropertySource("classpath:health-defaults.properties")
@Import({
  EdgeConfiguration.class,
  IdentityConfiguration.class,
  AlertConfiguration.class,
  AnalyticsConfiguration.class,
  AssignmentConfiguration.class,
  BoardConfiguration.class,
  ChatConfiguration.class,
  AuditConfiguration.class,
  ClockConfiguration.class,
  ConsoleConfiguration.class,
  CourierConfiguration.class,
  CustomerConfiguration.class,
  DeveloperConfiguration.class,
  DispatchConfiguration.class,
  LabConfiguration.class,
  HistoryConfiguration.class,
  LedgerConfiguration.class,
  MerchantConfiguration.class,
  OpsConfiguration.class,
  OrderConfiguration.class,
  PaymentConfiguration.class,
  PersonConfiguration.class,
  PositionConfiguration.class,
  ReviewConfiguration.class,
  RoadConfiguration.class,
  SandboxConfiguration.class,
  StreamConfiguration.class,
  TrackingConfiguration.class,
  WebhookConfiguration.class,
  FactConfiguration.class,
  DocsConfiguration.class
})
public class GatewayConfiguration {}
