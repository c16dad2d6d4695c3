package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes to the payer is what people last settled, even where no verdict hangs on it. */
@ExtendWith(Stack.class)
class PacketStory {
  private static final String LETTER =
      """
      Letter
      Patient: Jane Q. Sample
      DOB: 04/05/1971

      She walks with a cane and asks for an early date.
      """;

  @Test
  void aPacketFollowsItsDocumentsWhereNoVerdictChanges() {
    ReadyCases cases = new ReadyCases("PACKET");
    String place = "/api/v1/prior-authorizations/" + cases.ready("97110", 6);
    JsonNode first = packet(cases, place, null);

    String letter =
        cases
            .staff()
            .upload(place + "/documents", "letter.txt", LETTER.getBytes(StandardCharsets.UTF_8))
            .body()
            .at("/items/0/id")
            .asText();
    Cases.awaitReading(cases.staff(), letter);
    JsonNode withLetter = packet(cases, place, first);
    assertThat(withLetter.path("pages").asInt()).isGreaterThan(first.path("pages").asInt());

    assertThat(
            cases
                .staff()
                .put(
                    "/api/v1/documents/" + letter + "/extraction/pages/1",
                    "{\"verdict\": \"rejected\"}")
                .status())
        .isEqualTo(200);
    JsonNode without = packet(cases, place, withLetter);
    assertThat(without.path("pages").asInt()).isEqualTo(first.path("pages").asInt());
  }

  @Test
  void anotherOrdererMakesAnotherPacket() {
    ReadyCases cases = new ReadyCases("PACKET");
    String place = "/api/v1/prior-authorizations/" + cases.ready("97110", 6);
    JsonNode first = packet(cases, place, null);
    String other =
        Api.as("ada")
            .post(
                "/api/v1/providers",
                """
                {"kind": "person", "given_name": "Lena", "name": "Marsh", "npi": "1558300004"}""")
            .text("id");
    String version = cases.staff().get(place).header("ETag").orElseThrow();
    String providers = "{\"ordering_provider_id\": \"" + other + "\"}";
    assertThat(cases.staff().put(place + "/providers", providers, "If-Match", version).status())
        .isEqualTo(200);
    packet(cases, place, first);
  }

  /** The current packet, once it is another one than the one before. */
  private static JsonNode packet(ReadyCases cases, String place, JsonNode before) {
    return Eventually.get(
        Duration.ofSeconds(60),
        () -> cases.staff().get(place + "/packet").body(),
        p ->
            p.path("current").asBoolean()
                && (before == null || !p.path("sha256").equals(before.path("sha256"))));
  }
}
