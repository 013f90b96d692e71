package id.antar.infra.payment;

import id.antar.command.alert.watch.Look.ProviderCalls;
import id.antar.infra.payment.http.ProviderHttp;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The providers that are called by a network; the sandbox is none of them.
public final class CalledProviders {

  private final List<ProviderHttp> all = new CopyOnWriteArrayList<>();

  ProviderHttp add(ProviderHttp provider) {
    all.add(provider);
    return provider;
  }

  public List<ProviderCalls> calls() {
    return all.stream().map(it -> new ProviderCalls(it.name(), it.failing())).toList();
  }
}
