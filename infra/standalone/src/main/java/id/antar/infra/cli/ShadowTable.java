package id.antar.infra.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What runs in the shadow and how it compares, for people.
final class ShadowTable {
  private static final double MINUTE = 60;

  private final StringBuilder text = new StringBuilder();

  private ShadowTable() {}

  static String of(JsonNode report) {
    var table = new ShadowTable();
    JsonNode live = report.path("live");
    table.line("Zone %s is dispatched by %s.", word(report, "zone"), word(live, "version"));
    table.promotion(live.path("promotion"));
    JsonNode shadow = report.path("shadow");
    if (shadow.isObject()) {
      table.shadow(shadow);
    } else {
      table.line("Nothing runs in its shadow.");
    }
    return table.text.toString();
  }

  private void promotion(JsonNode promotion) {
    if (promotion.isObject()) {
      line(
          "It was promoted in place of %s at %s by %s: %s",
          word(promotion, "formerVersion"),
          word(promotion, "promotedAt"),
          word(promotion, "promotedBy"),
          word(promotion, "reason"));
    }
  }

  private void shadow(JsonNode shadow) {
    line(
        "In its shadow: %s since %s, started by %s: %s",
        word(shadow, "version"),
        word(shadow, "startedAt"),
        word(shadow, "startedBy"),
        word(shadow, "reason"));
    line("Its id is %s.", word(shadow, "shadowId"));
    score("Since it started", shadow.path("total"));
    score("In the last hour", shadow.path("lastHour"));
  }

  private void score(String title, JsonNode score) {
    line("");
    line(
        "%s: %d rounds compared, %d skipped, %d failed",
        title, count(score, "rounds"), count(score, "skipped"), count(score, "failed"));
    line(
        "  orders, round by round: %d; with a courier in both plans %d, of these the same %d;"
            + " only live %d, only candidate %d",
        count(score, "orders"),
        count(score, "both"),
        count(score, "sameCourier"),
        count(score, "onlyLive"),
        count(score, "onlyCandidate"));
    line("%34s %10s %10s", "", "live", "candidate");
    row(score, "offers and amendments now", "toldNow", 1);
    row(score, "click-to-door, min", "clickToDoor", MINUTE);
    row(score, "lateness, min per order", "lateness", MINUTE);
    row(score, "on the road, min per order", "road", MINUTE);
    row(score, "cost by the live policy, s", "costByLive", 1);
    row(score, "cost by the candidate, s", "costByCandidate", 1);
    row(score, "planning, ms", "planningMillis", 1);
  }

  private void row(JsonNode score, String name, String field, double unit) {
    line(
        "  %-32s %10s %10s",
        name,
        number(score.path("live"), field, unit),
        number(score.path("candidate"), field, unit));
  }

  private static String number(JsonNode side, String field, double unit) {
    JsonNode value = side.path(field);
    if (!value.isNumber()) {
      return "-";
    }
    return value.isIntegralNumber()
        ? Long.toString(value.asLong())
        : String.format(Locale.ROOT, "%.2f", value.asDouble() / unit);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String word(JsonNode of, String field) {
    return of.path(field).asString("");
  }

  private static long count(JsonNode of, String field) {
    return of.path(field).asLong();
  }
}
