package id.antar.query;

import id.antar.query.account.AccountQueryConfiguration;
import id.antar.query.account.ApiKeyQueryConfiguration;
import id.antar.query.alert.AlertQueryConfiguration;
import id.antar.query.analytics.AnalyticsQueryConfiguration;
import id.antar.query.asof.AsOfConfiguration;
import id.antar.query.assignment.AssignmentQueryConfiguration;
import id.antar.query.audit.AuditQueryConfiguration;
import id.antar.query.board.BoardQueryConfiguration;
import id.antar.query.chat.ChatQueryConfiguration;
import id.antar.query.courier.CourierQueryConfiguration;
import id.antar.query.customer.CustomerQueryConfiguration;
import id.antar.query.customername.CustomerNameConfiguration;
import id.antar.query.dispatchdecision.DecisionQueryConfiguration;
import id.antar.query.forecast.ForecastQueryConfiguration;
import id.antar.query.history.HistoryQueryConfiguration;
import id.antar.query.ledger.LedgerQueryConfiguration;
import id.antar.query.menusearch.MenuSearchConfiguration;
import id.antar.query.merchant.MerchantQueryConfiguration;
import id.antar.query.openmoney.OpenMoneyQueryConfiguration;
import id.antar.query.order.OrderQueryConfiguration;
import id.antar.query.ordersearch.OrderSearchConfiguration;
import id.antar.query.ordertimeline.TimelineQueryConfiguration;
import id.antar.query.payment.PaymentQueryConfiguration;
import id.antar.query.projection.ProjectionConfiguration;
import id.antar.query.promise.PromiseQueryConfiguration;
import id.antar.query.rating.RatingQueryConfiguration;
import id.antar.query.rebuild.RebuildConfiguration;
import id.antar.query.review.ReviewQueryConfiguration;
import id.antar.query.search.SearchConfiguration;
import id.antar.query.searchkeeping.SearchKeepingConfiguration;
import id.antar.query.track.TrackQueryConfiguration;
import id.antar.query.voucher.VoucherQueryConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Everything that remembers, for reading.
@Configuration(proxyBeanMethods = false)
@Import({
  ProjectionConfiguration.class,
  AccountQueryConfiguration.class,
  OrderQueryConfiguration.class,
  TimelineQueryConfiguration.class,
  CourierQueryConfiguration.class,
  AssignmentQueryConfiguration.class,
  MerchantQueryConfiguration.class,
  VoucherQueryConfiguration.class,
  CustomerQueryConfiguration.class,
  CustomerNameConfiguration.class,
  ApiKeyQueryConfiguration.class,
  PaymentQueryConfiguration.class,
  LedgerQueryConfiguration.class,
  OpenMoneyQueryConfiguration.class,
  AlertQueryConfiguration.class,
  DecisionQueryConfiguration.class,
  ReviewQueryConfiguration.class,
  RatingQueryConfiguration.class,
  ChatQueryConfiguration.class,
  SearchConfiguration.class,
  OrderSearchConfiguration.class,
  MenuSearchConfiguration.class,
  AuditQueryConfiguration.class,
  AnalyticsQueryConfiguration.class,
  PromiseQueryConfiguration.class,
  ForecastQueryConfiguration.class,
  HistoryQueryConfiguration.class,
  AsOfConfiguration.class,
  RebuildConfiguration.class,
  SearchKeepingConfiguration.class,
  TrackQueryConfiguration.class,
  BoardQueryConfiguration.class
})
public class QuerySideConfiguration {}
