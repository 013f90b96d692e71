package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Actor;
import id.antar.load.client.Json;
import id.antar.load.client.Point;
import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.mishap.Script;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Merchant;
import id.antar.load.town.world.People.Prices;
import id.antar.load.town.world.People.Voucher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KitchenTicketTest {

  private final FakeEngine engine = new FakeEngine();
  private final CountDownLatch remade = new CountDownLatch(1);
  private final Chronicle chronicle = new Chronicle(_ -> remade.countDown());
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void anOrderIsConfirmedStartedAndReady() throws Exception {
    ticket(false).cook();

    assertThat(engine.heard)
        .containsExactly("orders/o1/confirm", "orders/o1/start", "orders/o1/ready");
    assertThat(chronicle.list(Happening.LATE_UNTOLD)).isEmpty();
  }

  @Test
  void aTardyKitchenIsLateByMinutesAndNeverSays() throws Exception {
    ticket(true).cook();

    assertThat(engine.heard)
        .containsExactly("orders/o1/confirm", "orders/o1/start", "orders/o1/ready");
    assertThat(chronicle.orders(Happening.LATE_UNTOLD)).containsExactly("o1");
    Instant promised = instant(engine.bodies.get(0), "readyAt");
    Instant ready = instant(engine.bodies.get(2), "occurredAt");
    assertThat(Duration.between(promised, ready))
        .isBetween(Duration.ofMinutes(3), Duration.ofHours(1));
  }

  @Test
  void whatALostCourierHadIsMadeAgainOnce() throws Exception {
    KitchenTicket ticket = ticket(false);
    ticket.cook();
    engine.heard.clear();

    assertThat(ticket.makeAgain(null)).isTrue();
    assertThat(ticket.makeAgain(null)).isFalse();
    remade.await();

    assertThat(engine.heard).containsExactly("orders/o1/ready");
    assertThat(chronicle.orders(Happening.REMADE)).containsExactly("o1");
  }

  @Test
  void whatIsOffIsNotMadeAgain() throws Exception {
    KitchenTicket ticket = ticket(false);
    ticket.cook();
    ticket.cancel();

    assertThat(ticket.makeAgain(null)).isFalse();
  }

  private KitchenTicket ticket(boolean tardy) throws Exception {
    Script calm = new Script(true, 200, 30, Dice.of(1, "script"));
    World world = engine.world(folder, calm, chronicle);
    Merchant merchant =
        new Merchant(
            Actor.merchant("m1"),
            "Noodle Bar",
            "",
            "+1",
            "",
            new Point(43.75, 7.45),
            200,
            Duration.ofMinutes(10),
            List.of(),
            new Prices(0, new Voucher("WELCOME", 1_000, 0, 0)),
            tardy);
    return new KitchenTicket(world, merchant, "o1", world.dice("ticket"));
  }

  private static Instant instant(String json, String field) {
    return Instant.parse(Json.MAPPER.readTree(json).path(field).stringValue());
  }
}
