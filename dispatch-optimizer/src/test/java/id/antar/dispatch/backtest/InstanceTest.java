package id.antar.dispatch.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {

  @TempDir private Path folder;

  @BeforeEach
  void twoOrders() {
    SmallInstance.street(
        folder,
        "r1\t500\t0\n",
        "late\t1000\t0\t70\tr1\t72\nearly\t0\t30\t10\tr1\t12\n",
        "c1\t0\t0\t0\t120\n");
  }

  private void assertUnreadable(String file, String right, String wrong, String message)
      throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(right);
    Files.writeString(path, text.replace(right, wrong));
    assertThatThrownBy(() -> Instance.read(folder))
        .isInstanceOf(UnreadableInstance.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining(message);
  }

  @Test
  void theFourFilesAreReadAndOrdersSortedByPlacement() {
    Instance instance = Instance.read(folder);
    assertThat(instance.orders()).extracting(Instance.Order::id).containsExactly("early", "late");
    assertThat(instance.orders().getFirst())
        .isEqualTo(new Instance.Order("early", new Instance.Point(0, 30), 0, 10, 12));
    assertThat(instance.couriers())
        .containsExactly(new Instance.Courier("c1", new Instance.Point(0, 0), 0, 120));
    assertThat(instance.metresPerMinute()).isEqualTo(100);
    assertThat(instance.pickupService()).isEqualTo(4);
    assertThat(instance.payPerHour()).isEqualTo(15);
    assertThat(instance.name()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  void minutesAreRoundedUp() {
    var here = new Instance.Point(0, 0);
    assertThat(here.minutesTo(new Instance.Point(30, 40), 50)).isEqualTo(1);
    assertThat(here.minutesTo(new Instance.Point(30, 40), 49)).isEqualTo(2);
    assertThat(here.minutesTo(here, 50)).isZero();
  }

  @Test
  void aValueThatIsNoNumberIsNamedWithItsLine() throws IOException {
    assertUnreadable(
        "orders.txt", "\t10\t", "\tnoon\t", "line 3: has noon as its placement_time, which is no");
  }

  @Test
  void aMissingValueIsNamedWithItsLine() throws IOException {
    assertUnreadable("couriers.txt", "\t0\t120", "\t0", "line 2: has no off_time");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    assertUnreadable("restaurants.txt", "\ty\n", "\tz\n", "line 2: has no y");
  }

  @Test
  void anOrderOfAnUnknownRestaurantIsNamedWithItsLine() throws IOException {
    assertUnreadable("orders.txt", "70\tr1", "70\tr9", "line 2: there is no restaurant r9");
  }

  @Test
  void blankLinesDoNotCountAsRowsButAsLines() throws IOException {
    assertUnreadable(
        "orders.txt",
        "early\t0\t30",
        "\nearly\t0\tx",
        "line 4: has x as its y, which is no number");
  }

  @Test
  void aFileWithoutRowsIsNamed() throws IOException {
    assertUnreadable("couriers.txt", "c1\t0\t0\t0\t120\n", "", "has no rows");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws IOException {
    Files.delete(folder.resolve("couriers.txt"));
    assertThatThrownBy(() -> Instance.read(folder))
        .isInstanceOf(UnreadableInstance.class)
        .hasMessageContaining(folder.resolve("couriers.txt") + " cannot be read");
  }
}
