package id.antar.command.assignment;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.clockAt;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentRejection.UnknownAssignment;
import id.antar.api.assignment.Stop;
import id.antar.api.message.Receipt;
import id.antar.command.decider.TargetOf;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class AssignmentShellTest {

  private static final List<Stop> STOPS =
      List.of(Stop.pickup(ORDER, at(10)), Stop.dropoff(ORDER, at(20)));

  private final FixtureConfiguration<Assignment> fixture =
      new AggregateTestFixture<>(Assignment.class)
          .registerCommandTargetResolver(
              new TargetOf<>(AssignmentCommand.class, AssignmentCommand::assignmentId))
          .registerInjectableResource(new AssignmentRules(clockAt(NOON)));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(new OfferAssignment(TRIP, BO, DECISION, STOPS, at(1), NOON))
        .expectEvents(new AssignmentOffered(TRIP, BO, DECISION, STOPS, at(1), NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(new AssignmentOffered(TRIP, BO, DECISION, STOPS, at(1), NOON))
        .when(new OfferAssignment(TRIP, BO, DECISION, STOPS, at(1), NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itRefusesByItsReceiptBeforeItExists() {
    fixture
        .givenNoPriorActivity()
        .when(new ExpireOffer(TRIP, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.rejected(new UnknownAssignment(TRIP)));
  }
}
