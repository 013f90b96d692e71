package id.antar.gateway.testing;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.account.ApiKeyCommand;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.account.ApiKeyView.ListApiKeys;
import id.antar.api.account.EmailKey;
import id.antar.api.account.InvitationCommand;
import id.antar.api.account.SessionCommand;
import id.antar.api.alert.AlertCommand;
import id.antar.api.alert.AlertQuery.GetThresholds;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Span;
import id.antar.api.analytics.Whose;
import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.ListOffers;
import id.antar.api.assignment.AssignmentView.ListOpenAssignments;
import id.antar.api.assignment.AssignmentView.OfferPage;
import id.antar.api.assignment.AssignmentView.OpenAssignments;
import id.antar.api.audit.AuditCommand;
import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.api.audit.AuditQuery.GetAuditEntry;
import id.antar.api.audit.AuditQuery.ListAudit;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import id.antar.api.chat.ChatCommand;
import id.antar.api.chat.ChatQuery.ListMessages;
import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierQuery.ListCouriers;
import id.antar.api.customer.CustomerCommand;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.dispatch.DecisionQuery.GetDispatch;
import id.antar.api.dispatch.DecisionQuery.GetWhatIf;
import id.antar.api.dispatch.DecisionQuery.GetWhy;
import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.PolicyCommand;
import id.antar.api.dispatch.PolicyQuery.GetShadow;
import id.antar.api.dispatch.PolicyQuery.ListPolicies;
import id.antar.api.dispatch.PolicyQuery.ReadPolicy;
import id.antar.api.forecast.ForecastQuery.AnalyseSeries;
import id.antar.api.forecast.ForecastQuery.GetDemand;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.history.EntityKind;
import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryCommand;
import id.antar.api.history.HistoryQuery;
import id.antar.api.history.HistoryQuery.GetCatalogue;
import id.antar.api.history.HistoryQuery.GetDifference;
import id.antar.api.history.HistoryQuery.GetEntity;
import id.antar.api.history.HistoryQuery.GetEventType;
import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.api.history.Moment;
import id.antar.api.lab.LabCommand;
import id.antar.api.ledger.Account;
import id.antar.api.ledger.LedgerQuery.GetBalance;
import id.antar.api.ledger.LedgerQuery.GetSettlement;
import id.antar.api.ledger.LedgerQuery.GetStatement;
import id.antar.api.ledger.LedgerQuery.GetTrialBalance;
import id.antar.api.ledger.LedgerQuery.ListLines;
import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.GetMerchant;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.merchant.MerchantQuery.ListMerchants;
import id.antar.api.merchant.MerchantQuery.ListVouchers;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.message.Actor;
import id.antar.api.message.Query;
import id.antar.api.message.Receipt;
import id.antar.api.ops.DeadLetterCommand;
import id.antar.api.ops.DeadLetterQuery.GetDeadLetter;
import id.antar.api.ops.DeadLetterQuery.ListDeadLetters;
import id.antar.api.ops.JobId;
import id.antar.api.ops.LogQuery.GetLogState;
import id.antar.api.ops.LogQuery.ListCheckpoints;
import id.antar.api.ops.OpsCommand;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.ListJobs;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.GetOrderTimeline;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderSearch.Counting;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.order.OrderSearch.Sort;
import id.antar.api.order.Party;
import id.antar.api.payment.OpenMoney.ListOpenMoney;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.api.payout.PayoutCommand;
import id.antar.api.person.PersonCommand;
import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.GetPromises;
import id.antar.api.promise.PromiseQuery.GroupBy;
import id.antar.api.review.ReviewCommand;
import id.antar.api.review.ReviewQuery.ListOrderReviews;
import id.antar.api.review.ReviewQuery.ListRatings;
import id.antar.api.review.ReviewQuery.ListReviews;
import id.antar.api.review.ReviewQuery.OrderReviews;
import id.antar.api.review.ReviewQuery.Ratings;
import id.antar.api.review.ReviewQuery.ReviewPage;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetRoute;
import id.antar.api.road.RoadQuery.GetStreets;
import id.antar.api.road.RoadQuery.GetTile;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.road.RoadQuery.RoadPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;

