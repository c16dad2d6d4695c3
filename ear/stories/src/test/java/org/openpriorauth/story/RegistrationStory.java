package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;

/** How a practice comes in, and how little whoever lets it in sees of it. */
@Tag("security")
@ExtendWith(Stack.class)
class RegistrationStory {
  private static final String REGISTER = "/api/v1/auth/register-practice";
  private static final String CLINICS = "/api/v1/clinics";
  private static final String CURRENT = CLINICS + "/current";

  @Test
  void aPracticeRegistersItselfAndWorks() {
    String name = Newcomer.fresh();
    Answer made = register("Juniper Spine Associates", name).created();
    assertThat(made.text("username")).isEqualTo(name);

    Answer first = Api.signIn(name, Newcomer.PASSWORD);
    assertThat(first.body().path("mfa_enrolment_required").asBoolean()).isTrue();
    Api nora = Practices.enrolled(new Newcomer(Newcomer.id(name), name, name + "@example.net"));
    Answer clinic = nora.get(CURRENT);
    assertThat(clinic.text("id")).isEqualTo(made.text("practice_id"));
    assertThat(clinic.text("name")).isEqualTo("Juniper Spine Associates");
    assertThat(clinic.text("tax_id")).isEqualTo("12-3456789");
    assertThat(clinic.text("phone")).isEqualTo("775-555-0142");
    assertThat(clinic.text("pa_prefix")).startsWith("J");
    nora.post("/api/v1/patients", Cases.patientJson()).refused("1124");

    String training = "/api/v1/users/" + Newcomer.id(name) + "/training";
    assertThat(nora.put(training, "{\"until\": \"2027-06-30\"}").status()).isEqualTo(204);
    assertThat(
            Rows.texts(
                "select action from audit_event where clinic_id = ? and action in"
                    + " ('practice.register', 'member.train') order by position",
                UUID.fromString(made.text("practice_id"))))
        .containsExactly("practice.register", "member.train");
  }

