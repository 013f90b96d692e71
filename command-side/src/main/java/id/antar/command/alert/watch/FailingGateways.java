package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.command.alert.watch.Look.ProviderCalls;
import java.util.List;
import java.util.stream.Stream;

/// How many calls to payment providers fail.
final class FailingGateways implements Rule {

  @Override
  public Stream<Measure> measure(Look look) {
    List<ProviderCalls> providers = look.providers();
    return providers == null
        ? Stream.empty()
        : providers.stream()
            .map(it -> new Measure(AlertKind.GATEWAY_FAILING, it.name(), it.failing(), look.now()));
  }
}
