package id.antar.gateway.stream.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Those who listen to one topic, lane by lane. Members are counted by whoever subscribes them, and
/// kept by their lane's own thread.
final class Audience {

  static final Share[] NONE = {};

  private volatile Share[] shares = NONE;
  private int members;

  /// The members of one lane.
  static final class Share {
    private final Lane lane;
    private final List<Connection> members = new ArrayList<>(1);

    private Share(Lane lane) {
      this.lane = lane;
    }

    /// Happens on the lane's thread.
    void post(Consumer<Share> step) {
      lane.post(() -> step.accept(this));
    }

    void post(Frame frame) {
      lane.post(() -> deliver(frame));
    }

    void post(Frame frame, Predicate<Connection> to) {
      lane.post(() -> members.stream().filter(to).forEach(member -> member.deliver(frame)));
    }

    void join(Connection connection) {
      members.add(connection);
    }

    void leave(Connection connection) {
      int at = members.indexOf(connection);
      if (at >= 0) {
        Connection last = members.removeLast();
        if (at < members.size()) {
          members.set(at, last);
        }
      }
    }

    List<Connection> members() {
      return members;
    }

    private void deliver(Frame frame) {
      if (members.isEmpty()) {
        return;
      }
      for (int i = members.size() - 1; i >= 0; i--) {
        members.get(i).deliver(frame);
      }
      if (frame.receivedNanos() != 0) {
        lane.measure(frame.receivedNanos());
      }
    }
  }

  Share[] shares() {
    return shares;
  }

  /// Under the topic's lock.
  Share enter(Lane lane) {
    members++;
    for (Share share : shares) {
      if (share.lane == lane) {
        return share;
      }
    }
    Share[] more = Arrays.copyOf(shares, shares.length + 1);
    Share added = new Share(lane);
    more[shares.length] = added;
    shares = more;
    return added;
  }

  /// Under the topic's lock.
  ///
  /// @return whether nobody is left
  boolean exit() {
    members--;
    return members == 0;
  }

  Share of(Lane lane) {
    for (Share share : shares) {
      if (share.lane == lane) {
        return share;
      }
    }
    throw new IllegalStateException("Nobody of this lane has listened.");
  }
}
