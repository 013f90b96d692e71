package id.antar.gateway.edge.address;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Addresses and networks such as `10.0.0.0/8` and `::1`.
public final class Networks {

  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  private final List<IpSubnetFilterRule> rules;

  public Networks(List<String> written) {
    this.rules = written.stream().map(Networks::rule).toList();
  }

  public static Networks everywhere() {
    return new Networks(List.of("0.0.0.0/0", "::/0"));
  }

  private static IpSubnetFilterRule rule(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
    if (address == null) {
      throw new IllegalArgumentException(text + " is not an address or a network.");
    }
    int all = NetUtil.isValidIpV4Address(parts[0]) ? IPV4_BITS : IPV6_BITS;
    int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  public boolean contains(InetAddress address) {
    var socket = new InetSocketAddress(address, 0);
    return rules.stream().anyMatch(rule -> rule.matches(socket));
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }
}
