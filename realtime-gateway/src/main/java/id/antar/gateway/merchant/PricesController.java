package id.antar.gateway.merchant;

import id.antar.api.account.Permission;
import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.WithdrawVoucher;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.ListVouchers;
import id.antar.api.merchant.Voucher;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What is added to a merchant's prices and taken off them, and when its days begin.
@RestController
final class PricesController {

  private final Engine engine;
  private final PhoneClock times;

  PricesController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  @PutMapping("/v1/merchants/{id}/tax-rate")
  @Requires(Permission.PRICES_MANAGE)
  Mono<Done> taxRate(
      Caller caller, @PathVariable MerchantId id, @RequestBody PriceRequests.TaxRate body) {
    return send(body.toCommand(id, times.of(body)), caller);
  }

  @PutMapping("/v1/merchants/{id}/time-zone")
  @Requires(Permission.PRICES_MANAGE)
  Mono<Done> timeZone(
      Caller caller, @PathVariable MerchantId id, @RequestBody PriceRequests.TimeZone body) {
    return send(body.toCommand(id, times.of(null)), caller);
  }

  @PostMapping("/v1/merchants/{id}/vouchers")
  @Requires(Permission.PRICES_MANAGE)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<VoucherAnswers.Offered> offer(
      Caller caller, @PathVariable MerchantId id, @RequestBody PriceRequests.Offer body) {
    var command = body.toCommand(id, times.of(body));
    return send(command, caller).thenReturn(new VoucherAnswers.Offered(command.voucher().code()));
  }

  @DeleteMapping("/v1/merchants/{id}/vouchers/{code}")
  @Requires(Permission.PRICES_MANAGE)
  Mono<Done> withdraw(Caller caller, @PathVariable MerchantId id, @PathVariable String code) {
    String known = Valid.value("code", () -> Voucher.codeOf(code));
    return send(new WithdrawVoucher(id, known, times.of(null)), caller);
  }

  @GetMapping("/v1/merchants/{id}/vouchers")
  @Requires(Permission.PRICES_MANAGE)
  Mono<VoucherAnswers.Page> list(
      Caller caller,
      @PathVariable MerchantId id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    MerchantAccess.require(id, caller);
    return engine
        .ask(new ListVouchers(id, cursor, Valid.limit(limit)))
        .map(VoucherAnswers.Page::of);
  }

  private Mono<Done> send(MerchantCommand command, Caller caller) {
    MerchantAccess.require(command.merchantId(), caller);
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
