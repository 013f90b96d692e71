package id.antar.gateway.authorisation;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.ApiKeyPage;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.account.ApiKeyView.ListApiKeys;
import id.antar.api.account.Permission;
import id.antar.api.alert.AlertQuery.AlertCounts;
import id.antar.api.alert.AlertQuery.AlertPage;
import id.antar.api.alert.AlertQuery.GetThresholds;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.alert.AlertQuery.Thresholds;
import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Whose;
import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentRejection.UnknownAssignment;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.ListOffers;
import id.antar.api.assignment.AssignmentView.ListOpenAssignments;
import id.antar.api.assignment.AssignmentView.OfferPage;
import id.antar.api.assignment.AssignmentView.OpenAssignments;
import id.antar.api.audit.AuditQuery.AuditDetail;
import id.antar.api.audit.AuditQuery.AuditPage;
import id.antar.api.audit.AuditQuery.GetAuditEntry;
import id.antar.api.audit.AuditQuery.ListAudit;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import id.antar.api.board.BoardView;
import id.antar.api.chat.ChatCommand.ReadMessages;
import id.antar.api.chat.ChatCommand.SendMessage;
import id.antar.api.chat.ChatQuery.ListMessages;
import id.antar.api.chat.ChatQuery.MessagePage;
import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierQuery.CourierBoard;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierQuery.ListCouriers;
import id.antar.api.courier.CourierRejection.UnknownCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.dispatch.DecisionQuery.GetDispatch;
import id.antar.api.dispatch.DecisionQuery.GetWhatIf;
import id.antar.api.dispatch.DecisionQuery.GetWhy;
import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OrderDispatch;
import id.antar.api.dispatch.PolicyQuery.GetShadow;
import id.antar.api.dispatch.PolicyQuery.KnownPolicies;
import id.antar.api.dispatch.PolicyQuery.ListPolicies;
import id.antar.api.dispatch.PolicyQuery.PolicyReading;
import id.antar.api.dispatch.PolicyQuery.ReadPolicy;
import id.antar.api.dispatch.PolicyQuery.ShadowReport;
import id.antar.api.dispatch.WhatIf;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.Analysis.Quality;
import id.antar.api.forecast.ForecastQuery.AnalyseSeries;
import id.antar.api.forecast.ForecastQuery.Demand;
import id.antar.api.forecast.ForecastQuery.GetDemand;
import id.antar.api.forecast.ForecastQuery.OfKey;
import id.antar.api.history.EventCatalogue;
import id.antar.api.history.EventCatalogue.EventType;
import id.antar.api.history.HistoryQuery.Difference;
import id.antar.api.history.HistoryQuery.Entity;
import id.antar.api.history.HistoryQuery.EventPage;
import id.antar.api.history.HistoryQuery.GetCatalogue;
import id.antar.api.history.HistoryQuery.GetDifference;
import id.antar.api.history.HistoryQuery.GetEntity;
import id.antar.api.history.HistoryQuery.GetEventType;
import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.api.history.HistoryQuery.Timeline;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerQuery.Balance;
import id.antar.api.ledger.LedgerQuery.GetBalance;
import id.antar.api.ledger.LedgerQuery.GetSettlement;
import id.antar.api.ledger.LedgerQuery.GetStatement;
import id.antar.api.ledger.LedgerQuery.GetTrialBalance;
import id.antar.api.ledger.LedgerQuery.ListLines;
import id.antar.api.ledger.LedgerQuery.Settlement;
import id.antar.api.ledger.LedgerQuery.Statement;
import id.antar.api.ledger.LedgerQuery.TrialBalance;
import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.BasketQuote;
import id.antar.api.merchant.MerchantQuery.GetMerchant;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.merchant.MerchantQuery.ListMerchants;
import id.antar.api.merchant.MerchantQuery.ListVouchers;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.MerchantPage;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.merchant.MerchantQuery.VoucherPage;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.merchant.MerchantView;
import id.antar.api.message.Receipt;
import id.antar.api.message.Rejection;
import id.antar.api.ops.DeadLetterQuery.DeadLetterContent;
import id.antar.api.ops.DeadLetterQuery.GetDeadLetter;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobList;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.ListJobs;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.ops.OpsQuery.Processors;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.GetOrderTimeline;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.order.OrderQuery.OrderTimeline;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderSearch;
import id.antar.api.order.OrderView;
import id.antar.api.order.Party;
import id.antar.api.payment.OpenMoney;
import id.antar.api.payment.OpenMoney.ListOpenMoney;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentRejection.NotYourPayment;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.api.position.TrackQuery.Track;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.GetPromises;
import id.antar.api.promise.PromiseQuery.Group;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.api.promise.PromiseQuery.PromiseReport;
import id.antar.api.review.ReviewCommand;
import id.antar.api.review.ReviewCommand.AnswerReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewRejection.NotYourReview;
import id.antar.api.review.ReviewRejection.UnknownReview;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.GetStreets;
import id.antar.api.road.RoadQuery.GetTile;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.api.road.RoadQuery.StreetsView;
import id.antar.api.road.RoadQuery.TileView;
import id.antar.api.search.IndexState;
import id.antar.gateway.testing.FakeEngine;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two of each, and an engine that knows whose is what. It answers another's like the states of the
/// command side do.
final class World {

