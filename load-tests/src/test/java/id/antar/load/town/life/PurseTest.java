package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.load.client.Actor;
import id.antar.load.client.Json;
import id.antar.load.client.Money;
import id.antar.load.client.PaymentView;
import id.antar.load.client.PaymentView.Part;
import id.antar.load.town.life.PaymentPlan.Share;
import id.antar.load.town.life.PaymentPlan.Way;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.world.Dice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PurseTest {

  private final FakeEngine engine = new FakeEngine();
  @TempDir private Path folder;
  private World world;
  private TrackedOrder order;

  @BeforeEach
  void placeAnOrder() throws Exception {
    Script calm = new Script(true, 200, 30, Dice.of(1, "script"));
    world = engine.world(folder, calm, new Chronicle(_ -> {}));
    order = world.book().acknowledged("o1", "ada", "m1");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void whatWorksByItselfNeedsNobody() {
    pay(Way.SPLIT);

    assertThat(engine.heard).isEmpty();
  }

  @Test
  void aDeclinedPartIsTriedAgainByAnotherMethod() {
    engine.payment = payment("pending", "captured", "failed");

    pay(Way.ANOTHER_METHOD);

    assertThat(engine.heard).containsExactly("payments/p1/parts/2/attempts");
    String method =
        Json.MAPPER.readTree(engine.bodies.getFirst()).path("method").stringValue("none");
    assertThat(order.dealings().methods()).isEqualTo(Map.of(1, "e_wallet", 2, method));
    assertThat(order.dealings().retries()).isEqualTo(1);
  }

  @Test
  void theBankIsToldOfATransferThatWaits() {
    engine.payment = payment("pending", "pending", "captured");

    pay(Way.BANK_LATER);

    assertThat(engine.heard).containsExactly("sandbox/charges/p1-1-1");
    assertThat(order.dealings().isPaidByBank()).isTrue();
  }

  @Test
  void nobodyTriesAgainWhatIsOver() {
    engine.payment = payment("failed", "voided", "voided");

    pay(Way.ANOTHER_METHOD);
    pay(Way.BANK_LATER);

    assertThat(engine.heard).isEmpty();
    assertThat(engine.incidents.list()).isEmpty();
  }

  private void pay(Way way) {
    Share wallet = new Share("e_wallet", "sandbox-wallet", 500L);
    Share card = new Share("card", "sandbox-declined", null);
    order.dealings().plan(new PaymentPlan(way, List.of(wallet, card), 0));
    new Purse(world, Actor.customer("ada"), order, Dice.of(1, "purse")).settle();
    await().until(world.errands()::areDone);
  }

  private static PaymentView payment(String outcome, String first, String second) {
    return new PaymentView(
        "p1",
        Money.euros(1_500),
        Money.euros(0),
        "status",
        outcome,
        List.of(
            new Part(1, "e_wallet", Money.euros(500), 1, first),
            new Part(2, "card", Money.euros(1_000), 1, second)),
        List.of(),
        null);
  }
}
