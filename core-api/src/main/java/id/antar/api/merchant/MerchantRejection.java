package id.antar.api.merchant;

import id.antar.api.message.Rejection;

/// Why a merchant command is refused.
public sealed interface MerchantRejection extends Rejection {

  record UnknownMerchant(MerchantId merchantId) implements MerchantRejection {
    @Override
    public String detail() {
      return "There is no merchant " + merchantId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// The id is taken by a merchant with other data.
  record MerchantAlreadyRegistered(MerchantId merchantId) implements MerchantRejection {
    @Override
    public String detail() {
      return "Merchant " + merchantId + " is registered already, with other data.";
    }
  }

  record UnknownProduct(MerchantId merchantId, ProductId productId) implements MerchantRejection {
    @Override
    public String detail() {
      return "Product " + productId + " is not on the menu of merchant " + merchantId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record CurrencyMismatch(String expected, String actual) implements MerchantRejection {
    @Override
    public String detail() {
      return "The merchant sells in " + expected + ", the price is in " + actual + ".";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "price.currency";
    }
  }

  record MenuFull(int limit) implements MerchantRejection {
    @Override
    public String detail() {
      return "A menu holds at most " + limit + " products.";
    }
  }

  record PrepTimeOutOfRange(long seconds) implements MerchantRejection {
    @Override
    public String detail() {
      return "A prep time of " + seconds + " s is not within 0 and 14400 s.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "prepTime";
    }
  }

  record TaxRateOutOfRange(int basisPoints) implements MerchantRejection {
    @Override
    public String detail() {
      return "A tax rate of " + basisPoints + " basis points is not within 0 and 5000.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "basisPoints";
    }
  }

  /// The code is taken by a voucher with other terms, maybe one that was withdrawn.
  record VoucherAlreadyOffered(String voucher) implements MerchantRejection {
    @Override
    public String detail() {
      return "Voucher " + voucher + " was offered before, with other terms.";
    }
  }

  record TooManyVouchers(int limit) implements MerchantRejection {
    @Override
    public String detail() {
      return "A merchant has at most " + limit + " vouchers that are not over.";
    }
  }

  record UnknownVoucher(MerchantId merchantId, String voucher) implements MerchantRejection {
    @Override
    public String detail() {
      return "Merchant " + merchantId + " has no voucher " + voucher + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// Also what a code is answered with that was never offered, so that codes cannot be guessed from
  /// the answers.
  record VoucherNotValid(String voucher) implements MerchantRejection {
    @Override
    public String detail() {
      return "Voucher " + voucher + " is not valid for this order.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "voucher";
    }
  }
}
