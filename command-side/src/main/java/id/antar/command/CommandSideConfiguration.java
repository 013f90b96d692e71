package id.antar.command;

import id.antar.command.account.AccountConfiguration;
import id.antar.command.account.ApiKeyConfiguration;
import id.antar.command.alert.AlertConfiguration;
import id.antar.command.assignment.AssignmentConfiguration;
import id.antar.command.audit.AuditConfiguration;
import id.antar.command.chat.ChatConfiguration;
import id.antar.command.courier.CourierConfiguration;
import id.antar.command.customer.CustomerConfiguration;
import id.antar.command.dispatch.DispatchDecisionConfiguration;
import id.antar.command.dispatch.ZonePolicyConfiguration;
import id.antar.command.fulfilment.FulfilmentConfiguration;
import id.antar.command.merchant.MerchantConfiguration;
import id.antar.command.order.OrderConfiguration;
import id.antar.command.payment.PaymentConfiguration;
import id.antar.command.payout.PayoutConfiguration;
import id.antar.command.person.PersonConfiguration;
import id.antar.command.review.ReviewConfiguration;
import id.antar.command.timeout.TimeoutConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The command side as one piece. It needs an `EngineClock`, a `PaymentGateway`, a
/// `ScheduleTimeout`, a `SendMail`, an `ErasePerson` and a `RecordRefusal`; it takes an
/// `OrderPolicy`, a `PaymentPolicy`, a `ShiftPolicy`, a `ReviewPolicy` and a `ChatPolicy` if there
/// are any.
@Configuration(proxyBeanMethods = false)
@Import({
  AccountConfiguration.class,
  AlertConfiguration.class,
  OrderConfiguration.class,
  PaymentConfiguration.class,
  AssignmentConfiguration.class,
  CourierConfiguration.class,
  MerchantConfiguration.class,
  CustomerConfiguration.class,
  ApiKeyConfiguration.class,
  PersonConfiguration.class,
  DispatchDecisionConfiguration.class,
  ZonePolicyConfiguration.class,
  PayoutConfiguration.class,
  ReviewConfiguration.class,
  ChatConfiguration.class,
  FulfilmentConfiguration.class,
  AuditConfiguration.class,
  TimeoutConfiguration.class
})
public class CommandSideConfiguration {}
