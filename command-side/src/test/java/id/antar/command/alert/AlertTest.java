package id.antar.command.alert;

import static id.antar.command.Cast.NOON;

import id.antar.api.alert.AlertCommand;
import id.antar.api.alert.AlertCommand.AcknowledgeAlert;
import id.antar.api.alert.AlertCommand.EndAlert;
import id.antar.api.alert.AlertCommand.RaiseAlert;
import id.antar.api.alert.AlertCommand.ReleaseAlert;
import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertEvent;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertEvent.AlertReleased;
import id.antar.api.alert.AlertEvent.AlertWorsened;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertRejection.AlertOver;
import id.antar.api.alert.AlertRejection.AlertTaken;
import id.antar.api.alert.AlertRejection.UnknownAlert;
import id.antar.api.message.Receipt;
import id.antar.command.decider.History;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertTest {

  private static final AlertId ID = AlertId.of(AlertKind.LATE, "4711");
  private static final AlertRaised RAISED =
      new AlertRaised(ID, AlertKind.LATE, "4711", 400, 300, NOON, NOON);
  private static final AlertAcknowledged BY_OLGA =
      new AlertAcknowledged(ID, "olga", "I call them", NOON);
  private static final AlertEnded ENDED = new AlertEnded(ID, AlertEnd.CALM, NOON);

  @Test
  void itIsRaisedOnceHoweverManyWatchersSaySo() {
    given().when(raise(400)).then(RAISED);
    given(RAISED).when(raise(400)).thenNothing();
    given(RAISED, BY_OLGA).when(raise(700)).thenNothing();
  }

  @Test
  void whatHasBecomeMuchWorseIsToldAgain() {
    given(RAISED).when(raise(800)).then(new AlertWorsened(ID, 800, NOON));
    given(RAISED, new AlertWorsened(ID, 800, NOON)).when(raise(900)).thenNothing();
  }

  @Test
  void whatWasNothingWhenItWasRaisedIsNotToldAgainAndAgain() {
    var stopped =
        new AlertRaised(ID, AlertKind.PROJECTION_LAGGING, "query.order", 0, 60, NOON, NOON);

    given(stopped).when(raise(0)).thenNothing();
    given(stopped).when(raise(5)).then(new AlertWorsened(ID, 5, NOON));
  }

  @Test
  void itStandsAgainAfterItWasOver() {
    given(RAISED, BY_OLGA, ENDED).when(raise(400)).then(RAISED);
    given(RAISED, BY_OLGA, ENDED, RAISED)
        .when(acknowledge("otto", null))
        .then(new AlertAcknowledged(ID, "otto", null, NOON));
  }

  @Test
  void theFirstWhoTakesItHasItAndTheSecondIsToldWho() {
    given(RAISED).when(acknowledge("olga", "I call them")).then(BY_OLGA);
    given(RAISED, BY_OLGA).when(acknowledge("otto", null)).thenRefused(new AlertTaken(ID, "olga"));
  }

  @Test
  void aDoubleClickChangesNothing() {
    given(RAISED, BY_OLGA).when(acknowledge("olga", "I call them")).thenNothing();
    given(RAISED).when(release("olga")).thenNothing();
    given(RAISED, ENDED).when(end(AlertEnd.CALM)).thenNothing();
  }

  @Test
  void whoGoesHomeDoesNotKeepIt() {
    var released = new AlertReleased(ID, "otto", NOON);

    given(RAISED, BY_OLGA).when(release("otto")).then(released);
    given(RAISED, BY_OLGA, released)
        .when(acknowledge("otto", null))
        .then(new AlertAcknowledged(ID, "otto", null, NOON));
  }

  @Test
  void nobodyTakesWhatIsOverOrWasNever() {
    given().when(acknowledge("olga", null)).thenRefused(new UnknownAlert(ID));
    given().when(release("olga")).thenRefused(new UnknownAlert(ID));
    given(RAISED, ENDED).when(acknowledge("olga", null)).thenRefused(new AlertOver(ID));
    given(RAISED, ENDED).when(release("olga")).thenRefused(new AlertOver(ID));
    given().when(end(AlertEnd.GONE)).thenNothing();
  }

  @Test
  void itEndsTakenOrNot() {
    given(RAISED).when(end(AlertEnd.CALM)).then(ENDED);
    given(RAISED, BY_OLGA).when(end(AlertEnd.GONE)).then(new AlertEnded(ID, AlertEnd.GONE, NOON));
  }

  @Test
  void axonFindsWhatIsAnnotated() {
    new AggregateTestFixture<>(Alert.class)
        .registerCommandTargetResolver(new TargetOf<>(AlertCommand.class, AlertCommand::alertId))
        .givenNoPriorActivity()
        .when(raise(400))
        .expectEvents(RAISED)
        .expectResultMessagePayload(Receipt.accepted());
  }

  private static RaiseAlert raise(double value) {
    return new RaiseAlert(ID, AlertKind.LATE, "4711", value, 300, NOON, NOON);
  }

  private static AcknowledgeAlert acknowledge(String by, @Nullable String note) {
    return new AcknowledgeAlert(ID, by, note, NOON);
  }

  private static ReleaseAlert release(String by) {
    return new ReleaseAlert(ID, by, NOON);
  }

  private static EndAlert end(AlertEnd cause) {
    return new EndAlert(ID, cause, NOON);
  }

  private static History<AlertState, AlertCommand, AlertEvent> given(AlertEvent... events) {
    return new History<AlertState, AlertCommand, AlertEvent>(
            new AlertState.Unknown(), AlertState::evolve, AlertState::decide)
        .and(events);
  }
}