  /// Ids by kind.
  static final Map<String, String> OWN = ids("ada", "noodle-bar", "carlo", "1");

  static final Map<String, String> OTHERS = ids("bob", "soup-bar", "kurt", "2");
  static final Map<String, String> ABSENT = ids("zoe", "nowhere", "zeno", "9");

  final Map<ApiKeyId, ApiKeyView> keys = new ConcurrentHashMap<>();

  private static Map<String, String> ids(
      String customer, String merchant, String courier, String number) {
    return map(
        "customer",
        customer,
        "merchant",
        merchant,
        "courier",
        courier,
        "order",
        "order-" + number,
        "assignment",
        "trip-" + number,
        "payment",
        "payment-" + number,
        "refundId",
        "refund-" + number,
        "role",
        "customer",
        "provider",
        "sandbox",
        "review",
        "review-" + number,
        "key",
        number.repeat(16),
        "owner",
        "merchant:" + merchant,
        "processor",
        "query.order",
        "productId",
        "ramen",
        "account",
        "courier:" + courier,
        "eventId",
        "event-" + number,
        "date",
        "2026-11-02",
        "code",
        "WELCOME-" + number);
  }

  private static Map<String, String> map(String... keysAndValues) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Map.copyOf(map);
  }

  void moveInto(FakeEngine engine) {
    engine.decide(
        command -> verdict(command).<Object>map(Receipt::rejected).orElse(Receipt.accepted()));
    engine.answer(GetOrder.class, q -> make(OrderView.class, "order", q.orderId().value()));
    engine.answer(
        ListOrders.class,
        q -> new OrderPage(orders(q.customerId(), q.merchantId(), q.courierId()), null));
    engine.answer(
        SearchOrders.class,
        q -> {
          List<OrderId> found =
              orders(q.filter().customerId(), q.filter().merchantId(), q.filter().courierId())
                  .stream()
                  .map(OrderView::orderId)
                  .toList();
          return new OrderSearch.Hits(
              found, found.size(), Map.of(), null, Example.of(IndexState.class, Map.of()));
        });
    engine.answer(
        GetOrderTimeline.class, q -> make(OrderTimeline.class, "order", q.orderId().value()));
    engine.answer(GetDispatch.class, q -> make(OrderDispatch.class, "order", q.orderId().value()));
    engine.answer(
        GetAssignment.class,
        q -> make(AssignmentView.class, "assignment", q.assignmentId().value()));
    engine.answer(ListOpenAssignments.class, q -> new OpenAssignments(openOf(q.courierId())));
    engine.answer(ListOffers.class, q -> new OfferPage(openOf(q.courierId()), null));
    engine.answer(GetWhatIf.class, _ -> Example.of(WhatIf.class, Map.of()));
    engine.answer(GetWhy.class, q -> make(OfferReason.class, "courier", q.courierId().value()));
    engine.answer(GetCourier.class, q -> make(CourierView.class, "courier", q.courierId().value()));
    engine.answer(ListCouriers.class, _ -> new CourierBoard(all(CourierView.class), null));
    engine.answer(
        GetCustomer.class, q -> make(CustomerView.class, "customer", q.customerId().value()));
    engine.answer(GetPayment.class, q -> payment(q.paymentId()));
    engine.answer(GetTrialBalance.class, _ -> new TrialBalance(List.of(), List.of()));
    engine.answer(GetBalance.class, q -> new Balance(q.account(), List.of(), 0));
    engine.answer(
        ListAlerts.class, _ -> new AlertPage(List.of(), null, new AlertCounts(Map.of(), Map.of())));
    engine.answer(GetThresholds.class, _ -> new Thresholds(List.of(), 60));
    engine.answer(ListOpenMoney.class, _ -> new OpenMoney.Page(List.of(), null));
    engine.answer(ListLines.class, _ -> new LedgerLine.Page(List.of(), null));
    engine.answer(
        GetStatement.class,
        q ->
            new Statement(
                q.account(), q.from(), q.to(), List.of(), List.of(), List.of(), List.of()));
    engine.answer(GetSettlement.class, q -> new Settlement(q.date(), List.of()));
    engine.answer(ListAudit.class, _ -> new AuditPage(List.of(), null));
    engine.answer(GetAuditEntry.class, _ -> Example.of(AuditDetail.class, Map.of()));
    engine.answer(GetFigures.class, World::figures);
    engine.answer(GetPromises.class, q -> make(OrderPromises.class, "order", q.orderId().value()));
    engine.answer(GetPromiseReport.class, World::promises);
    engine.answer(GetDemand.class, World::demand);
    engine.answer(AnalyseSeries.class, _ -> analysis());
    engine.answer(ListEvents.class, _ -> new EventPage(List.of(), null, 7));
    engine.answer(GetEntity.class, q -> make(Entity.class, q.kind().toString(), q.id()));
    engine.answer(GetTimeline.class, q -> make(Timeline.class, q.kind().toString(), q.id()));
    engine.answer(GetDifference.class, q -> make(Difference.class, q.kind().toString(), q.id()));
    engine.answer(GetCatalogue.class, _ -> new EventCatalogue(List.of()));
    engine.answer(GetEventType.class, _ -> Example.of(EventType.class, Map.of()));
    engine.answer(
        GetMerchant.class, q -> make(MerchantView.class, "merchant", q.merchantId().value()));
    engine.answer(ListMerchants.class, _ -> new MerchantPage(all(MerchantView.class), null));
    engine.answer(GetQuote.class, World::quote);
    engine.answer(ListVouchers.class, _ -> new VoucherPage(List.of(), null));
    engine.answer(SearchMenus.class, _ -> Example.of(MenuHits.class, Map.of()));
    engine.answer(GetBoard.class, _ -> new Found(Example.of(BoardView.class, Map.of())));
    engine.answer(ListBoardChanges.class, _ -> new Changed(List.of(), 0));
    engine.answer(GetTrack.class, q -> new Track(q.courierId(), List.of(), true));
    engine.answer(ListPolicies.class, _ -> Example.of(KnownPolicies.class, Map.of()));
    engine.answer(GetShadow.class, _ -> Example.of(ShadowReport.class, Map.of()));
    engine.answer(
        ReadPolicy.class, _ -> new PolicyReading(new ZoneId("main"), "greedy-1", "{}", null));
    engine.answer(GetLearned.class, _ -> new LearnedReport(List.of(), List.of()));
    engine.answer(
        GetDeadLetter.class, _ -> Example.of(DeadLetterContent.class, Map.of("payload", "hidden")));
    engine.answer(ListProcessors.class, _ -> new Processors(List.of()));
    var result = new JobResult("events.csv", "text/csv", Permission.OPS_READ, false);
    engine.answer(GetJob.class, _ -> Example.of(JobView.class, Map.of("result", result)));
    engine.answer(ListJobs.class, _ -> new JobList(List.of()));
    engine.answer(GetMap.class, _ -> Example.of(MapView.class, Map.of()));
    engine.answer(GetRoute.class, _ -> Example.of(RouteView.class, Map.of()));
    engine.answer(GetStreets.class, _ -> Example.of(StreetsView.class, Map.of()));
    engine.answer(GetTile.class, _ -> new TileView("map", "H4sIAAAAAAACAyvJzEkFAASpj3YEAAAA"));
    engine.answer(ListMessages.class, _ -> new MessagePage(List.of(), null));
    engine.answer(GetApiKey.class, q -> keys.get(q.keyId()));
    engine.answer(
        ListApiKeys.class,
        q ->
            new ApiKeyPage(
                keys.values().stream()
                    .filter(key -> key.owner().equals(q.owner()))
                    .limit(3)
                    .toList(),
                null));
  }

  /// What the live streams have heard of the two orders: who makes and who carries them.
  List<OrderEvent> events() {
    return Stream.of(OWN, OTHERS)
        .flatMap(side ->
            Stream.of(OrderSubmitted.class, OrderConfirmed.class, CourierAssigned.class)
                .<OrderEvent>map(type -> Example.of(type, values(side))))
        .toList();
  }

  /// By its own name, or as that of its order.
  private static @Nullable PaymentView payment(PaymentId id) {
    return Stream.of(OWN, OTHERS)
        .filter(side -> id.equals(PaymentId.ofOrder(new OrderId(get(side, "order")))))
        .findFirst()
        .map(side -> make(PaymentView.class, "payment", get(side, "payment")))
        .orElseGet(() -> make(PaymentView.class, "payment", id.value()));
  }

  private static Figures figures(GetFigures q) {
    return new Figures(
        Stream.of(OWN, OTHERS)
            .filter(side -> isOf(side, q.whose()))
            .map(side ->
                new Figure(
                    Measure.ORDERS,
                    q.span().from(),
                    get(side, q.by() == Dimension.COURIER ? "courier" : "merchant"),
                    null,
                    1,
                    1,
                    null,
                    null))
            .toList());
  }

  private static PromiseReport promises(GetPromiseReport q) {
    return new PromiseReport(
        Stream.of(OWN, OTHERS)
            .filter(side -> isOf(side, q.whose()))
            .map(side -> new Group(get(side, "merchant"), 1, null, List.of()))
            .toList());
  }

  private static Demand demand(GetDemand q) {
    return new Demand(
        Stream.of(OWN, OTHERS)
            .filter(side -> isOf(side, q.whose()))
            .map(side -> new OfKey(get(side, "merchant"), analysis()))
            .toList());
  }

  private static Analysis analysis() {
    return new Analysis(
        3600, 24, new Quality(0, 0, List.of(), 0, List.of()), null, null, null, null);
  }

  private static boolean isOf(Map<String, String> side, Whose whose) {
    return (whose.merchants() == null
            || whose.merchants().contains(new MerchantId(get(side, "merchant"))))
        && (whose.courierId() == null || whose.courierId().value().equals(get(side, "courier")));
  }

  private static BasketQuote quote(GetQuote q) {
    return make(MerchantView.class, "merchant", q.merchantId().value()) == null
        ? new BasketQuote.Refused(new UnknownMerchant(q.merchantId()))
        : Example.of(BasketQuote.Priced.class, Map.of());
  }

  private static <T> @Nullable T make(Class<T> type, String kind, String id) {
    return Stream.of(OWN, OTHERS)
        .filter(side -> id.equals(side.get(kind)))
        .findFirst()
        .map(side -> Example.of(type, values(side)))
        .orElse(null);
  }

  private static <T> List<T> all(Class<T> type) {
    return Stream.of(OWN, OTHERS).map(side -> Example.of(type, values(side))).toList();
  }

  private static Map<String, Object> values(Map<String, String> side) {
    var values = new HashMap<String, Object>();
    values.put("orderId", new OrderId(get(side, "order")));
    values.put("customerId", new CustomerId(get(side, "customer")));
    values.put("merchantId", new MerchantId(get(side, "merchant")));
    values.put("courierId", new CourierId(get(side, "courier")));
    values.put("assignmentId", new AssignmentId(get(side, "assignment")));
    values.put("paymentId", new PaymentId(get(side, "payment")));
    return values;
  }

  private static String get(Map<String, String> side, String kind) {
    return Objects.requireNonNull(side.get(kind));
  }

  private static List<OrderView> orders(
      @Nullable CustomerId customer, @Nullable MerchantId merchant, @Nullable CourierId courier) {
    return all(OrderView.class).stream()
        .filter(order -> customer == null || order.customerId().equals(customer))
        .filter(order -> merchant == null || order.merchantId().equals(merchant))
        .filter(order -> courier == null || courier.equals(order.courierId()))
        .toList();
  }

  private static List<AssignmentView> openOf(CourierId courier) {
    return all(AssignmentView.class).stream()
        .filter(trip -> trip.courierId().equals(courier))
        .toList();
  }

  private Optional<Rejection> verdict(Object command) {
    return Optional.ofNullable(
        switch (command) {
          case PlaceOrder _, RegisterMerchant _, RegisterCourier _ -> null;
          case OrderCommand c -> ofOrder(c);
          case SendMessage c -> ofParty(c.orderId(), c.author());
          case ReadMessages c -> ofParty(c.orderId(), c.reader());
          case WriteReview c -> ofParty(c.orderId(), c.author());
          case ReviewCommand c -> ofReview(c);
          case PaymentCommand c -> ofPayment(c);
          case AssignmentCommand c -> ofAssignment(c);
          case MerchantCommand c ->
              make(MerchantView.class, "merchant", c.merchantId().value()) == null
                  ? new UnknownMerchant(c.merchantId())
                  : null;
          case CourierCommand c ->
              make(CourierView.class, "courier", c.courierId().value()) == null
                  ? new UnknownCourier(c.courierId())
                  : null;
          default -> null;
        });
  }

  private static @Nullable Rejection ofOrder(OrderCommand command) {
    OrderView order = make(OrderView.class, "order", command.orderId().value());
    if (order == null) {
      return new UnknownOrder(command.orderId());
    }
    if (command instanceof CancelOrder c) {
      return ofParty(c.orderId(), c.by());
    }
    return isEqualOrAbsent(command, "merchantId", order.merchantId())
            && isEqualOrAbsent(command, "customerId", order.customerId())
        ? null
        : new NotYourOrder(command.orderId());
  }

  private static @Nullable Rejection ofParty(OrderId id, Party party) {
    OrderView order = make(OrderView.class, "order", id.value());
    if (order == null) {
      return new UnknownOrder(id);
    }
    return isParty(order, party) ? null : new NotYourOrder(id);
  }

  /// Who can write a review, and who can answer one, did so and can so with the first one.
  private static @Nullable Rejection ofReview(ReviewCommand command) {
    ReviewId id = command.reviewId();
    if (id.value().equals(ABSENT.get("review"))) {
      return new UnknownReview(id);
    }
    return (command instanceof ReviseReview || command instanceof AnswerReview)
            && !id.value().equals(OWN.get("review"))
        ? new NotYourReview(id)
        : null;
  }

  private static boolean isParty(OrderView order, Party by) {
    return switch (by) {
      case Party.Customer(var id) -> order.customerId().equals(id);
      case Party.Merchant(var id) -> order.merchantId().equals(id);
      case Party.Courier(var id) -> id.equals(order.courierId());
      case Party.Operator _, Party.Engine _ -> true;
    };
  }

  private static @Nullable Rejection ofPayment(PaymentCommand command) {
    PaymentView payment = make(PaymentView.class, "payment", command.paymentId().value());
    if (payment == null) {
      return new UnknownPayment(command.paymentId());
    }
    return isEqualOrAbsent(command, "customerId", payment.customerId())
        ? null
        : new NotYourPayment(command.paymentId());
  }

  private static @Nullable Rejection ofAssignment(AssignmentCommand command) {
    AssignmentView trip = make(AssignmentView.class, "assignment", command.assignmentId().value());
    if (trip == null) {
      return new UnknownAssignment(command.assignmentId());
    }
    return isEqualOrAbsent(command, "courierId", trip.courierId())
        ? null
        : new NotYourAssignment(command.assignmentId());
  }

  /// Whether the command names nobody, or the right one.
  private static boolean isEqualOrAbsent(Object command, String component, Object expected) {
    for (RecordComponent each : command.getClass().getRecordComponents()) {
      if (each.getName().equals(component)) {
        try {
          return expected.equals(each.getAccessor().invoke(command));
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    return true;
  }
}
