package id.antar.command.merchant;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

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
import id.antar.api.merchant.MerchantEvent.MerchantClosed;
import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.MerchantRegistered;
import id.antar.api.merchant.MerchantEvent.PrepTimeChanged;
import id.antar.api.merchant.MerchantEvent.ProductDelisted;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import id.antar.api.merchant.MerchantEvent.ProfileRevised;
import id.antar.api.merchant.MerchantEvent.TaxRateChanged;
import id.antar.api.merchant.MerchantEvent.TimeZoneChanged;
import id.antar.api.merchant.MerchantEvent.VoucherOffered;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.MerchantRejection.CurrencyMismatch;
import id.antar.api.merchant.MerchantRejection.MenuFull;
import id.antar.api.merchant.MerchantRejection.MerchantAlreadyRegistered;
import id.antar.api.merchant.MerchantRejection.PrepTimeOutOfRange;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.merchant.MerchantRejection.UnknownProduct;
import id.antar.command.decider.Decision;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// A merchant's record: who it is, what it sells, whether it takes orders.
sealed interface MerchantState {

  int MENU_LIMIT = 500;
  Duration LONGEST_PREP_TIME = Duration.ofHours(4);

  record Unregistered() implements MerchantState {}

  record Registered(
      MerchantRegistered registration,
      MerchantProfile profile,
      Duration prepTime,
      boolean open,
      Menu menu,
      Prices prices)
      implements MerchantState {

    String currency() {
      return registration.deliveryFee().currency();
    }

    private Registered withMenu(Menu changed) {
      return new Registered(registration, profile, prepTime, open, changed, prices);
    }

    private Registered withPrices(Prices changed) {
      return new Registered(registration, profile, prepTime, open, menu, changed);
    }

    private Registered withOpen(boolean changed) {
      return new Registered(registration, profile, prepTime, changed, menu, prices);
    }
  }

  default Decision<MerchantEvent> decide(MerchantCommand command) {
    return switch (this) {
      case Unregistered _ ->
          command instanceof RegisterMerchant c
              ? register(c)
              : reject(new UnknownMerchant(command.merchantId()));
      case Registered merchant ->
          switch (command) {
            case RegisterMerchant c -> registerAgain(merchant, c);
            case ReviseProfile c -> revise(merchant, c);
            case ListProduct c -> list(merchant, c);
            case DelistProduct c -> delist(merchant, c);
            case OpenMerchant c ->
                merchant.open()
                    ? satisfied()
                    : accept(new MerchantOpened(c.merchantId(), c.occurredAt()));
            case CloseMerchant c ->
                merchant.open()
                    ? accept(new MerchantClosed(c.merchantId(), c.occurredAt()))
                    : satisfied();
            case ChangePrepTime c -> changePrepTime(merchant, c);
            case ChangeTaxRate c -> Pricing.changeTaxRate(merchant, c);
            case ChangeTimeZone c -> Pricing.changeTimeZone(merchant, c);
            case OfferVoucher c -> Pricing.offer(merchant, c);
            case WithdrawVoucher c -> Pricing.withdraw(merchant, c);
          };
    };
  }

  default MerchantState evolve(MerchantEvent event) {
    return switch (event) {
      case MerchantRegistered e ->
          new Registered(e, e.profile(), e.prepTime(), false, Menu.empty(), Prices.usual());
      case ProfileRevised e -> {
        Registered m = registered();
        yield new Registered(m.registration, e.profile(), m.prepTime, m.open, m.menu, m.prices);
      }
      case ProductListed e -> registered().withMenu(registered().menu().with(e.product()));
      case ProductDelisted e -> registered().withMenu(registered().menu().without(e.productId()));
      case MerchantOpened _ -> registered().withOpen(true);
      case MerchantClosed _ -> registered().withOpen(false);
      case PrepTimeChanged e -> {
        Registered m = registered();
        yield new Registered(m.registration, m.profile, e.prepTime(), m.open, m.menu, m.prices);
      }
      case TaxRateChanged e -> reprice(prices -> prices.withTax(e.basisPoints()));
      case TimeZoneChanged e -> reprice(prices -> prices.in(e.timeZone()));
      case VoucherOffered e -> reprice(it -> it.with(it.vouchers().with(e.voucher())));
      case VoucherWithdrawn e -> reprice(it -> it.with(it.vouchers().without(e.code())));
      case VoucherRedeemed e -> reprice(it -> it.with(it.vouchers().redeemed(e.code())));
      case VoucherReleased e -> reprice(it -> it.with(it.vouchers().released(e.code())));
    };
  }

  private static Decision<MerchantEvent> register(RegisterMerchant c) {
    if (isOutOfRange(c.prepTime())) {
      return reject(new PrepTimeOutOfRange(c.prepTime().toSeconds()));
    }
    return accept(
        new MerchantRegistered(
            c.merchantId(), c.profile(), c.deliveryFee(), c.prepTime(), c.occurredAt()));
  }

  private static Decision<MerchantEvent> registerAgain(Registered merchant, RegisterMerchant c) {
    MerchantRegistered first = merchant.registration();
    boolean same =
        first.profile().equals(c.profile())
            && first.deliveryFee().equals(c.deliveryFee())
            && first.prepTime().equals(c.prepTime());
    return same ? satisfied() : reject(new MerchantAlreadyRegistered(c.merchantId()));
  }

  private static Decision<MerchantEvent> revise(Registered merchant, ReviseProfile c) {
    return merchant.profile().equals(c.profile())
        ? satisfied()
        : accept(new ProfileRevised(c.merchantId(), c.profile(), c.occurredAt()));
  }

  private static Decision<MerchantEvent> list(Registered merchant, ListProduct c) {
    String currency = c.product().price().currency();
    if (!currency.equals(merchant.currency())) {
      return reject(new CurrencyMismatch(merchant.currency(), currency));
    }
    if (merchant.menu().holds(c.product())) {
      return satisfied();
    }
    if (!merchant.menu().has(c.product().productId()) && merchant.menu().size() >= MENU_LIMIT) {
      return reject(new MenuFull(MENU_LIMIT));
    }
    return accept(new ProductListed(c.merchantId(), c.product(), c.occurredAt()));
  }

  private static Decision<MerchantEvent> delist(Registered merchant, DelistProduct c) {
    if (merchant.menu().has(c.productId())) {
      return accept(new ProductDelisted(c.merchantId(), c.productId(), c.occurredAt()));
    }
    return merchant.menu().hadOnce(c.productId())
        ? satisfied()
        : reject(new UnknownProduct(c.merchantId(), c.productId()));
  }

  private static Decision<MerchantEvent> changePrepTime(Registered merchant, ChangePrepTime c) {
    if (isOutOfRange(c.prepTime())) {
      return reject(new PrepTimeOutOfRange(c.prepTime().toSeconds()));
    }
    return merchant.prepTime().equals(c.prepTime())
        ? satisfied()
        : accept(new PrepTimeChanged(c.merchantId(), c.prepTime(), c.occurredAt()));
  }

  private static boolean isOutOfRange(Duration prepTime) {
    return prepTime.isNegative() || prepTime.compareTo(LONGEST_PREP_TIME) > 0;
  }

  private Registered reprice(UnaryOperator<Prices> change) {
    return registered().withPrices(change.apply(registered().prices()));
  }

  private Registered registered() {
    if (this instanceof Registered merchant) {
      return merchant;
    }
    throw new IllegalStateException("The merchant's events do not begin with MerchantRegistered.");
  }
}
