package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Actor;
import id.antar.load.client.Frame;
import id.antar.load.client.Incidents.Incident;
import id.antar.load.client.Json;
import id.antar.load.client.Point;
import id.antar.load.client.StreamClient;
import id.antar.load.town.mishap.Blow;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.RouteWalk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A courier on one trip, with an engine that knows nothing else.
@Timeout(60)
class TripDriveTest {

  private static final Point DEPOT = new Point(43.750, 7.450);
  private static final Point NOODLE_BAR = new Point(43.752, 7.450);
  private static final Point DOOR = new Point(43.756, 7.450);
  private static final Point OTHER_DOOR = new Point(43.757, 7.450);

  private final FakeEngine engine = new FakeEngine();
  private final Trip trip = new Trip("a1");
  private Chronicle chronicle = new Chronicle(_ -> {});
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void anOrdinaryTripHasItsStopsInTheListsOrder() throws Exception {
    oneOrder();

    assertThat(carryOut(calm())).isEqualTo(Ending.DONE);

    assertThat(engine.heard)
        .containsExactly(
            "assignments/a1/orders/o1/arrive-pickup",
            "assignments/a1/orders/o1/pickup",
            "assignments/a1/orders/o1/arrive-dropoff",
            "assignments/a1/orders/o1/dropoff");
    assertThat(trip.delivered()).containsExactly("o1");
  }

  @Test
  void whoBreaksDownSaysWhereAndLeavesTheFoodThere() throws Exception {
    oneOrder();

    assertThat(carryOut(scriptAbout(Blow.BREAKDOWN))).isEqualTo(Ending.BROKEN_DOWN);

    assertThat(engine.heard).last().isEqualTo("assignments/a1/breakdown");
    Point at = Json.read(engine.bodies.getLast(), Breakdown.class).at();
    assertThat(at.latitude()).isBetween(NOODLE_BAR.latitude(), DOOR.latitude());
    assertThat(chronicle.isLeftAt("o1", at)).isTrue();
    assertThat(chronicle.orders(Happening.BROKEN_DOWN)).containsExactly("o1");
  }

  @Test
  void anEngineWithoutBreakdownsIsReportedAndTheOrderStillDelivered() throws Exception {
    oneOrder();
    engine.knowsBreakdowns = false;

    assertThat(carryOut(scriptAbout(Blow.BREAKDOWN))).isEqualTo(Ending.DONE);

    assertThat(trip.delivered()).containsExactly("o1");
    assertThat(engine.incidents.list())
        .extracting(Incident::what)
        .contains("report breakdown refused: 404 no-such-route");
  }

  @Test
  void whoWasSilentFindsTheTripOverAndGoesOnFree() throws Exception {
    oneOrder();
    chronicle = new Chronicle(_ -> engine.state = "ended");

    assertThat(carryOut(scriptAbout(Blow.SILENCE))).isEqualTo(Ending.CUT_SHORT);

    assertThat(trip.delivered()).isEmpty();
    assertThat(chronicle.orders(Happening.SILENT)).containsExactly("o1");
    assertThat(chronicle.list(Happening.BACK)).hasSize(1);
  }

  @Test
  void whoIsBackBeforeTheEngineGivesUpGoesOnWithTheTrip() throws Exception {
    oneOrder();

    assertThat(carryOut(scriptAbout(Blow.SILENCE))).isEqualTo(Ending.DONE);

    assertThat(trip.delivered()).containsExactly("o1");
    assertThat(chronicle.list(Happening.BACK)).isEmpty();
  }

  @Test
  void whoIsLostSaysNothingMore() throws Exception {
    oneOrder();

    assertThat(carryOut(scriptAbout(Blow.LOSS))).isEqualTo(Ending.LOST);

    assertThat(engine.heard).last().isEqualTo("assignments/a1/orders/o1/pickup");
  }

  @Test
  void whatAnotherLeftIsFetchedThereAndNobodyWaitsForAKitchen() throws Exception {
    oneOrder();
    engine.stage = "preparing";
    chronicle.leave(List.of("o1"), NOODLE_BAR);

    assertThat(carryOut(calm())).isEqualTo(Ending.DONE);

    assertThat(chronicle.orders(Happening.FETCHED)).containsExactly("o1");
    assertThat(chronicle.isLeftAt("o1", NOODLE_BAR)).isFalse();
  }

  @Test
  void aTripThatIsAmendedUnderWayTurnsToItsNewStops() throws Exception {
    oneOrder();
    Courier courier = courier();
    World world = engine.world(folder, calm(), chronicle);
    Beacon beacon = new Beacon(world, courier.id(), RouteWalk.standingAt(DEPOT));
    TripDrive drive = new TripDrive(world, courier, beacon, new DutyLog());
    engine.onRoute =
        () -> {
          engine.onRoute = () -> {};
          engine.withdraw("o1");
          engine.stop("pickup", "o2", NOODLE_BAR);
          engine.stop("dropoff", "o2", OTHER_DOOR);
          trip.amended(List.of(new Frame.Stop("pickup", "o2"), new Frame.Stop("dropoff", "o2")));
          drive.nudge();
        };

    try (var stream = world.streams().open(courier.actor(), new Deaf())) {
      assertThat(drive.carryOut(trip, stream)).isEqualTo(Ending.DONE);
    }

    assertThat(trip.delivered()).containsExactly("o2");
    assertThat(engine.heard).noneMatch(path -> path.contains("/o1/"));
  }

  private void oneOrder() {
    engine.stop("pickup", "o1", NOODLE_BAR);
    engine.stop("dropoff", "o1", DOOR);
  }

  private Ending carryOut(Script script) throws Exception {
    World world = engine.world(folder, script, chronicle);
    Courier courier = courier();
    Beacon beacon = new Beacon(world, courier.id(), RouteWalk.standingAt(DEPOT));
    DutyLog duty = new DutyLog();
    duty.tripAccepted(FakeEngine.TEN);
    try (var stream = world.streams().open(courier.actor(), new Deaf())) {
      return new TripDrive(world, courier, beacon, duty).carryOut(trip, stream);
    }
  }

  private static Courier courier() {
    return new Courier(Actor.courier("rio"), "Rio", "+1", "", "scooter", 3, 1, DEPOT);
  }

  private static Script calm() {
    return new Script(true, 200, 30, Dice.of(1, "script"));
  }

  /// One that has this in store for the next who picks up.
  private static Script scriptAbout(Blow wanted) {
    Script foreseen = rough();
    Script script = rough();
    while (!foreseen.afterPickup().equals(Optional.of(wanted))) {
      var _ = script.afterPickup();
    }
    return script;
  }

  private static Script rough() {
    return new Script(false, 400, 30, Dice.of(1, "script"));
  }

  private record Breakdown(String reason, Point at) {}

  private static final class Deaf implements StreamClient.Listener {
    @Override
    public void onFrame(Frame frame) {}
  }
}
