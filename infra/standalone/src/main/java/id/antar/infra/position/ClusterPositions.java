package id.antar.infra.position;

import id.antar.api.mode.ProductionCheck;
import id.antar.infra.cluster.ClusterProperties;
import id.antar.infra.startup.Role;
import java.util.List;
import java.util.Set;

/// Whether positions come to those who need them. A gateway takes them in and shows them, a
/// dispatcher plans by them.
final class ClusterPositions implements ProductionCheck {

  private final ClusterProperties cluster;
  private final RedisProperties redis;
  private final Set<Role> roles;

  ClusterPositions(ClusterProperties cluster, RedisProperties redis, Set<Role> roles) {
    this.cluster = cluster;
    this.redis = redis;
    this.roles = Set.copyOf(roles);
  }

  /// Couriers may report to any gateway.
  @Override
  public List<String> weaknesses() {
    boolean concerned = roles.contains(Role.GATEWAY) || roles.contains(Role.DISPATCH);
    return staysWithin() && concerned
        ? List.of("antar.redis.url is not set: no other process of the cluster hears of positions.")
        : List.of();
  }

  /// Nothing would ever be heard from the other side.
  void requireHeard() {
    if (staysWithin() && roles.contains(Role.GATEWAY) != roles.contains(Role.DISPATCH)) {
      throw new IllegalStateException(
          "antar.redis.url is not set: positions do not come from a gateway to a dispatcher in"
              + " another process.");
    }
  }

  private boolean staysWithin() {
    return !cluster.isAlone() && !redis.isGiven();
  }
}
