package org.openpriorauth.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openpriorauth.story.Api.Answer;

/** Keys of other systems, made by an administrator. */
final class ApiKeys {
  static final String PLACE = "/api/v1/api-keys";

  private ApiKeys() {}

  static Answer made(Api by, String... scope) {
    return wanted(by, Newcomer.fresh(), scope).created();
  }

  static Answer wanted(Api by, String name, String... scope) {
    ObjectNode body = Api.JSON.createObjectNode().put("name", name).put("days", 30);
    ArrayNode may = body.putArray("scope");
    for (String permission : scope) {
      may.add(permission);
    }
    return by.post(PLACE, body.toString());
  }
}
