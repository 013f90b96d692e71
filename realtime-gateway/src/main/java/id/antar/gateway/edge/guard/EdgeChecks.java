package id.antar.gateway.edge.guard;

import id.antar.api.mode.ProductionCheck;
import id.antar.api.mode.SecretFile;
import id.antar.gateway.edge.GatewayProperties;
import java.util.ArrayList;
import java.util.List;

/// What of the gateway's configuration is for development only.
final class EdgeChecks implements ProductionCheck {

  private final GatewayProperties gateway;
  private final EdgeProperties edge;

  EdgeChecks(GatewayProperties gateway, EdgeProperties edge) {
    this.gateway = gateway;
    this.edge = edge;
  }

  @Override
  public List<String> weaknesses() {
    var weak = new ArrayList<String>();
    if (gateway.issueTokens()) {
      weak.add("antar.gateway.issue-tokens: an admin may have tokens made for anybody; set false.");
    }
    if (gateway.publicUrl() == null || !"https".equals(gateway.publicUrl().getScheme())) {
      weak.add("antar.gateway.public-url is not an https address.");
    }
    if (edge.allowedOrigins().contains("*")) {
      weak.add("antar.gateway.edge.allowed-origins allows all (*).");
    }
    if (edge.trustedProxies().stream().anyMatch(it -> it.endsWith("/0"))) {
      weak.add("antar.gateway.edge.trusted-proxies trusts everybody (/0).");
    }
    SecretFile.weakness(gateway.keyFile()).ifPresent(weak::add);
    return weak;
  }
}
