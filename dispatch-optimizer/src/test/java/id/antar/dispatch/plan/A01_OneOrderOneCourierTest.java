package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A01_OneOrderOneCourierTest {

  @Test
  void theCourierDrivesToTheMerchantAndThenToTheDoor() {
    var town =
        LineTown.of(
            """
            courier ada at 100
            order a at 300 to 900 ready 0
            """);
    assertThat(town.told()).isEqualTo("a: OFFERED ada pickup 260 door 920");
    assertThat(town.plan().offers()).hasSize(1);
  }

  @Test
  void theCourierWaitsForTheFood() {
    var town =
        LineTown.of(
            """
            courier ada at 100
            order a at 300 to 900 ready 300
            """);
    assertThat(town.told()).isEqualTo("a: OFFERED ada pickup 300 door 960");
  }

  @Test
  void aCourierWhoIsBusyIsNotAskedYet() {
    var town =
        LineTown.of(
            """
            courier ada at 100 free 1
            order a at 300 to 900 ready 0
            """);
    assertThat(town.told()).isEqualTo("a: QUEUED ada pickup 261 door 921");
    assertThat(town.plan().offers()).isEmpty();
  }

  @Test
  void anOrderIsNeverTooLateToBeCarried() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            order a at 310 to 900 ready -9000 placed -10000
            """);
    assertThat(town.told()).startsWith("a: OFFERED ada");
  }

  @Test
  void withoutOrdersThereIsNothingToDo() {
    DispatchPlan plan = LineTown.of("courier ada at 100").plan();
    assertThat(plan.couriers()).isEmpty();
    assertThat(plan.orders()).isEmpty();
    assertThat(plan.iterations()).isZero();
  }
}