  @Test
  void twoPracticesOfOneNameAreTwoWithLettersOfTheirOwn() {
    List<String> names = List.of(Newcomer.fresh(), Newcomer.fresh());
    List<String> letters =
        names.stream()
            .map(
                name -> {
                  register("Two Of One Name", name).created();
                  return Rows.texts(
                          "select c.pa_prefix from clinic c join membership m on m.clinic_id = c.id"
                              + " join app_user u on u.id = m.user_id where u.username = ?",
                          name)
                      .get(0);
                })
            .toList();
    assertThat(letters).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "npi, 1234567890, /npi",
    "tax_id, 12-34567, /tax_id",
    "state, XX, /state",
    "zip_code, 8980, /zip_code",
    "phone, 555-0142, /phone",
    "time_zone, +05:00, /time_zone",
    "username, Ab, /username",
    "email, nobody, /email",
    "password, password1234, /password",
  })
  void whatIsNotAcceptableIsSaidAndNothingIsMade(String field, String value, String pointer) {
    ObjectNode wanted = wanted("Not To Be", Newcomer.fresh());
    wanted.put(field, value);
    Api.anonymous()
        .post(REGISTER, wanted.toString())
        .refused(pointer, pointer.equals("/password") ? "guessable" : code(pointer));
    assertThat(Rows.count("select count(*) from clinic where name = 'Not To Be'")).isZero();
  }

  private static String code(String pointer) {
    return pointer.equals("/email") ? "address" : "form";
  }

  @Test
  void aNameThatLooksLikeAnothersIsRefused() {
    ObjectNode wanted = wanted("Cedar \u202Eerif\u202C Hollow", Newcomer.fresh());
    Api.anonymous().post(REGISTER, wanted.toString()).refused("/name", "form");
  }

  @Test
  void anAccountThatIsThereIsNotTakenOver() {
    ObjectNode wanted = wanted("Sham Practice", "sam");
    Api.anonymous().post(REGISTER, wanted.toString()).refused("1120");
    wanted.put("username", Newcomer.fresh()).put("email", "SAM@example.org");
    Api.anonymous().post(REGISTER, wanted.toString()).refused("1118");
    assertThat(Rows.count("select count(*) from clinic where name = 'Sham Practice'")).isZero();
  }

  @Test
  void theInstallationsAdministratorRegistersAndSeesNoPatient() {
    Api pat = Practices.platform();
    String email = Newcomer.fresh() + "@example.net";
    ObjectNode wanted = Practices.json("Sagebrush Cardiology").put("email", email);
    String made = pat.post(CLINICS, wanted.toString()).created().text("practice_id");
    JsonNode listed = listed(pat, made);
    assertThat(listed.path("administrators").asInt()).isZero();
    assertThat(listed.path("invited").asInt()).isEqualTo(1);

    String other = Newcomer.fresh() + "@example.net";
    String invite = CLINICS + "/" + made + "/administrators";
    pat.post(invite, "{\"email\": \"" + other + "\"}").created();
    String name = Newcomer.fresh();
    Newcomer.accept(Newcomer.secret(other), name, Newcomer.PASSWORD).created();
    assertThat(listed(pat, made).path("administrators").asInt()).isEqualTo(1);
    pat.post(invite, "{\"email\": \"" + other + "\"}").refused("1127");
    pat.post(CLINICS + "/" + UUID.randomUUID() + "/administrators", "{\"email\": \"a@b.net\"}")
        .refused("1126");

    pat.post("/api/v1/patients/search", "{\"name\": \"sample\"}").refused("1105");
    pat.post("/api/v1/patients", Cases.patientJson()).refused("1105");
    for (String closed : List.of("/prior-authorizations", "/payers", "/providers", "/policies")) {
      pat.get("/api/v1" + closed).refused("1105");
    }
    assertThat(Api.as("ada").get(CLINICS).text("code")).isEqualTo("OPA-1105");
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'practice.register'"
                    + " and subject_id = ?",
                UUID.fromString(made)))
        .as("in the practice's trail and in the installation's")
        .isEqualTo(2);
  }

  private static JsonNode listed(Api who, String id) {
    return pages(who)
        .filter(practice -> practice.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Two a page, to the end. */
  private static Stream<JsonNode> pages(Api who) {
    return Stream.iterate(
            who.get(CLINICS + "?limit=2").body(),
            page -> page != null,
            page ->
                page.path("next").isTextual()
                    ? who.get(CLINICS + "?limit=2&after=" + page.path("next").asText()).body()
                    : null)
        .flatMap(page -> StreamSupport.stream(page.path("items").spliterator(), false));
  }

  @Test
  void nobodyBecomesAnAdministratorOfTheInstallationFromInsideAPractice() {
    Newcomer nora = Newcomer.as("staff");
    Newcomer.invite(Api.as("ada"), "climber@example.net", "platform_admin")
        .refused("/role", "unknown");
    Api.as("ada")
        .put("/api/v1/users/" + nora.id() + "/role", "{\"role\": \"platform_admin\"}")
        .refused("/role", "unknown");
    assertThatThrownBy(
            () ->
                Rows.change(
                    "update membership set role = 'platform_admin' where clinic_id = ?",
                    DemoClinic.CEDAR_HOLLOW.id()))
        .hasStackTraceContaining("not one of this tenant");
    Newcomer.invite(Api.as("ada"), "climber@example.net", "operator").refused("/role", "unknown");
    Newcomer.invite(Practices.platform(), "doctor@example.net", "clinician")
        .refused("/role", "unknown");
  }

  /** "NULL" means something else in a database's list. */
  @Test
  void aNameWhoseLettersAreNullIsANameLikeAnother() {
    register("North Urology Lab LLC", Newcomer.fresh()).created();
  }

  @Test
  void theFirstOfTheInstallationComesInByTheOwnersHandOnce() {
    String name = Newcomer.fresh();
    String email = name + "@example.net";
    String first = Practices.secret(email);
    String second = Practices.secret(email);
    Newcomer.accept(first, name, Newcomer.PASSWORD).refused("1117");
    Newcomer.accept(second, name, Newcomer.PASSWORD).created();
    Newcomer.accept(second, Newcomer.fresh(), Newcomer.PASSWORD).refused("1117");
    assertThat(
            Api.signIn(name, Newcomer.PASSWORD).body().path("mfa_enrolment_required").asBoolean())
        .isTrue();
  }

  @Test
  void whatAPracticeSaysOfItselfChangesForWhoSawIt() {
    String name = Newcomer.fresh();
    register("Before Its Change", name).created();
    Api nora = Practices.enrolled(new Newcomer(Newcomer.id(name), name, name + "@example.net"));
    String seen = nora.get(CURRENT).raw().headers().firstValue("ETag").orElseThrow();
    ObjectNode wanted = Practices.details("After Its Change").put("fax", "775 555 0143");
    nora.put(CURRENT, wanted.toString()).refused("1003");
    Answer changed = nora.put(CURRENT, wanted.toString(), "If-Match", seen);
    assertThat(changed.text("name")).isEqualTo("After Its Change");
    assertThat(changed.text("fax")).isEqualTo("775-555-0143");
    nora.put(CURRENT, wanted.toString(), "If-Match", seen).refused("1007");
    assertThat(
            Rows.texts(
                "select detail ->> 'name' from audit_event where action = 'clinic.change'"
                    + " and actor = ?",
                UUID.fromString(Newcomer.id(name))))
        .containsExactly("{\"after\": \"After Its Change\", \"before\": \"Before Its Change\"}");
    Api.as("sam").put(CURRENT, wanted.toString(), "If-Match", "\"0\"").refused("1105");
  }

  private static Answer register(String practice, String username) {
    return Api.anonymous().post(REGISTER, wanted(practice, username).toString());
  }

  private static ObjectNode wanted(String practice, String username) {
    return Practices.json(practice)
        .put("username", username)
        .put("email", username + "@example.net")
        .put("password", Newcomer.PASSWORD)
        .put("first_name", "Nora")
        .put("last_name", "Vance");
  }
}
