package id.antar.infra.personal;

import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.command.person.ErasePerson;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Drops a person's key, and what is kept beside what is sealed. Each engine on the database hears
/// of it by itself, so that none has the key in memory any longer.
@ProcessingGroup("engine.persons")
final class ErasingPersons implements ErasePerson {
  private final PersonKeys keys;
  private final JdbcClient database;

  ErasingPersons(PersonKeys keys, JdbcClient database) {
    this.keys = keys;
    this.database = database;
  }

  @EventHandler
  void on(PersonForgotten event) {
    keys.drop(event.personId());
  }

  @Override
  public void erase(PersonId person) {
    keys.drop(person);
    var _ =
        database.sql("DELETE FROM answered_request WHERE actor = ?").param(actor(person)).update();
  }

  /// An account is a person, whose id begins with the role.
  private static String actor(PersonId person) {
    return person.value().replaceFirst("\\.", ":");
  }
}
