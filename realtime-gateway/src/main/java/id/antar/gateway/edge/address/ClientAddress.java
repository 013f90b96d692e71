package id.antar.gateway.edge.address;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/// Where a request comes from: the peer, or whom a trusted proxy names.
///
/// @param text the address alone, without a port or scope; empty if it is not known
/// @param network what is counted together: an IPv4 address, or the /64 of an IPv6 one, within
///   which one host may choose its addresses
public record ClientAddress(String text, String network) {

  private static final ClientAddress UNKNOWN = new ClientAddress("", "");
  private static final String ATTRIBUTE = ClientAddress.class.getName();
  private static final int NETWORK_BYTES = 8;

  public static ClientAddress of(ServerWebExchange exchange) {
    ClientAddress known = exchange.getAttribute(ATTRIBUTE);
    return known != null ? known : ofPeer(exchange);
  }

  private static ClientAddress ofPeer(ServerWebExchange exchange) {
    InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
    return peer == null || peer.getAddress() == null ? UNKNOWN : of(peer.getAddress());
  }

  public static ClientAddress of(InetAddress address) {
    String text = NetUtil.toAddressString(address);
    if (address instanceof Inet6Address) {
      return new ClientAddress(
          text, HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64");
    }
    return new ClientAddress(text, text);
  }

  void remember(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }
}
