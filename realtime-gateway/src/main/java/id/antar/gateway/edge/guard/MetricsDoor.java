package id.antar.gateway.edge.guard;

import id.antar.api.mode.Mode;
import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.address.Networks;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Hides `/metrics` from all but this machine and the monitors.
@Order(MetricsDoor.ORDER)
public final class MetricsDoor implements WebFilter {

  public static final int ORDER = -290;

  private final Networks monitors;

  private MetricsDoor(Networks monitors) {
    this.monitors = monitors;
  }

  /// In development anybody may measure.
  public static MetricsDoor of(EdgeProperties edge, Mode mode) {
    return new MetricsDoor(
        switch (mode) {
          case DEVELOPMENT -> Networks.everywhere();
          case PRODUCTION -> new Networks(edge.monitors());
        });
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    boolean hidden =
        exchange.getRequest().getPath().value().startsWith("/metrics")
            && !mayRead(ClientAddress.of(exchange).text());
    return hidden
        ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
        : chain.filter(exchange);
  }

  private boolean mayRead(String text) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(text);
    return address != null && (address.isLoopbackAddress() || monitors.contains(address));
  }
}
