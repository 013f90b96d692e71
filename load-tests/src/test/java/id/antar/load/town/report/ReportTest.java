package id.antar.load.town.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Accounts;
import id.antar.load.client.Incidents.Incident;
import id.antar.load.client.Json;
import id.antar.load.client.Latency;
import id.antar.load.client.Money;
import id.antar.load.town.chaos.Struck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void aGoodDayReadsLikeThis() {
    String report = Report.of(result(List.of(), List.of()));

    assertThat(report)
        .contains("    placed                          200   100.0 %")
        .contains("    delivered                       196    98.0 %")
        .contains("                                      2   customer: changed my mind")
        .contains("    click-to-door                  24.1     23.0     31.5     44.0")
        .contains("    place order                     200      6.5     31.0")
        .contains("    receipt to socket write                  1.2      9.8")
        .contains("    parts of payments               160   40 bank transfer, 120 card")
        .contains(
            "    tips                             60   with the order, 40 afterwards; 175.00 EUR")
        .contains("    books                         agree   compared with 200 orders")
        .contains("    messages                         52   52 read back; 38 heard live")
        .contains(
            "    signed up                       162   120 customers, 30 couriers, 12 merchants")
        .contains("    couriers gone silent              4      4        5          4          1")
        .contains("    order o1: Rio was nearest by a minute.")
        .contains(
            "    opened                          163   broken 12 times, moved 40 times on purpose")
        .contains("    back after a break             0.4s   p50; 3.1 s at most; 0 had no gateway")
        .contains("    facts                          9120   on 163 topics: missing 0, twice 0")
        .contains("    NOT: customer:ada on order:o1 was not told: order OrderReady of o1 at 812")
        .contains(
            "    kill -9 gateway-1              9.8   21.4    10       2    3.1       0.4    2.2   "
                + " 0.3 s")
        .contains(
            "    pause 60 s redis                 -  NEVER     0       0    0.0       0.4    2.2  "
                + " 60.3 s")
        .contains("All is well.");
    assertThat(report.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void whatIsWrongIsNamed() {
    Incident incident = new Incident("place order refused: 500 ", 3, "customer:ada");

    assertThat(Report.of(result(List.of(incident), List.of())))
        .contains("3 x place order refused")
        .contains("NOT WELL: there were unexpected errors");
    assertThat(Report.of(result(List.of(), List.of("order o7 is gone"))))
        .contains("NOT ALL")
        .contains("NOT WELL: 1 orders are not accounted for: order o7 is gone");
  }

  @Test
  void anOrderWithoutAnExplanationIsNotWell() {
    assertThat(Report.of(result(List.of(), List.of(), explained(197))))
        .contains("    orders explained                197   of 200")
        .contains("    NOT: order o9 -> 404 no-such-route")
        .contains("NOT WELL: 3 orders and offers were not explained");
  }

  @Test
  void anOrderThatHasNotEndedIsNotWell() {
    Result.Orders orders =
        new Result.Orders(2, 1, 0, 0, 1, 0, Map.of(), Map.of(), Map.of("ready", 1));
    Result result = result(List.of(), List.of());
    Result open =
        new Result(
            result.setting(),
            orders,
            result.townMinutes(),
            result.couriers(),
            result.money(),
            result.words(),
            result.people(),
            result.troubles(),
            result.explained(),
            result.callMillis(),
            result.positions(),
            result.wear(),
            result.streams(),
            result.struck(),
            List.of(),
            List.of());

    assertThat(Report.of(open))
        .contains("    STILL OPEN                        1")
        .contains("NOT WELL: 1 orders have not come to their end");
  }

  @Test
  void machinesGetTheSame() {
    String json = Json.write(result(List.of(), List.of()));

    assertThat(Json.MAPPER.readTree(json).at("/orders/delivered").intValue()).isEqualTo(196);
    assertThat(Json.read(json, Result.class).passed()).isTrue();
  }

  @Test
  void aSpreadIsTakenByNearestRank() {
    Spread spread =
        Spread.of(
            List.of(
                Duration.ofMinutes(4),
                Duration.ofMinutes(1),
                Duration.ofMinutes(3),
                Duration.ofMinutes(2)));

    assertThat(spread).isEqualTo(new Spread(4, 2.5, 2, 4, 4));
    assertThat(Spread.of(List.of()).count()).isZero();
  }

  private static Result.Purses money(List<String> wrong) {
    return new Result.Purses(
        new TreeMap<>(Map.of("card", 120, "bank_transfer", 40)),
        50,
        16,
        30,
        4,
        16,
        16,
        60,
        40,
        Money.euros(17_500),
        20,
        Money.euros(24_050),
        25,
        Money.euros(61_000),
        50,
        Money.euros(9_900),
        Money.euros(45_120),
        200,
        wrong);
  }

  private static Result result(List<Incident> unexpected, List<String> unaccounted) {
    return result(unexpected, unaccounted, explained(200));
  }

  private static Result.Explained explained(int orders) {
    String sample = "order o1: " + "Rio was nearest by a minute. ".repeat(9);
    return new Result.Explained(
        200,
        orders,
        180,
        180,
        List.of(sample),
        orders == 200 ? List.of() : List.of("order o9 -> 404 no-such-route"));
  }

  private static Result result(
      List<Incident> unexpected, List<String> unaccounted, Result.Explained explained) {
    return new Result(
        new Result.Setting("monaco", "© OpenStreetMap", 200, 30, 12, 1, 20, 104, 318),
        new Result.Orders(
            200,
            196,
            3,
            1,
            0,
            0,
            Map.of("customer: changed my mind", 2, "engine: payment declined", 1),
            Map.of("returned: nobody at the door", 1),
            Map.of()),
        new TreeMap<>(Map.of("click-to-door", new Spread(196, 24.1, 23, 31.5, 44))),
        new Result.Couriers(
            0.61, 0.78, 160, 1.23, new TreeMap<>(Map.of(1, 124, 2, 36)), 160, 9, 4, 2),
        money(List.of()),
        new Result.Words(52, 38, 52, 190, 190, new TreeMap<>(Map.of(4, 90, 5, 100))),
        new Result.People(120, 30, 12, new Accounts.Counts(162, 162, 180, 420, 18), 84),
        List.of(new Result.Trouble("couriers gone silent", 4, 4, 5, 4, 1, 0, 0)),
        explained,
        List.of(new Latency("place order", 200, 6.5, 31), new Latency("all", 9000, 4.5, 30)),
        new Result.Positions(
            39_000,
            0,
            21_000,
            900,
            1.2,
            9.8,
            20.4,
            new Latency("courier to follower", 21_000, 3, 22)),
        new Result.Wear(0, 0, 0, 0, 6, 0),
        new Result.Following(
            163,
            12,
            40,
            new Latency("back", 12, 420, 3_100),
            3.1,
            0,
            163,
            9_120,
            0,
            0,
            0,
            0,
            190,
            List.of("customer:ada on order:o1 was not told: order OrderReady of o1 at 812")),
        List.of(
            new Struck("kill -9 gateway-1", 21.4, 9.8, 12, 10, 3.1, 0.4, 2.2, 0.3),
            new Struck("pause 60 s redis", null, null, 0, 0, 0, 0.4, 2.2, 60.3)),
        unexpected,
        unaccounted);
  }
}
