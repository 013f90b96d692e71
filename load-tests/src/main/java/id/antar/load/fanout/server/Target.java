package id.antar.load.fanout.server;

import java.net.InetSocketAddress;

/// A server that brings what publishers send to those who follow them.
public interface Target {

  String name();

  InetSocketAddress address();

  /// How the n-th follower begins to follow.
  Talk follow(int follower);

  /// How the n-th publisher begins to publish.
  Talk publish(int publisher);

  /// A publisher's next message. It has the field `sequence`, and so has what its followers get.
  byte[] message(int publisher, long sequence);
}
