package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a member of staff does on the review screen, by the same doors: says whose an unnamed page
 * is, and accepts what was read with doubt after looking at the page.
 */
final class Review {
  private final RestClient staff;

  Review(RestClient staff) {
    this.staff = staff;
  }

  /** Answers how many things were settled; what is missing stays missing. */
  int settle(String place) {
    int settled = 0;
    for (JsonNode open : staff.get(place + "/criteria").path("open")) {
      String kind = open.path("kind").asText();
      if ((kind.equals("quarantined") || kind.equals("conflict"))
          && open.has("page")
          && !open.path("page").isNull()) {
        String page =
            "/api/v1/documents/%s/extraction/pages/%d"
                .formatted(open.path("document").asText(), open.path("page").asInt());
        staff.put(page, accepted());
        settled++;
      }
    }
    for (JsonNode criterion : staff.get(place + "/criteria").path("criteria")) {
      if (criterion.path("confirm").asBoolean()) {
        settled += confirm(criterion);
      }
    }
    return settled;
  }

  /** Accepts the document for what it is, and the fields where the criterion's evidence stands. */
  private int confirm(JsonNode criterion) {
    int accepted = 0;
    for (JsonNode evidence : criterion.path("evidence")) {
      String place = "/api/v1/documents/" + evidence.path("document_id").asText() + "/extraction";
      staff.put(place, accepted());
      for (JsonNode field : staff.get(place).path("fields")) {
        JsonNode at = field.path("evidence").path(0);
        if (at.path("page").equals(evidence.path("page"))
            && at.path("start").equals(evidence.path("start"))
            && field.path("verification").isNull()) {
          staff.put(place + "/fields/" + field.path("id").asText(), accepted());
          accepted++;
        }
      }
    }
    return accepted;
  }

  private static ObjectNode accepted() {
    return RestClient.JSON.createObjectNode().put("verdict", "accepted");
  }
}
