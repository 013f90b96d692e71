package id.antar.command.merchant;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.ChangePrepTime;
import id.antar.api.merchant.MerchantCommand.ChangeTaxRate;
import id.antar.api.merchant.MerchantCommand.ChangeTimeZone;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.DelistProduct;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OfferVoucher;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantCommand.ReviseProfile;
import id.antar.api.merchant.MerchantCommand.WithdrawVoucher;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Receipt;
import id.antar.api.order.BasketLine;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/// A merchant, as Axon keeps it.
public final class Merchant {

  @AggregateIdentifier private @Nullable String id;
  private MerchantState state = new MerchantState.Unregistered();

  /// Asked within the placing of an order. Changes nothing.
  ///
  /// @param now by which a voucher is valid or not
  Quotation quote(
      MerchantId merchantId, List<BasketLine> basket, @Nullable String voucher, Instant now) {
    return Quoting.quote(state, merchantId, basket, voucher, now);
  }

  /// What an order's command did to the merchant, in the same unit of work.
  void record(MerchantEvent event) {
    AggregateLifecycle.apply(event);
  }

  @Decides
  Receipt handle(RegisterMerchant command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ReviseProfile command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ListProduct command) {
    return decide(command);
  }

  @Decides
  Receipt handle(DelistProduct command) {
    return decide(command);
  }

  @Decides
  Receipt handle(OpenMerchant command) {
    return decide(command);
  }

  @Decides
  Receipt handle(CloseMerchant command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ChangePrepTime command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ChangeTaxRate command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ChangeTimeZone command) {
    return decide(command);
  }

  @Decides
  Receipt handle(OfferVoucher command) {
    return decide(command);
  }

  @Decides
  Receipt handle(WithdrawVoucher command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(MerchantEvent event) {
    id = StreamId.of(event.merchantId());
    state = state.evolve(event);
  }

  private Receipt decide(MerchantCommand command) {
    return answer(state.decide(command));
  }
}
