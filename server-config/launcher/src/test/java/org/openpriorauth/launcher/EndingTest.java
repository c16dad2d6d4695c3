package org.openpriorauth.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The demo succeeds only if every chart ended as it should, for the reason that it should. */
class EndingTest {
  private static final String NOTHING = "{}";

  @Test
  void deniedNeedsAReason() throws Exception {
    assertThatCode(() -> require("therapy-visits", "DENIED", "[{\"reasons\": [\"12 visits\"]}]"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> require("therapy-visits", "DENIED", "[{\"reasons\": []}]"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("without a reason");
  }

  @Test
  void approvedNeedsItsNumberAndAnotherStateIsNoEnding() {
    assertThatThrownBy(() -> require("lumbar-mri", "APPROVED", "[{\"reasons\": []}]"))
        .hasMessageContaining("no authorization number");
    assertThatThrownBy(() -> require("lumbar-mri", "APPROVED", "[]"))
        .hasMessageContaining("no item was decided");
    assertThatThrownBy(() -> require("lumbar-mri", "PENDED", "[]"))
        .hasMessageContaining("it is PENDED and not APPROVED");
  }

  @Test
  void missingMeansThatSomethingIsMissingAndNothingElseOpen() throws Exception {
    missing("[{\"kind\": \"missing\"}]");
    assertThatThrownBy(() -> missing("[]")).hasMessageContaining("nothing is said to be missing");
    assertThatThrownBy(() -> missing("[{\"kind\": \"missing\"}, {\"kind\": \"page\"}]"))
        .hasMessageContaining("something else is open");
  }

  private static void missing(String open) throws Exception {
    Ending.of("infliximab").require("REVIEW", Optional.empty(), json("{\"open\": " + open + "}"));
  }

  private static void require(String sample, String state, String items) throws Exception {
    Ending.of(sample)
        .require(state, Optional.of(json("{\"items\": " + items + "}")), json(NOTHING));
  }

  private static JsonNode json(String text) throws Exception {
    return RestClient.JSON.readTree(text);
  }
}
