package id.antar.gateway.stream.fact;

import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Topic;

/// Where an order's courier was last, for one who begins to follow it. Called under the order's
/// lock.
public interface TellLast {
  void tell(Connection connection, Topic topic, OrderNow now);
}
