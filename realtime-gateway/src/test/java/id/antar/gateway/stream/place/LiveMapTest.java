package id.antar.gateway.stream.place;

import static id.antar.gateway.stream.place.Fixes.NOON;
import static id.antar.gateway.stream.place.Fixes.fix;
import static id.antar.gateway.stream.place.Fixes.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.RecordingLine;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.BinaryReader.Entry;
import id.antar.gateway.stream.place.BinaryReader.Positions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveMapTest {

  private static final Topic.OfZone ZONE = new Topic.OfZone(new ZoneId("main"));
  private static final Topic.OfViewport HARBOUR = new Topic.OfViewport("43.73,7.42,43.731,7.421");
  private static final Topic.OfViewport HARBOUR_AND_HILL =
      new Topic.OfViewport("43.73,7.42,43.731,7.45");
  private static final Topic.OfViewport COAST = new Topic.OfViewport("43,7,44,8");

  private final AtomicLong nanos = new AtomicLong();
  private final StreamHub hub = new StreamHub(64, nanos::get, _ -> {}, _ -> {});
  private final EngineClock clock = new EngineClock(NOON, 1, nanos::get);
  private final LastPositions last = new LastPositions(100, Duration.ofSeconds(30), nanos::get);
  private long sequence;
  private final LiveMap map =
      new LiveMap(hub, last, new PositionFrames(new WireJson(), clock), clock, ZONE.zoneId());

  @Test
  void whoWatchesAWindowHearsOfItsCellsAndOfNoOthers() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, HARBOUR);

    hear("carlo", 43.7305, 7.4205);
    hear("rita", 43.7305, 7.4405);
    map.tick();

    Positions told = olga.taken().getFirst();
    assertThat(told.whole()).isFalse();
    assertThat(told.entries()).extracting(Entry::name).containsExactly("carlo");
  }

  @Test
  void aTickIsOneFrameForEachCellAndNothingWhenNothingHappened() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, HARBOUR_AND_HILL);

    hear("carlo", 43.7305, 7.4205);
    hear("carlo", 43.7306, 7.4206);
    hear("rosa", 43.7305, 7.4205);
    hear("rita", 43.7305, 7.4405);
    map.tick();
    assertThat(olga.taken()).hasSize(2);
    map.tick();

    assertThat(olga.taken()).isEmpty();
  }

  @Test
  void aCourierIsNamedOnEnteringACellAndByNumberFromThenOn() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, HARBOUR);

    hear("carlo", 43.7305, 7.4205);
    map.tick();
    Entry first = olga.taken().getFirst().entries().getFirst();
    hear("carlo", 43.7306, 7.4206);
    map.tick();
    Entry second = olga.taken().getFirst().entries().getFirst();

    assertThat(first.name()).isEqualTo("carlo");
    assertThat(second.name()).isNull();
    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.where().latitude()).isEqualTo(43.7306);
  }

  @Test
  void whoJoinsLaterIsToldWhoIsThereAtOnceAndInThatOrder() {
    hear("carlo", 43.7305, 7.4205);
    hear("rita", 43.7305, 7.4405);
    map.tick();
    hear("rosa", 43.7305, 7.4205);
    Viewer olga = new Viewer();

    map.watch(olga.connection, HARBOUR);
    Positions state = olga.taken().getFirst();
    map.tick();

    assertThat(state.whole()).isTrue();
    assertThat(state.entries()).extracting(Entry::name).containsExactly("carlo");
    assertThat(olga.names()).containsExactly("rosa");
  }

  @Test
  void whoMovesToAnotherCellIsGoneFromTheFirst() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, HARBOUR_AND_HILL);
    hear("carlo", 43.7305, 7.4205);
    map.tick();
    Positions before = olga.taken().getFirst();

    hear("carlo", 43.7305, 7.4405);
    map.tick();
    List<Positions> after = olga.taken();

    assertThat(after).hasSize(2);
    assertThat(after.getFirst().cell()).isEqualTo(before.cell());
    assertThat(after.getFirst().entries())
        .containsExactly(new Entry(before.entries().getFirst().number(), null, true, null));
    assertThat(after.getLast().cell()).isNotEqualTo(before.cell());
    assertThat(after.getLast().entries().getFirst().name()).isEqualTo("carlo");
  }

  @Test
  void whoEndsTheShiftIsGoneAndWhoIsSilentIsStale() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, ZONE);
    hear("carlo", 43.7305, 7.4205);
    hear("rita", 43.7305, 7.4405);
    map.tick();
    olga.taken();

    last.endShift(new CourierId("carlo"), NOON.plusSeconds(1));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
    last.markSilent();
    map.tick();

    List<Entry> told = olga.taken().getFirst().entries();
    assertThat(told).filteredOn(Entry::gone).extracting(Entry::number).containsExactly(1L);
    assertThat(told)
        .filteredOn(it -> !it.gone())
        .singleElement()
        .satisfies(it -> assertThat(it.where().stale()).isTrue())
        .satisfies(it -> assertThat(it.where().ageMillis()).isEqualTo(30_000));
  }

  @Test
  void whoComesAndGoesWithinATickWasNeverThere() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, ZONE);
    olga.taken();
    hear("carlo", 43.7305, 7.4205);
    last.endShift(new CourierId("carlo"), NOON);
    map.tick();

    assertThat(olga.taken()).isEmpty();
  }

  @Test
  void aZoneIsOneFrameATickHoweverManyCells() {
    hear("carlo", 43.7305, 7.4205);
    map.tick();
    Viewer olga = new Viewer();
    map.watch(olga.connection, ZONE);
    assertThat(olga.taken().getFirst().entries()).hasSize(1);

    hear("carlo", 43.7305, 7.4405);
    hear("rita", 43.8, 7.5);
    map.tick();

    Positions zone = olga.taken().getFirst();
    assertThat(zone.cell()).isZero();
    assertThat(zone.entries()).extracting(Entry::name).containsExactly(null, "rita");
    assertThat(zone.entries()).noneMatch(Entry::gone);
  }

  @Test
  void aNewWindowTakesThePlaceOfTheFormerAndOnlyTellsWhatIsNew() {
    hear("carlo", 43.7305, 7.4205);
    hear("rita", 43.7305, 7.4405);
    map.tick();
    Viewer olga = new Viewer();
    map.watch(olga.connection, HARBOUR);
    assertThat(olga.names()).containsExactly("carlo");

    map.watch(olga.connection, HARBOUR_AND_HILL);
    assertThat(olga.names()).containsExactly("rita");
    map.watch(olga.connection, HARBOUR);
    hear("carlo", 43.7306, 7.4206);
    hear("rita", 43.7306, 7.4406);
    map.tick();

    assertThat(olga.taken()).hasSize(1);
    assertThat(olga.connection.listensTo(HARBOUR_AND_HILL)).isFalse();
    assertThat(hub.topicCount(olga.connection)).isZero();
  }

  @Test
  void whoLeavesHearsNoMoreAndNothingIsLeftBehind() {
    Viewer olga = new Viewer();
    map.watch(olga.connection, HARBOUR);
    map.leave(olga.connection, COAST);
    assertThat(olga.connection.listensTo(HARBOUR)).isTrue();

    map.leave(olga.connection, HARBOUR);
    hear("carlo", 43.7305, 7.4205);
    map.tick();

    assertThat(olga.taken()).isEmpty();
    assertThat(hub.subscriptionCount()).isZero();
  }

  @Test
  void aWideWindowIsToldHowManyAreWhere() {
    hear("carlo", 43.7305, 7.4205);
    hear("rosa", 43.7306, 7.4205);
    hear("rita", 43.2, 7.4405);
    hear("zoe", 45, 7.4405);
    map.tick();
    Viewer olga = new Viewer();

    map.watch(olga.connection, COAST);
    assertThat(olga.texts())
        .singleElement()
        .asString()
        .contains("\"couriers\":2", "\"couriers\":1");
    hear("rita", 45, 7.4405);
    map.tick();
    assertThat(olga.texts()).isEmpty();
    map.tellDensities();

    assertThat(olga.texts())
        .singleElement()
        .asString()
        .contains("\"resolution\":6", "\"couriers\":2")
        .doesNotContain("\"couriers\":1");
  }

  @Test
  void fromAWideWindowToANarrowOneAndBack() {
    hear("carlo", 43.7305, 7.4205);
    map.tick();
    Viewer olga = new Viewer();
    map.watch(olga.connection, COAST);
    map.watch(olga.connection, HARBOUR);
    assertThat(olga.texts()).hasSize(2).last().asString().contains("\"whole\":true");

    map.tellDensities();
    assertThat(olga.texts()).isEmpty();
    map.watch(olga.connection, COAST);
    assertThat(olga.texts()).hasSize(1);
    hear("carlo", 43.7306, 7.4205);
    map.tick();

    assertThat(olga.texts()).isEmpty();
  }

  @Test
  void whoReadsTooSlowlyForChangesGetsTheWholeCell() {
    Viewer olga = new Viewer(false);
    map.watch(olga.connection, HARBOUR);
    hear("carlo", 43.7305, 7.4205);
    map.tick();
    hear("rita", 43.7305, 7.4205);
    map.tick();
    hear("rosa", 43.7305, 7.4205);
    hear("rita", 43.7305, 7.4405);
    map.tick();
    olga.read();

    Positions state = olga.taken().getFirst();
    assertThat(state.whole()).isTrue();
    assertThat(state.entries()).extracting(Entry::name).containsExactly("carlo", "rosa");
    assertThat(olga.taken()).isEmpty();
  }

  private void hear(String courier, double latitude, double longitude) {
    last.hear(numbered(++sequence, fix(courier, latitude, longitude)));
  }

  /// Somebody of the staff, and what came to them since it was last looked at.
  private final class Viewer {

    private final RecordingLine line = RecordingLine.blocked();
    private final Connection connection =
        hub.connect(
            new Actor(Role.OPERATOR, "olga"), true, NOON.plusSeconds(60), Runnable::run, line);

    Viewer() {
      this(true);
    }

    Viewer(boolean reads) {
      if (reads) {
        read();
      }
    }

    void read() {
      line.makeRoom(Integer.MAX_VALUE);
      connection.writable();
    }

    List<Positions> taken() {
      return take().stream()
          .map(frame -> BinaryReader.positions(RecordingLine.binary(frame)))
          .toList();
    }

    List<String> names() {
      return taken().stream().flatMap(it -> it.entries().stream()).map(Entry::name).toList();
    }

    List<String> texts() {
      return take().stream().map(Frame::toString).toList();
    }

    private List<Frame> take() {
      return line.take();
    }
  }
}
