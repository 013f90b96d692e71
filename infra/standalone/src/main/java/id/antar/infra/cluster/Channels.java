package id.antar.infra.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jgroups.JChannel;
import org.jgroups.protocols.BARRIER;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG2;
import org.jgroups.protocols.JDBC_PING2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;

/// How processes reach each other: over TCP, encrypted, found by the database that they share. One
/// whose connection ends is gone within two seconds, one that says nothing for eight seconds is
/// taken for gone, and is back when it speaks again.
final class Channels {

  private static final int OTHER_PORTS = 50;
  private static final long SILENT_MS = 8_000;
  private static final long HEARTBEAT_MS = 2_000;
  private static final int LARGEST_MESSAGE = 64 << 20;

  private Channels() {}

  /// @param node what the others call it
  /// @param key that only processes of this engine have; who has another one is not heard
  /// @param database whose connections commit by themselves
  static JChannel open(
      ClusterProperties properties, String node, SecretKey key, DataSource database)
      throws Exception {
    InetAddress address = address(properties.address());
    var transport = new TCP();
    transport.setBindAddress(address);
    transport.setClientBindAddr(address);
    transport.setBindPort(properties.port());
    transport.setPortRange(OTHER_PORTS);
    transport.setMaxLength(LARGEST_MESSAGE);
    var channel =
        new JChannel(
            transport,
            discovery(database),
            new MERGE3().setMinInterval(1_000).setMaxInterval(5_000),
            new FD_SOCK2().setBindAddress(address),
            new FD_ALL3().setTimeout(SILENT_MS).setInterval(HEARTBEAT_MS),
            new VERIFY_SUSPECT2().setTimeout(1_500),
            new BARRIER(),
            new SealedTraffic(key),
            new NAKACK2().useMcastXmit(false),
            new UNICAST3(),
            new STABLE(),
            new GMS().setJoinTimeout(2_000).setMaxJoinAttempts(3),
            new UFC(),
            new MFC(),
            new FRAG2().<FRAG2>setFragSize(60_000));
    transport.getDiagnosticsHandler().setEnabled(false);
    return channel.name(node);
  }

  private static JDBC_PING2 discovery(DataSource database) {
    return new JDBC_PING2()
        .setDataSource(database)
        .setInitializeSql(null)
        .setInsertSingleSql(
            "INSERT INTO cluster_node (address, name, cluster, ip, coord) VALUES (?, ?, ?, ?, ?)")
        .setDeleteSingleSql("DELETE FROM cluster_node WHERE address = ?")
        .setClearSql("DELETE FROM cluster_node WHERE cluster = ?")
        .setSelectAllPingdataSql(
            "SELECT address, name, ip, coord FROM cluster_node WHERE cluster = ?");
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("antar.cluster.address is no address: " + text, e);
    }
  }
}
