package id.antar.command.dispatch;

import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;

import id.antar.api.dispatch.DispatchCommand;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Receipt;
import id.antar.command.decider.TargetOf;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class DispatchDecisionShellTest {

  private final FixtureConfiguration<DispatchDecision> fixture =
      new AggregateTestFixture<>(DispatchDecision.class)
          .registerCommandTargetResolver(
              new TargetOf<>(DispatchCommand.class, DispatchCommand::decisionId));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(
            new RecordDecision(
                DECISION,
                new ZoneId("monaco"),
                "policy-1",
                "planner-1",
                "map-1",
                42,
                "{}",
                "{}",
                List.of(ORDER),
                List.of(),
                List.of(),
                NOON))
        .expectEvents(
            new DispatchDecided(
                DECISION,
                new ZoneId("monaco"),
                "policy-1",
                "planner-1",
                "map-1",
                42,
                "{}",
                "{}",
                List.of(ORDER),
                List.of(),
                List.of(),
                NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(
            new DispatchDecided(
                DECISION,
                new ZoneId("monaco"),
                "policy-1",
                "planner-1",
                "map-1",
                42,
                "{}",
                "{}",
                List.of(ORDER),
                List.of(),
                List.of(),
                NOON))
        .when(
            new RecordDecision(
                DECISION,
                new ZoneId("monaco"),
                "policy-1",
                "planner-1",
                "map-1",
                42,
                "{}",
                "{}",
                List.of(ORDER),
                List.of(),
                List.of(),
                NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.accepted());
  }
}
