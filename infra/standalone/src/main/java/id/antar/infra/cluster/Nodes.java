package id.antar.infra.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.CommandMessageFilter;
import org.axonframework.commandhandling.distributed.ConsistentHash;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.commandhandling.distributed.SimpleMember;

/// The processes that are there, and what they handle, as each has said of itself. Before it has,
/// nothing is sent to it.
///
/// @param <A> where a process is reached
final class Nodes<A> {

  /// How many places each has on the ring: enough for even shares.
  private static final int PLACES = 100;

  private final Map<A, Handled> known = new HashMap<>();
  private Set<A> there = Set.of();
  private volatile ConsistentHash ring = new ConsistentHash();
  private volatile Map<String, List<A>> answering = Map.of();

  /// @param node what it calls itself
  /// @param isHere whether it is this process
  /// @param commands their names
  /// @param queries their names
  record Handled(String node, boolean isHere, Set<String> commands, Set<String> queries) {
    Handled {
      commands = Set.copyOf(commands);
      queries = Set.copyOf(queries);
    }
  }

  synchronized void learn(A node, Handled handled) {
    known.put(node, handled);
    arrange();
  }

  /// Who was among them and is not any more is gone. One that is about to come may have told
  /// already what it handles.
  synchronized void see(Collection<A> there) {
    known.keySet().removeIf(node -> this.there.contains(node) && !there.contains(node));
    this.there = Set.copyOf(there);
    arrange();
  }

  private void arrange() {
    var nextRing = new ConsistentHash();
    var nextAnswering = new HashMap<String, List<A>>();
    for (var node : present().entrySet()) {
      Handled handled = node.getValue();
      if (!handled.commands().isEmpty()) {
        nextRing =
            nextRing.with(member(node.getKey(), handled), PLACES, new Named(handled.commands()));
      }
      for (String query : handled.queries()) {
        nextAnswering.computeIfAbsent(query, _ -> new ArrayList<>()).add(node.getKey());
      }
    }
    ring = nextRing;
    answering = nextAnswering;
  }

  private Map<A, Handled> present() {
    var present = new HashMap<>(known);
    present.keySet().retainAll(there);
    return present;
  }

  /// Who is suspected is left to those who watch over who is there.
  private static <A> Member member(A address, Handled handled) {
    return new SimpleMember<>(handled.node(), address, handled.isHere(), _ -> {});
  }

  /// Of one key always the same one, as long as nobody comes or goes.
  Optional<Member> handling(String key, CommandMessage<?> command) {
    return ring.getMember(key, command);
  }

  /// Any of them but those who were asked before.
  Optional<A> answering(String query, Set<A> asked) {
    List<A> left =
        answering.getOrDefault(query, List.of()).stream()
            .filter(node -> !asked.contains(node))
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(left.get(ThreadLocalRandom.current().nextInt(left.size())));
  }

  synchronized boolean haveCommands() {
    return present().values().stream().anyMatch(handled -> !handled.commands().isEmpty());
  }

  synchronized List<String> names() {
    return present().values().stream().map(Handled::node).sorted().toList();
  }

  private record Named(Set<String> names) implements CommandMessageFilter {
    @Override
    public boolean matches(CommandMessage<?> command) {
      return names.contains(command.getCommandName());
    }
  }
}
