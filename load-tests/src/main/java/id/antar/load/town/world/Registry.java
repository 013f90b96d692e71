package id.antar.load.town.world;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// For people without accounts, who live on development tokens.
public final class Registry implements Welcome {

  private static final int AT_ONCE = 6;

  private final Api api;
  private final String run;

  /// @param run their own word in all ids
  public Registry(Api api, String run) {
    this.api = api;
    this.run = run;
  }

  @Override
  public <T> List<T> admit(String role, int count, Applying<T> applying, Arriving<T> arriving)
      throws InterruptedException {
    return Together.all(
        AT_ONCE,
        count,
        number -> {
          Applicant<T> applicant = applying.apply(number);
          var actor = new Actor(role, role + "-" + run + "-" + number);
          register(actor, applicant.form());
          T person = applicant.person().apply(actor);
          arriving.arrive(person);
          return person;
        });
  }

  private void register(Actor actor, Map<String, Object> form) throws InterruptedException {
    if (form.isEmpty()) {
      return;
    }
    Map<String, Object> body = new HashMap<>(form);
    body.put(actor.role() + "Id", actor.subject());
    if (actor.role().equals("courier")) {
      body.put("fullName", body.remove("name"));
    }
    String path = "/v1/" + actor.role() + "s";
    String key = "register-" + actor.subject();
    var _ = api.require(Request.post(CallKind.CUSTOMER_ACTION, actor, path, key, body));
  }
}
