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
    };
  }
}
