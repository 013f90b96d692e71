package id.antar.command.order;

import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.clockAt;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderRejection.MerchantIsClosed;
import id.antar.api.order.OrderRejection.OrderAlreadyPlaced;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.time.EngineClock;
import id.antar.command.merchant.MerchantConfiguration;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.axonframework.config.ConfigurerModule;

/// The real repositories, with their caches, on an event store in memory.
class PlacingOrderTest {

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private Configuration axon;

  @BeforeEach
  void start() {
    beans.registerBean(EngineClock.class, () -> clockAt(NOON));
    beans.register(OrderConfiguration.class, MerchantConfiguration.class);
    beans.refresh();
    var configurer = DefaultConfigurer.defaultConfiguration();
    configurer.configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
    configurer.registerComponent(OrderRules.class, _ -> beans.getBean(OrderRules.class));
    beans.getBeansOfType(ConfigurerModule.class).values().forEach(m -> m.configureModule(configurer));
    axon = configurer.start();
  }

  @AfterEach
  void stop() {
    axon.shutdown();
    beans.close();
  }

  @Test
  void anOpenMerchantGetsTheOrder() {
    openNoodleBar();

    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.accepted());
    assertThat(facts()).containsExactly(OrderStory.placed(CARD));
  }

  @Test
  void anUnknownMerchantGetsNone() {
    assertThat(send(placeOrder(CARD)))
        .isEqualTo(Receipt.rejected(new UnknownMerchant(NOODLE_BAR)));
    assertThat(facts()).isEmpty();
  }

  @Test
  void aClosedMerchantGetsNoneButARepeatIsFine() {
    openNoodleBar();
    send(placeOrder(CARD));
    send(new CloseMerchant(NOODLE_BAR, at(1)));

    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.accepted());
    assertThat(send(placeOrder(CASH)))
        .isEqualTo(Receipt.rejected(new OrderAlreadyPlaced(ORDER)));
    assertThat(facts()).hasSize(1);
  }

  @Test
  void aRefusedOrderMayBePlacedOnceTheMerchantOpens() {
    openNoodleBar();
    send(new CloseMerchant(NOODLE_BAR, at(1)));
    assertThat(send(placeOrder(CARD)))
        .isEqualTo(Receipt.rejected(new MerchantIsClosed(NOODLE_BAR)));

    send(new OpenMerchant(NOODLE_BAR, at(2)));
    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.accepted());
  }

  @Test
  void aCommandForNoOrderIsRefusedAndLeavesNoTrace() {
    var confirm = new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2));

    assertThat(send(confirm)).isEqualTo(Receipt.rejected(new UnknownOrder(ORDER)));
    assertThat(send(confirm)).isEqualTo(Receipt.rejected(new UnknownOrder(ORDER)));
    assertThat(facts()).isEmpty();
  }

  private void openNoodleBar() {
    List<MerchantCommand> opening =
        List.of(
            new RegisterMerchant(
                NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
            new ListProduct(NOODLE_BAR, RAMEN, NOON),
            new ListProduct(NOODLE_BAR, TEA, NOON),
            new OpenMerchant(NOODLE_BAR, NOON));
    opening.forEach(command -> assertThat(send(command)).isEqualTo(Receipt.accepted()));
  }

  private Receipt send(Object command) {
    return axon.commandGateway().sendAndWait(command);
  }

  private List<Object> facts() {
    return axon.eventStore()
        .readEvents(ORDER.value())
        .asStream()
        .map(DomainEventMessage::getPayload)
        .<Object>map(payload -> payload)
        .toList();
  }
}
