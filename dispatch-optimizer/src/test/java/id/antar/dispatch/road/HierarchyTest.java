package id.antar.dispatch.road;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.TurnCostsConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HierarchyTest {

  @TempDir Path work;

  @Test
  void aProfileWithTurnCostsIsRefusedRatherThanAnsweredWithoutThem() throws IOException {
    var hopper = new GraphHopper();
    hopper
        .setGraphHopperLocation(work.resolve("graph").toString())
        .setOSMFile(SmallTown.write(work).toString())
        .setEncodedValuesString(RoadProfiles.ENCODED_VALUES)
        .setProfiles(
            new Profile("car")
                .setCustomModel(GHUtility.loadCustomModelFromJar("car.json"))
                .setTurnCostsConfig(TurnCostsConfig.car()));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile("car"));
    var _ = hopper.importOrLoad();
    var graph = requireNonNull(hopper.getCHGraphs().get("car"));
    assertThatThrownBy(() -> Hierarchy.of(graph))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("turn costs");
    hopper.close();
  }

  @Test
  void theHeapGivesNodesInOrderOfWeightHoweverTheyCame() {
    var random = new Random(1);
    var heap = new NodeHeap();
    for (int i = 0; i < 1000; i++) {
      heap.add(i, random.nextInt(300));
    }
    double last = -1;
    for (int i = 0; i < 1000; i++) {
      assertThat(heap.minKey()).isGreaterThanOrEqualTo(last);
      last = heap.minKey();
      assertThat(heap.poll()).isBetween(0, 999);
    }
    assertThat(heap.isEmpty()).isTrue();
  }
}
