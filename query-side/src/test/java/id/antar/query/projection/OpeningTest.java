package id.antar.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class OpeningTest {

  private final List<Set<PersonId>> fetched = new ArrayList<>();

  @Test
  void theKeysOfAPageAreFetchedTogether() {
    var opening = new Opening(Schedulers.immediate(), fetched::add);

    opening.fetchKeysOf(
        List.of(
            "{\"a\":{\"person\":\"customer.ada\",\"sealed\":\"x\"},\"b\":1}",
            "{\"a\":{\"person\":\"courier.bo\",\"sealed\":\"y\"},"
                + "\"b\":{\"person\":\"customer.ada\",\"sealed\":\"z\"}}",
            "{\"a\":{\"person\":\"customer.gone\",\"sealed\":null}}"));

    assertThat(fetched)
        .containsExactly(Set.of(new PersonId("customer.ada"), new PersonId("courier.bo")));
  }

  @Test
  void forOnePersonNothingIsFetchedBefore() {
    var opening = new Opening(Schedulers.immediate(), fetched::add);

    opening.fetchKeysOf(List.of("{\"person\":\"customer.ada\",\"sealed\":\"x\"}", "{}"));

    assertThat(fetched).isEmpty();
  }

  @Test
  void whatTheDriverReadIsOpenedByOthers() {
    Scheduler rows = Schedulers.newSingle("rows-of-test");
    try {
      var opening = new Opening(rows, fetched::add);
      String thread =
          opening.elsewhere(Mono.just("row")).map(_ -> Thread.currentThread().getName()).block();

      assertThat(Objects.requireNonNull(thread)).startsWith("rows-of-test");
    } finally {
      rows.dispose();
    }
  }
}
