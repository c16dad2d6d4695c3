package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How a sample chart's request has to end, and what has to be said with it. */
enum Ending {
  APPROVED("APPROVED") {
    @Override
    void require(JsonNode determination, JsonNode criteria) {
      for (JsonNode item : determination.path("items")) {
        demand(item.hasNonNull("authorization_number"), "no authorization number was given");
      }
    }
  },
  DENIED("DENIED") {
    @Override
    void require(JsonNode determination, JsonNode criteria) {
      for (JsonNode item : determination.path("items")) {
        demand(!item.path("reasons").isEmpty(), "it was denied without a reason");
      }
    }
  },
  MISSING("REVIEW") {
    @Override
    void require(JsonNode determination, JsonNode criteria) {
      demand(!criteria.path("open").isEmpty(), "nothing is said to be missing");
      for (JsonNode open : criteria.path("open")) {
        demand(open.path("kind").asText().equals("missing"), "something else is open: " + open);
      }
    }
  };

  private final String state;

  Ending(String state) {
    this.state = state;
  }

  static Ending of(String sample) {
    return switch (sample) {
      case "lumbar-mri" -> APPROVED;
      case "therapy-visits" -> DENIED;
      case "infliximab" -> MISSING;
      default -> throw new LaunchFailure("Nobody said how the sample %s ends.".formatted(sample));
    };
  }

  /**
   * @param determination empty where the payer was not asked
   * @throws LaunchFailure if the request ended otherwise
   */
  void require(String reached, Optional<JsonNode> determination, JsonNode criteria) {
    demand(reached.equals(state), "it is %s and not %s".formatted(reached, state));
    JsonNode said = determination.orElseGet(RestClient.JSON::createObjectNode);
    demand(determination.isEmpty() || !said.path("items").isEmpty(), "no item was decided");
    require(said, criteria);
  }

  abstract void require(JsonNode determination, JsonNode criteria);

  private static void demand(boolean held, String otherwise) {
    if (!held) {
      throw new LaunchFailure("The main job did not end as it should: " + otherwise + ".");
    }
  }
}
