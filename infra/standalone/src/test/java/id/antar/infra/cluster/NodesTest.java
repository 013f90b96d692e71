package id.antar.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import id.antar.infra.cluster.Nodes.Handled;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTest {
  private static final CommandMessage<?> COMMAND = asCommandMessage("any");

  private final Nodes<String> nodes = new Nodes<>();

  @BeforeEach
  void allAreThere() {
    nodes.see(List.of("here", "other", "leaving", "a", "b", "c"));
  }

  private static Handled handled(String node, Set<String> commands, Set<String> queries) {
    return new Handled(node, node.equals("here"), commands, queries);
  }

  private void handlesCommands(String node) {
    nodes.learn(node, handled(node, Set.of(COMMAND.getCommandName()), Set.of()));
  }

  private Optional<String> handling(String key) {
    return nodes.handling(key, COMMAND).map(Member::name);
  }

  private List<String> handlingAll() {
    return IntStream.range(0, 1000).mapToObj(it -> handling("key-" + it).orElseThrow()).toList();
  }

  @Test
  void aCommandGoesToNobodyWhileNobodyHandlesIt() {
    nodes.learn("other", handled("other", Set.of("something else"), Set.of()));

    assertThat(handling("any")).isEmpty();
  }

  @Test
  void itIsKnownWhetherAnybodyHandlesCommands() {
    nodes.learn("here", handled("here", Set.of(), Set.of("a question")));
    assertThat(nodes.haveCommands()).isFalse();

    handlesCommands("a");
    assertThat(nodes.haveCommands()).isTrue();

    nodes.see(List.of("here"));
    assertThat(nodes.haveCommands()).isFalse();
  }

  @Test
  void theCommandsOfOneAggregateGoToOneProcessAndThoseOfAllToAll() {
    Stream.of("here", "a", "b").forEach(this::handlesCommands);

    assertThat(handlingAll()).isEqualTo(handlingAll()).contains("here", "a", "b");
  }

  @Test
  void allProcessesAgreeWhereACommandGoes() {
    Stream.of("here", "a", "b").forEach(this::handlesCommands);
    List<String> mine = handlingAll();
    var theirs = new Nodes<String>();
    theirs.see(List.of("a", "b", "here"));
    Stream.of("b", "here", "a")
        .forEach(node ->
            theirs.learn(
                node, new Handled(node, false, Set.of(COMMAND.getCommandName()), Set.of())));

    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(it -> theirs.handling("key-" + it, COMMAND).orElseThrow().name())
                .toList())
        .isEqualTo(mine);
  }

  @Test
  void whenOneGoesOnlyItsOwnGoElsewhere() {
    Stream.of("here", "a", "b").forEach(this::handlesCommands);
    List<String> before = handlingAll();

    nodes.see(List.of("here", "a"));

    List<String> after = handlingAll();
    assertThat(after).doesNotContain("b");
    assertThat(IntStream.range(0, 1000).filter(it -> !before.get(it).equals("b")))
        .allMatch(it -> after.get(it).equals(before.get(it)));
  }

  @Test
  void whoSaysThatItHandlesNothingAnyMoreIsSentNothing() {
    handlesCommands("here");
    handlesCommands("leaving");

    nodes.learn("leaving", handled("leaving", Set.of(), Set.of()));

    assertThat(handlingAll()).containsOnly("here");
    assertThat(nodes.names()).containsExactly("here", "leaving");
  }

  @Test
  void whatWasToldByOneThatIsGoneMeanwhileCountsNoMore() {
    handlesCommands("here");
    nodes.see(List.of("here"));

    handlesCommands("a");
    assertThat(handlingAll()).containsOnly("here");

    nodes.see(List.of("here", "a"));
    assertThat(handlingAll()).contains("a");
  }

  @Test
  void aQueryIsAskedOfEachThatKnowsButOnce() {
    nodes.learn("a", handled("a", Set.of(), Set.of("query")));
    nodes.learn("b", handled("b", Set.of(), Set.of("query", "other query")));
    nodes.learn("c", handled("c", Set.of(), Set.of("other query")));

    var asked = new HashSet<String>();
    asked.add(nodes.answering("query", asked).orElseThrow());
    asked.add(nodes.answering("query", asked).orElseThrow());

    assertThat(asked).containsExactlyInAnyOrder("a", "b");
    assertThat(nodes.answering("query", asked)).isEmpty();
  }
}
