package id.antar.infra.personal;

import id.antar.api.message.Actor;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import id.antar.command.person.ErasePerson;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Drops a person's key, and what is kept beside what is sealed. Each engine on the database hears
/// of it by itself, so that none has the key in memory any longer.
@ProcessingGroup("engine.persons")
final class ErasingPersons implements ErasePerson {
  private final PersonKeys keys;
  private final JdbcClient database;
  private final ObjectProvider<KeepsPersonal> keepers;

  ErasingPersons(PersonKeys keys, JdbcClient database, ObjectProvider<KeepsPersonal> keepers) {
    this.keys = keys;
    this.database = database;
    this.keepers = keepers;
  }

  @EventHandler
  void on(PersonForgotten event) {
    drop(event.personId());
  }

  private void drop(PersonId person) {
    keys.drop(person);
    keepers.forEach(keeper -> keeper.forget(person));
  }

  @Override
  public void erase(PersonId person) {
    drop(person);
    var _ =
        database
            .sql("DELETE FROM answered_request WHERE actor = ?")
            .param(person.findAccount().map(Actor::toString).orElse(""))
            .update();
  }
}
