package id.antar.gateway.ops;

import id.antar.api.account.Permission;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.ops.RateWatch.Rate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How busy the process is that answers.
@RestController
final class RateController {

  private final RateWatch watch;

  RateController(RateWatch watch) {
    this.watch = watch;
  }

  /// @param stepSeconds real time between two values
  record Rates(long stepSeconds, List<Rate> rates) {}

  @GetMapping("/v1/ops/rates")
  @Requires(Permission.OPS_READ)
  Mono<Rates> rates(Caller caller) {
    return Mono.fromSupplier(() -> new Rates(RateWatch.EVERY.toSeconds(), watch.rates()));
  }
}
