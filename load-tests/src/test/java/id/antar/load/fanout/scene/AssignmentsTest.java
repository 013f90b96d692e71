package id.antar.load.fanout.scene;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Actor;
import id.antar.load.client.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentsTest {

  private final Assignments assignments = new Assignments(List.of(person("kurt"), person("ani")));

  @Test
  void followersHearOfWhoCarriesTheirOrder() {
    assignments.assigned("o1", "kurt");
    assignments.follow("o1", 3);
    assignments.follow("o2", 2);
    assignments.assigned("o2", "kurt");
    assertThat(assignments.audience(0)).isEqualTo(5);
    assertThat(assignments.audience(1)).isZero();
  }

  @Test
  void anOrderThatGoesToAnotherTakesItsFollowersAlong() {
    assignments.assigned("o1", "kurt");
    assignments.follow("o1", 3);
    assignments.assigned("o1", "ani");
    assertThat(assignments.audience(0)).isZero();
    assertThat(assignments.audience(1)).isEqualTo(3);
    assertThat(assignments.moves()).isEqualTo(1);
  }

  @Test
  void saidTwiceIsSaidOnce() {
    assignments.follow("o1", 3);
    assignments.assigned("o1", "kurt");
    assignments.assigned("o1", "kurt");
    assertThat(assignments.audience(0)).isEqualTo(3);
    assignments.unassigned("o1");
    assignments.unassigned("o1");
    assertThat(assignments.audience(0)).isZero();
  }

  private static Person person(String id) {
    return new Person(Actor.courier(id), "token", new Point(43.7, 7.4));
  }
}