/// The rest of the engine: real buses with handlers that remember what they were sent and answer
/// what a test told them to.
public final class FakeEngine {

  private static final AuditFilter ANY_AUDIT =
      new AuditFilter(null, null, null, null, null, null, null, null, null, null);

  private static final Span ANY_SPAN =
      new Span(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Bucket.WHOLE, ZoneOffset.UTC);

  private final SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
  private final SimpleQueryBus queryBus = SimpleQueryBus.builder().build();
  private final List<CommandMessage<?>> received = new CopyOnWriteArrayList<>();
  private final List<Object> asked = new CopyOnWriteArrayList<>();
  private final Map<Class<?>, Function<Object, @Nullable Object>> answers =
      new ConcurrentHashMap<>();
  private volatile Function<Object, Object> verdict = _ -> Receipt.accepted();

  public FakeEngine() {
    List.of(
            OrderCommand.class,
            AssignmentCommand.class,
            CourierCommand.class,
            MerchantCommand.class,
            CustomerCommand.class,
            AccountCommand.class,
            SessionCommand.class,
            InvitationCommand.class,
            PersonCommand.class,
            ReviewCommand.class,
            ChatCommand.class,
            OpsCommand.class,
            LabCommand.class,
            DeadLetterCommand.class,
            AuditCommand.class,
            HistoryCommand.class,
            ApiKeyCommand.class,
            PayoutCommand.class,
            PolicyCommand.class,
            AlertCommand.class,
            PaymentCommand.class)
        .forEach(this::handleCommands);
    var _ = commandBus.subscribe(LookAtCharge.class.getName(), this::onCommand);
    var point = new GeoPoint(0, 0);
    List.<Query<?>>of(
            new GetOrder(new OrderId("x")),
            new GetOrderTimeline(new OrderId("x")),
            new ListOrders(null, null, null, null, null, 1),
            new SearchOrders(Filter.NONE, Sort.NEWEST, Counting.NOTHING, null, 1),
            new GetAssignment(new AssignmentId("x")),
            new ListOpenAssignments(new CourierId("x")),
            new ListOffers(new CourierId("x"), null, 20),
            new GetCourier(new CourierId("x")),
            new ListCouriers(null, null, 1),
            new GetCustomer(new CustomerId("x")),
            new GetMerchant(new MerchantId("x")),
            new ListMerchants(null, 1),
            new GetQuote(new MerchantId("x"), List.of(), null),
            new ListVouchers(new MerchantId("x"), null, 1),
            new SearchMenus(
                new SearchMenus.Filter(null, null, null, false, null),
                SearchMenus.Sort.NAME,
                true,
                null,
                1),
            new ListDeadLetters(null, null, 1),
            new GetDeadLetter("x"),
            new GetLogState(),
            new ListCheckpoints(0, 1),
            new ListAlerts(null, null, null, null, 1),
            new GetThresholds(),
            new ListOpenMoney(null, null, 20),
            new GetPayment(new PaymentId("x")),
            new GetTrialBalance(null),
            new GetBalance(Account.OFFICE, null),
            new ListLines(Account.OFFICE, null, null, null, 1),
            new GetStatement(Account.OFFICE, Instant.EPOCH, Instant.EPOCH),
            new GetSettlement(LocalDate.EPOCH, null),
            new GetApiKey(new ApiKeyId("x")),
            new ListApiKeys(Actor.SYSTEM, null, 1),
            new GetAccount(new AccountId("x")),
            new GetAccountByEmail(new EmailKey("0".repeat(64))),
            new GetJob(new JobId("x")),
            new ListJobs(1),
            new ListProcessors(),
            new GetLearned(),
            new GetShadow(),
            new ListPolicies(),
            new ReadPolicy("{}"),
            new GetBoard(null, null, Instant.EPOCH),
            new ListBoardChanges(0, 1, Instant.EPOCH),
            new GetTrack(new CourierId("x"), Instant.EPOCH, Instant.EPOCH, 1),
            new GetDispatch(new OrderId("x"), null, 1),
            new GetWhy(new CourierId("x"), new AssignmentId("x")),
            new GetWhatIf(new OrderId("x"), new CourierId("x")),
            new ListMessages(new OrderId("x"), null, 1),
            new ListReviews(new Party.Customer(new CustomerId("x")), false, null, 1),
            new ListOrderReviews(new OrderId("x")),
            new ListRatings(List.of()),
            new ListAudit(ANY_AUDIT, null, null, 1),
            new GetAuditEntry("x"),
            new GetPromises(new OrderId("x")),
            new GetPromiseReport(GroupBy.ALL, ANY_SPAN, Whose.EVERYBODYS),
            new GetDemand(Dimension.ALL, Whose.EVERYBODYS, Instant.EPOCH, 1),
            new AnalyseSeries(List.of(), Duration.ofHours(1), 1),
            new GetFigures(List.of(), Dimension.ALL, ANY_SPAN, Whose.EVERYBODYS),
            new ListEvents(EventFilter.ANY, false, HistoryQuery.Order.OLDEST_FIRST, null, 1),
            new GetEntity(EntityKind.ORDER, "x", new Moment.Now(), false),
            new GetTimeline(EntityKind.ORDER, "x", null, 1),
            new GetDifference(EntityKind.ORDER, "x", new Moment.Now(), new Moment.Now(), false),
            new GetCatalogue(),
            new GetEventType("x"),
            new GetMap(),
            new LocateOnRoad(point),
            new GetRoute(point, point, Vehicle.SCOOTER),
            new GetStreets(point, point, false, 1),
            new GetTile(14, 1, 1))
        .forEach(this::handleQueries);
    reset();
  }

