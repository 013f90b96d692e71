package id.antar.infra.position;

import id.antar.api.mode.ProductionCheck;
import id.antar.infra.redis.RedisProperties;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import java.util.List;

/// Whether positions come to those who need them. A gateway takes them in and shows them, a
/// dispatcher plans by them.
final class ClusterPositions implements ProductionCheck {

  private final Part part;
  private final RedisProperties redis;

  ClusterPositions(Part part, RedisProperties redis) {
    this.part = part;
    this.redis = redis;
  }

  /// Couriers may report to any gateway.
  @Override
  public List<String> weaknesses() {
    boolean concerned = part.has(Role.GATEWAY) || part.has(Role.DISPATCH);
    return staysWithin() && concerned
        ? List.of("antar.redis.url is not set: no other process of the cluster hears of positions.")
        : List.of();
  }

  /// Nothing would ever be heard from the other side.
  void requireHeard() {
    if (staysWithin() && part.has(Role.GATEWAY) != part.has(Role.DISPATCH)) {
      throw new IllegalStateException(
          "antar.redis.url is not set: positions do not come from a gateway to a dispatcher in"
              + " another process.");
    }
  }

  private boolean staysWithin() {
    return !part.alone() && !redis.isGiven();
  }
}
