package id.antar.gateway.authorisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Every operation and topic, by everybody, about one's own, another's and what does not exist; and
/// whatever came of it that the rules do not say.
final class Matrix {

  private static final int AT_ONCE = 16;

  private final Calls calls;
  private final Personas personas;
  private final AtomicInteger made = new AtomicInteger();

  Matrix(Calls calls, Personas personas) {
    this.calls = calls;
    this.personas = personas;
  }

  /// How many calls were made.
  int calls() {
    return made.get();
  }

  String authorizationOf(String persona) {
    return personas.of(Rule.all().getLast()).stream()
        .filter(each -> each.name().equals(persona))
        .map(each -> Objects.requireNonNull(each.authorization()))
        .findFirst()
        .orElseThrow();
  }

  List<String> findings(Collection<Rule> rules) {
    return Objects.requireNonNull(
        Flux.concat(
                findings(rules, rule -> !rule.endsSessions()), findings(rules, Rule::endsSessions))
            .collectSortedList()
            .block());
  }

  private Flux<String> findings(Collection<Rule> rules, Predicate<Rule> which) {
    return Flux.fromIterable(rules)
        .filter(which)
        .flatMapIterable(
            rule -> personas.of(rule).stream().map(persona -> new Case(rule, persona)).toList())
        .flatMap(this::judge, AT_ONCE);
  }

  private record Case(Rule rule, Persona persona) {

    String say(String what, Outcome outcome) {
      return rule.operation()
          + " by "
          + persona.name()
          + ": "
          + what
          + ", but "
          + outcome.status()
          + " "
          + outcome.body();
    }
  }

  private Flux<String> judge(Case of) {
    return outcome(of, of.persona().own())
        .flatMapMany(own ->
            of.rule().subject().equals("-")
                ? Flux.fromIterable(aboutOwn(of, own))
                : Mono.zip(outcome(of, World.OTHERS), outcome(of, World.ABSENT))
                    .flatMapIterable(two -> about(of, own, two.getT1(), two.getT2())));
  }

  private Mono<Outcome> outcome(Case of, Map<String, String> ids) {
    made.incrementAndGet();
    return calls.call(of.rule(), of.persona().authorization(), ids);
  }

  private static List<String> about(Case of, Outcome own, Outcome others, Outcome absent) {
    var findings = new ArrayList<>(aboutOwn(of, own));
    switch (of.persona().letter()) {
      case 'o', 'n' -> findings.addAll(alike(of, 404, others, absent));
      case 'f', '-' -> findings.addAll(alike(of, 403, others, absent));
      case Persona.NOBODY -> findings.addAll(alike(of, 401, others, absent));
      case 'a' -> {
        require(findings, others.isAdmitted(), of, "another's is to be found", others);
        require(findings, absent.status() == 404, of, "what is absent is not to be found", absent);
      }
      case 'w' -> {
        require(findings, others.isAdmitted(), of, "any question is to be answered", others);
        require(findings, !others.mentionsOthers(), of, "another's is to be left out", others);
        require(findings, absent.isAdmitted(), of, "any question is to be answered", absent);
      }
      case 'e' -> {
        require(findings, others.isAdmitted(), of, "everybody's is to be found", others);
        require(findings, absent.isAdmitted(), of, "any question is to be answered", absent);
      }
      case 's' -> {}
      default -> findings.add(of.rule().operation() + " has a letter that is none.");
    }
    return findings;
  }

  private static List<String> aboutOwn(Case of, Outcome own) {
    var findings = new ArrayList<String>();
    switch (of.persona().letter()) {
      case '-' -> require(findings, own.status() == 403, of, "it is to be refused", own);
      case 'n' -> require(findings, own.status() == 404, of, "nothing is theirs", own);
      case Persona.NOBODY -> require(findings, own.status() == 401, of, "they are nobody", own);
      case 'o', 'f', 'w' -> {
        require(findings, own.isAdmitted(), of, "one's own is to be found", own);
        require(findings, !own.mentionsOthers(), of, "another's is to be left out", own);
      }
      case 's' ->
          require(
              findings,
              own.status() < 500 && own.status() != 403,
              of,
              "what is in the request decides",
              own);
      default -> require(findings, own.isAdmitted(), of, "it is to be found", own);
    }
    return findings;
  }

  private static List<String> alike(Case of, int status, Outcome others, Outcome absent) {
    var findings = new ArrayList<String>();
    require(findings, others.status() == status, of, "another's is to be " + status, others);
    require(
        findings,
        others.without(World.OTHERS).equals(absent.without(World.ABSENT)),
        of,
        "another's is to look like what is absent (" + absent + ")",
        others);
    return findings;
  }

  private static void require(
      List<String> findings, boolean holds, Case of, String what, Outcome outcome) {
    if (!holds) {
      findings.add(of.say(what, outcome));
    }
  }
}
