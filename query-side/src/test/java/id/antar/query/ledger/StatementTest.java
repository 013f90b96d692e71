package id.antar.query.ledger;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.ledger.Account;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerLine.Purpose;
import id.antar.api.ledger.LedgerQuery.GetStatement;
import id.antar.api.ledger.LedgerQuery.Statement;
import id.antar.api.ledger.LedgerQuery.Turnover;
import id.antar.api.money.Money;
import id.antar.query.ledger.LedgerQueries.Turned;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

  @Test
  void turnoverAndClosingAreOfTheLinesThatAreTold() {
    Statement statement =
        LedgerQueries.statement(
            new GetStatement(Account.of(KURT), NOON, NOON.plusSeconds(60)),
            List.of(new Turned(eur(-100), 3)),
            List.of(
                line(Purpose.DELIVERY_PAY, -250), line(Purpose.TIP, -50), line(Purpose.TIP, -20)));

    assertThat(statement.opening()).containsExactly(eur(-100));
    assertThat(statement.turnover())
        .containsExactly(
            new Turnover(Purpose.DELIVERY_PAY, eur(-250), 1),
            new Turnover(Purpose.TIP, eur(-70), 2));
    assertThat(statement.closing()).containsExactly(eur(-420));
  }

  private static LedgerLine line(Purpose purpose, long minor) {
    return new LedgerLine(
        "order:1/7", "OrderSettled", Account.of(KURT), purpose, eur(minor), "order-1", NOON, NOON);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
