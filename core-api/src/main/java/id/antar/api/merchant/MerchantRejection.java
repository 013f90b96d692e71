package id.antar.api.merchant;

import id.antar.api.message.Rejection;

/// Why a merchant command is refused.
public sealed interface MerchantRejection extends Rejection {

  record UnknownMerchant(MerchantId merchantId) implements MerchantRejection, NotFound {}

  /// The id is taken by a merchant with other data.
  record MerchantAlreadyRegistered(MerchantId merchantId) implements MerchantRejection {}

  record UnknownProduct(MerchantId merchantId, ProductId productId)
      implements MerchantRejection, NotFound {}

  record CurrencyMismatch(String expected, String actual) implements MerchantRejection, Invalid {
    @Override
    public String field() {
      return "price.currency";
    }
  }

  record MenuFull(int limit) implements MerchantRejection {}

  record PrepTimeOutOfRange(long seconds) implements MerchantRejection, Invalid {
    @Override
    public String field() {
      return "prepTime";
    }
  }

  record TaxRateOutOfRange(int basisPoints) implements MerchantRejection, Invalid {
    @Override
    public String field() {
      return "basisPoints";
    }
  }

  /// The code is taken by a voucher with other terms, maybe one that was withdrawn.
  record VoucherAlreadyOffered(String voucher) implements MerchantRejection {}

  record TooManyVouchers(int limit) implements MerchantRejection {}

  record UnknownVoucher(MerchantId merchantId, String voucher)
      implements MerchantRejection, NotFound {}

  /// Also what a code is answered with that was never offered, so that codes cannot be guessed from
  /// the answers.
  record VoucherNotValid(String voucher) implements MerchantRejection, Invalid {
    @Override
    public String field() {
      return "voucher";
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case UnknownMerchant(var merchantId) -> "There is no merchant " + merchantId + ".";
      case MerchantAlreadyRegistered(var merchantId) ->
          "Merchant " + merchantId + " is registered already, with other data.";
      case UnknownProduct(var merchantId, var productId) ->
          "Product " + productId + " is not on the menu of merchant " + merchantId + ".";
      case CurrencyMismatch(var expected, var actual) ->
          "The merchant sells in " + expected + ", the price is in " + actual + ".";
      case MenuFull(var limit) -> "A menu holds at most " + limit + " products.";
      case PrepTimeOutOfRange(var seconds) ->
          "A prep time of " + seconds + " s is not within 0 and 14400 s.";
      case TaxRateOutOfRange(var basisPoints) ->
          "A tax rate of " + basisPoints + " basis points is not within 0 and 5000.";
      case VoucherAlreadyOffered(var voucher) ->
          "Voucher " + voucher + " was offered before, with other terms.";
      case TooManyVouchers(var limit) ->
          "A merchant has at most " + limit + " vouchers that are not over.";
      case UnknownVoucher(var merchantId, var voucher) ->
          "Merchant " + merchantId + " has no voucher " + voucher + ".";
      case VoucherNotValid(var voucher) -> "Voucher " + voucher + " is not valid for this order.";
    };
  }
}
