package id.antar.command.merchant;

import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantEvent.MerchantRegistered;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.message.Receipt;
import id.antar.command.decider.TargetOf;
import java.time.Duration;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class MerchantShellTest {

  private final FixtureConfiguration<Merchant> fixture =
      new AggregateTestFixture<>(Merchant.class)
          .registerCommandTargetResolver(
              new TargetOf<>(MerchantCommand.class, MerchantCommand::merchantId));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ZERO, NOON))
        .expectEvents(
            new MerchantRegistered(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ZERO, NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(new MerchantRegistered(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ZERO, NOON))
        .when(new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ZERO, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itRefusesByItsReceiptBeforeItExists() {
    fixture
        .givenNoPriorActivity()
        .when(new OpenMerchant(NOODLE_BAR, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.rejected(new UnknownMerchant(NOODLE_BAR)));
  }
}
