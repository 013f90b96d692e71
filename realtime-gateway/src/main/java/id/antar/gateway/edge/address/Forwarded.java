package id.antar.gateway.edge.address;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whom the proxies on the way say they had the request from, the first of them first. What cannot
/// be read is an empty place, which nobody looks behind.
final class Forwarded {

  private static final Pattern ELEMENT_FOR =
      Pattern.compile("(?:^|;)\\s*for=(?:\"([^\"]*)\"|([^;\"\\s]*))", Pattern.CASE_INSENSITIVE);

  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)](?::\\d{1,5})?");
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");

  private Forwarded() {}

  /// Of `X-Forwarded-For`: a list of addresses.
  static List<Optional<InetAddress>> listed(List<String> headers) {
    return elements(headers).map(Forwarded::address).toList();
  }

  /// Of `Forwarded` (RFC 7239): a list of elements with, among others, a `for`.
  static List<Optional<InetAddress>> described(List<String> headers) {
    var named = new ArrayList<Optional<InetAddress>>();
    elements(headers)
        .forEach(element -> {
          Matcher found = ELEMENT_FOR.matcher(element);
          String node =
              !found.find() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
          named.add(address(node));
        });
    return named;
  }

  private static Stream<String> elements(List<String> headers) {
    return headers.stream().flatMap(header -> Arrays.stream(header.split(",", -1)));
  }

  private static Optional<InetAddress> address(String node) {
    String text = node.strip();
    Matcher bracketed = BRACKETED.matcher(text);
    Matcher withPort = WITH_PORT.matcher(text);
    if (bracketed.matches()) {
      text = bracketed.group(1);
    } else if (withPort.matches()) {
      text = withPort.group(1);
    }
    return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
  }
}
