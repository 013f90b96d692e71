package id.antar.load.town.report;

import id.antar.load.client.Accounts;
import id.antar.load.client.Incidents.Incident;
import id.antar.load.client.Latency;
import id.antar.load.client.Money;
import id.antar.load.town.chaos.Struck;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a town's day came to: everything that the table shows, for machines.
public record Result(
    Setting setting,
    Orders orders,
    Map<String, Spread> townMinutes,
    Couriers couriers,
    Purses money,
    Words words,
    People people,
    List<Trouble> troubles,
    Explained explained,
    List<Latency> callMillis,
    Positions positions,
    Wear wear,
    Following streams,
    List<Struck> struck,
    List<Incident> unexpected,
    List<String> unaccounted) {

  public record Setting(
      String mapVersion,
      String attribution,
      int orders,
      int couriers,
      int merchants,
      long seed,
      double speed,
      double townMinutes,
      double realSeconds) {}

  /// @param notDelivered brought back
  /// @param open that have not come to their end
  /// @param missing never acknowledged by the engine
  public record Orders(
      int placed,
      int delivered,
      int cancelled,
      int notDelivered,
      int open,
      int missing,
      Map<String, Integer> cancelledBecause,
      Map<String, Integer> notDeliveredBecause,
      Map<String, Integer> openBecause) {

    boolean balance() {
      return placed == delivered + cancelled + notDelivered + open;
    }
  }

  /// Something that happened besides the ordinary, and what became of the orders it happened to.
  ///
  /// @param whom how many different people it happened to, or who did it
  public record Trouble(
      String what,
      int times,
      int whom,
      int orders,
      int delivered,
      int cancelled,
      int returned,
      int open) {}

  /// For how many orders and offers the engine could say why.
  ///
  /// @param samples some of what it said
  /// @param unexplained some of those of which it could not
  public record Explained(
      int orders,
      int ordersExplained,
      int offers,
      int offersExplained,
      List<String> samples,
      List<String> unexplained) {

    int missed() {
      return orders - ordersExplained + offers - offersExplained;
    }
  }

  /// @param utilisation on a trip, of the whole shift
  /// @param utilisationWhileOrdersCame the same, from the first order placed to the last
  /// @param ordersPerTrip of the trips that carried anything
  public record Couriers(
      double utilisation,
      double utilisationWhileOrdersCame,
      int trips,
      double ordersPerTrip,
      Map<Integer, Integer> tripsByOrders,
      long accepted,
      long declined,
      long expired,
      long withdrawn) {}

  /// @param parts of payments, tips included, by the method that paid them in the end
  /// @param splits orders with more than one part; `partCash` of them have some of it in cash
  /// @param retries parts that were declined and tried again by another method
  /// @param paidByBank transfers that the bank carried out later
  /// @param checked of how many orders the books were compared with what the town knows
  /// @param wrong where they differ
  public record Purses(
      Map<String, Integer> parts,
      int splits,
      int partCash,
      int retries,
      int givenUp,
      int paidByBank,
      int paidLater,
      int tipsPromised,
      int tipsAfterwards,
      Money tips,
      int refunds,
      Money refunded,
      long handovers,
      Money handedIn,
      int vouchers,
      Money discounts,
      Money taxes,
      int checked,
      List<String> wrong) {}

  /// @param heard messages that the customer's stream has told
  /// @param messagesRead that were read back from the engine at the end
  public record Words(
      int messages,
      int heard,
      int messagesRead,
      int reviews,
      int reviewsRead,
      Map<Integer, Integer> reviewsByRating) {}

  /// @param renewals streams that went on with a new token
  public record People(
      int customers, int couriers, int merchants, Accounts.Counts counts, long renewals) {}

  public record Positions(
      long sent,
      long unsent,
      long received,
      long etasReceived,
      @Nullable Double fanOutP50Millis,
      @Nullable Double fanOutP99Millis,
      @Nullable Double fanOutWorstP99Millis,
      Latency endToEnd) {}

  /// @param givenUp calls that had no answer in the end, or none but "not now"
  /// @param missedByStream what a stream should have told and a later look did
  public record Wear(
      int outages,
      long reconnects,
      long retries,
      long givenUp,
      long secondClicks,
      long missedByStream) {}

  /// What the streams have told, compared with the log.
  ///
  /// @param broken how often one ended that was to stay
  /// @param moved how often one went to another gateway on purpose
  /// @param back how long it took from a break until all topics were there again
  /// @param backAfterOutage those of which that is not counted: no gateway was up
  /// @param unknown facts that were told and should not have been
  /// @param samples some of what is wrong
  public record Following(
      long opened,
      long broken,
      long moved,
      Latency back,
      double backMaxSeconds,
      long backAfterOutage,
      int topics,
      long facts,
      int missing,
      int twice,
      int disordered,
      int unknown,
      int offers,
      List<String> samples) {}

  /// Whether all is well: an exit status of 0.
  public boolean passed() {
    return verdict().isEmpty();
  }

  /// Why all is not well, or an empty string.
  public String verdict() {
    if (!unaccounted.isEmpty()) {
      return unaccounted.size() + " orders are not accounted for: " + unaccounted.getFirst();
    }
    if (!orders.balance()) {
      return "placed is not delivered + cancelled + not delivered + open";
    }
    if (orders.open() > 0) {
      return orders.open() + " orders have not come to their end";
    }
    if (orders.missing() > 0) {
      return orders.missing() + " orders could not be placed";
    }
    if (!unexpected.isEmpty()) {
      return "there were unexpected errors";
    }
    if (!money.wrong().isEmpty()) {
      return "%d times the books do not agree: %s"
          .formatted(money.wrong().size(), money.wrong().getFirst());
    }
    if (explained.missed() > 0) {
      return explained.missed() + " orders and offers were not explained";
    }
    return "";
  }
}
