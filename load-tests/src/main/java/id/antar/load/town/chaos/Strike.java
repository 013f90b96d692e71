package id.antar.load.town.chaos;

import java.time.Duration;
import java.util.List;

/// Something that is done to one process on purpose.
///
/// @param lasts how long a process stands still or is cut off; zero if it is ended
record Strike(Target aim, Deed deed, Duration lasts) {

  /// Whom it meets.
  sealed interface Target {}

  /// This one.
  record Named(String process) implements Target {}

  enum Aim implements Target {
    FIRST_GATEWAY,
    LAST_GATEWAY,
    COMMAND,
    QUERY,
    /// The dispatcher that plans.
    LEADER,
    REDIS
  }

  enum Deed {
    KILL("kill -9"),
    PAUSE("pause"),
    /// From the other processes, not from the servers.
    CUT_OFF("cut off"),
    TERMINATE("stop");

    private final String word;

    Deed(String word) {
      this.word = word;
    }
  }

  /// All that is done in a run, one after the other. What is paused or cut off is so for longer
  /// than others wait for it.
  static List<Strike> script() {
    return List.of(
        kill(Aim.FIRST_GATEWAY),
        kill(Aim.COMMAND),
        kill(Aim.QUERY),
        kill(Aim.LEADER),
        pause(Aim.LEADER, 15),
        pause(Aim.COMMAND, 12),
        cutOff(Aim.LEADER, 20),
        cutOff(Aim.COMMAND, 20),
        pause(Aim.REDIS, 60),
        kill(Aim.REDIS),
        new Strike(Aim.LAST_GATEWAY, Deed.TERMINATE, Duration.ZERO));
  }

  /// Whoever answers first, then who asks; who makes events after those who follow them.
  private static final List<String> ROLES = List.of("query", "gateway", "command", "dispatch");

  /// Every process is stopped in its turn, for whoever minds it to start it as another version.
  static List<Strike> rolling(Cluster cluster) {
    return ROLES.stream()
        .flatMap(role -> cluster.list(role).stream())
        .map(Cluster.Member::name)
        .distinct()
        .map(name -> new Strike(new Named(name), Deed.TERMINATE, Duration.ZERO))
        .toList();
  }

  private static Strike kill(Aim aim) {
    return new Strike(aim, Deed.KILL, Duration.ZERO);
  }

  private static Strike pause(Aim aim, int seconds) {
    return new Strike(aim, Deed.PAUSE, Duration.ofSeconds(seconds));
  }

  private static Strike cutOff(Aim aim, int seconds) {
    return new Strike(aim, Deed.CUT_OFF, Duration.ofSeconds(seconds));
  }

  boolean endsIt() {
    return deed == Deed.KILL || deed == Deed.TERMINATE;
  }

  /// Such as `pause 15 s dispatch-1`.
  String title(String name) {
    return lasts.isZero()
        ? deed.word + " " + name
        : "%s %d s %s".formatted(deed.word, lasts.toSeconds(), name);
  }
}
