package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Who works in two clinics is in one of them at a time, and the wall stands between. */
@Tag("security")
@ExtendWith(Stack.class)
class WorkplacesStory {
  private static final String PLACE = "/api/v1/auth/clinics";

  @Test
  void fromOneClinicToTheOtherAndBackToItWithTheNextSignIn() {
    Newcomer nora = Newcomer.as("staff");
    String request = Cases.request(Api.as("sam"));
    Api here = nora.signIn();
    assertThat(here.get("/api/v1/prior-authorizations/" + request).status()).isEqualTo(200);
    joinRiverbend(nora, here);
    JsonNode clinics = here.get(PLACE).body().path("items");
    assertThat(clinics.findValuesAsText("name"))
        .containsExactly("Cedar Hollow Orthopedics & Rheumatology", "Riverbend Family Practice");
    assertThat(clinics.findValuesAsText("role")).containsExactly("staff", "clinician");
    assertThat(clinics.findValuesAsText("active")).containsExactly("true", "false");

    Answer moved = here.post(PLACE + "/active", to(clinics.path(1).path("id").asText()));
    assertThat(moved.body().path("user").path("role").asText()).isEqualTo("clinician");
    Api there = Api.withToken(moved.text("access_token"));
    assertThat(there.get("/api/v1/clinics/current").text("name"))
        .isEqualTo("Riverbend Family Practice");
    there.get("/api/v1/prior-authorizations/" + request).refused("1124");
    String body = Api.JSON.createObjectNode().put("until", "2027-06-30").toString();
    String training = "/api/v1/users/" + nora.id() + "/training";
    assertThat(Api.as("rita").put(training, body).status()).isEqualTo(204);
    nora.signIn().get("/api/v1/prior-authorizations/" + request).refused("1301");
    here.get("/api/v1/clinics/current").refused("1104");

    assertThat(nora.signIn().get("/api/v1/clinics/current").text("name"))
        .as("where she worked last")
        .isEqualTo("Riverbend Family Practice");
  }

  @Test
  void nobodyGoesWhereTheyDoNotWorkAndTheSessionLives() {
    Api sam = Api.as("sam");
    for (String clinic : new String[] {riverbend(), UUID.randomUUID().toString()}) {
      sam.post(PLACE + "/active", to(clinic)).refused("1106");
    }
    assertThat(sam.get("/api/v1/clinics/current").status()).isEqualTo(200);
    assertThat(sam.get(PLACE).body().path("items").size()).isEqualTo(1);
  }

  @Test
  void whoLeftOneClinicGoesOnInTheOther() {
    Newcomer nora = Newcomer.as("staff");
    Api here = nora.signIn();
    joinRiverbend(nora, here);
    String place = "/api/v1/users/" + nora.id() + "/deactivate";
    assertThat(Api.as("rita").post(place, "{}").status()).isEqualTo(204);
    here.post(PLACE + "/active", to(riverbend())).refused("1106");
    assertThat(here.get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  private static void joinRiverbend(Newcomer nora, Api signedIn) {
    Newcomer.invite(Api.as("rita"), nora.email(), "clinician").created();
    String secret = Newcomer.secretOf(Newcomer.mails(nora.email(), 2).get(1));
    ObjectNode token = Api.JSON.createObjectNode().put("token", secret);
    Answer joined = signedIn.post("/api/v1/auth/invitations/join", token.toString());
    assertThat(joined.status()).isEqualTo(204);
  }

  private static String riverbend() {
    return Api.as("rita").get("/api/v1/clinics/current").text("id");
  }

  private static String to(String clinic) {
    return Api.JSON.createObjectNode().put("practice_id", clinic).toString();
  }
}