  private void handleCommands(Class<?> family) {
    for (Class<?> command : family.getPermittedSubclasses()) {
      if (command.isSealed()) {
        handleCommands(command);
      } else {
        var _ = commandBus.subscribe(command.getName(), this::onCommand);
      }
    }
  }

  private void handleQueries(Query<?> query) {
    var _ =
        queryBus.subscribe(
            query.getClass().getName(),
            query.answer(),
            message -> {
              asked.add(message.getPayload());
              return answers.getOrDefault(query.getClass(), _ -> null).apply(message.getPayload());
            });
  }

  private Object onCommand(CommandMessage<?> message) {
    received.add(message);
    return verdict.apply(message.getPayload());
  }

  /// Everything is accepted, everywhere is covered, nothing is known.
  public void reset() {
    received.clear();
    asked.clear();
    answers.clear();
    verdict = _ -> Receipt.accepted();
    answer(LocateOnRoad.class, query -> new RoadPoint(true, query.point(), 3));
    answer(ListRatings.class, _ -> new Ratings(List.of()));
    answer(ListReviews.class, _ -> new ReviewPage(List.of(), null));
    answer(ListOrderReviews.class, _ -> new OrderReviews(List.of()));
    answer(ListOpenAssignments.class, _ -> new OpenAssignments(List.of()));
    answer(ListOffers.class, _ -> new OfferPage(List.of(), null));
  }

  public <Q> void answer(Class<Q> query, Function<Q, @Nullable Object> answer) {
    answers.put(query, question -> answer.apply(query.cast(question)));
  }

  public void decide(Function<Object, Object> newVerdict) {
    verdict = newVerdict;
  }

  public List<Object> commands() {
    return received.stream().<Object>map(CommandMessage::getPayload).toList();
  }

  public List<CommandMessage<?>> messages() {
    return received;
  }

  public List<Object> questions() {
    return asked;
  }

  public CommandGateway commandGateway() {
    return DefaultCommandGateway.builder().commandBus(commandBus).build();
  }

  public QueryGateway queryGateway() {
    return DefaultQueryGateway.builder().queryBus(queryBus).build();
  }
}
