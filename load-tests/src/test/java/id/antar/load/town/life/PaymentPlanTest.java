package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.town.life.PaymentPlan.Share;
import id.antar.load.town.life.PaymentPlan.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaymentPlanTest {

  private static final long ITEMS = 1_830;

  @Test
  void theSameSeedPaysTheSameWay() {
    assertThat(plans(7, 40)).isEqualTo(plans(7, 40)).isNotEqualTo(plans(8, 40));
  }

  @Test
  void aDozenOrdersSeeEveryWayToPay() {
    EnumSet<Way> ways = EnumSet.noneOf(Way.class);
    plans(1, 12).forEach(plan -> ways.add(plan.way()));

    assertThat(ways).isEqualTo(EnumSet.allOf(Way.class));
    assertThat(plans(1, 12)).anyMatch(plan -> plan.shares().size() == 3);
  }

  @Test
  void oneShareTakesTheRestAndTheOthersLeaveRoomForADiscount() {
    for (PaymentPlan plan : plans(3, 60)) {
      List<Long> named = plan.shares().stream().map(Share::minor).filter(Objects::nonNull).toList();

      assertThat(named).hasSize(plan.shares().size() - 1);
      assertThat(named.stream().mapToLong(Long::longValue).sum()).isLessThan(ITEMS * 2 / 3);
    }
  }

  @Test
  void whoGivesUpPromisesNoTip() {
    assertThat(plans(5, 400))
        .filteredOn(plan -> plan.way() == Way.GIVES_UP)
        .hasSize(9)
        .allMatch(plan -> plan.tipMinor() == 0);
  }

  @Test
  void theEngineIsToldOneMethodOrSeveral() {
    assertThat(plans(1, 60))
        .allSatisfy(plan -> {
          Map<String, Object> body = plan.body();
          assertThat(body.containsKey("payments")).isEqualTo(plan.isSplit());
          assertThat(body.containsKey("payment")).isNotEqualTo(plan.isSplit());
          assertThat(body.containsKey("tip")).isEqualTo(plan.tipMinor() > 0);
        });
  }

  private static List<PaymentPlan> plans(long seed, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> PaymentPlan.of(seed, number, ITEMS))
        .toList();
  }
}
