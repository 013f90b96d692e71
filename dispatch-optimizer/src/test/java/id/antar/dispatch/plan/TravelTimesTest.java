package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.geo.Vehicle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TravelTimesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void theIndexKeepsWhatAnyOtherMapKeeps() {
    var random = new Random(5);
    var index = new LegIndex();
    Map<Long, Integer> map = new HashMap<>();
    assertThat(index.isEmpty()).isTrue();
    for (int i = 0; i < 5_000; i++) {
      int from = random.nextInt(60);
      int to = random.nextInt(4) == 0 ? Integer.MAX_VALUE - random.nextInt(9) : random.nextInt(60);
      index.put(from, to, i);
      map.put(LegIndex.key(from, to), i);
    }
    map.forEach((key, seconds) ->
        assertThat(index.seconds(LegIndex.from(key), LegIndex.to(key))).isEqualTo(seconds));
    assertThat(index.seconds(61, 0)).isEqualTo(TravelTimes.UNREACHABLE);
    assertThat(index.sortedKeys())
        .isEqualTo(map.keySet().stream().mapToLong(key -> key).sorted().toArray());
  }

  @Test
  void whatIsWrittenIsReadAgainWithItsGuesses() {
    var random = new Random(6);
    for (int i = 0; i < 50; i++) {
      var builder = TravelTimes.builder();
      for (int leg = 0; leg < random.nextInt(80); leg++) {
        Vehicle vehicle = Vehicle.values()[random.nextInt(Vehicle.values().length)];
        int from = random.nextInt(12);
        int to = random.nextInt(12);
        if (random.nextInt(3) == 0) {
          builder.guess(vehicle, from, to, random.nextInt(999));
        } else {
          builder.leg(vehicle, from, to, random.nextInt(999));
        }
      }
      TravelTimes written = builder.build();
      String json = JSON.writeValueAsString(written);
      TravelTimes read = JSON.readValue(json, TravelTimes.class);
      assertThat(read).isEqualTo(written).hasSameHashCodeAs(written);
      assertThat(JSON.writeValueAsString(read)).isEqualTo(json);
      for (Vehicle vehicle : Vehicle.values()) {
        for (int from = 0; from < 12; from++) {
          for (int to = 0; to < 12; to++) {
            assertThat(read.seconds(vehicle, from, to))
                .isEqualTo(written.seconds(vehicle, from, to));
            assertThat(read.isGuess(vehicle, from, to))
                .isEqualTo(written.isGuess(vehicle, from, to));
          }
        }
      }
    }
  }

  @Test
  void theWrittenFormIsOneRowPerPlaceThatLegsLeaveFrom() {
    var travel =
        TravelTimes.builder()
            .leg(Vehicle.SCOOTER, 2, 0, 30)
            .guess(Vehicle.SCOOTER, 0, 2, 20)
            .leg(Vehicle.SCOOTER, 0, 1, 10)
            .build();
    assertThat(JSON.writeValueAsString(travel))
        .isEqualTo(
            "[{\"vehicle\":\"SCOOTER\",\"from\":[[0,1,10,2,20],[2,0,30]],\"guessed\":[0,2]}]");
  }

  @Test
  void aPlaceIsNoWayFromItselfAndWhatIsNotThereCannotBeTravelled() {
    var builder = TravelTimes.builder().leg(Vehicle.SCOOTER, 0, 1, 10);
    assertThat(builder.has(Vehicle.SCOOTER, 0, 1)).isTrue();
    assertThat(builder.has(Vehicle.SCOOTER, 1, 0)).isFalse();
    assertThat(builder.has(Vehicle.BICYCLE, 3, 3)).isTrue();
    TravelTimes travel = builder.build();
    assertThat(travel.seconds(Vehicle.SCOOTER, 0, 1)).isEqualTo(10);
    assertThat(travel.seconds(Vehicle.SCOOTER, 1, 0)).isEqualTo(TravelTimes.UNREACHABLE);
    assertThat(travel.seconds(Vehicle.BICYCLE, 0, 1)).isEqualTo(TravelTimes.UNREACHABLE);
    assertThat(travel.seconds(Vehicle.BICYCLE, 3, 3)).isZero();
    assertThat(travel.isGuess(Vehicle.SCOOTER, 0, 1)).isFalse();
  }

  @Test
  void negativeLegsAndBrokenRowsAreRefused() {
    assertThatThrownBy(() -> TravelTimes.builder().leg(Vehicle.SCOOTER, 0, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 1 in -1 s");
    var table = new TravelTimes.Table(Vehicle.SCOOTER, List.of(List.of(0, 1)), List.of());
    assertThatThrownBy(() -> TravelTimes.of(List.of(table)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 2 numbers");
  }
}
