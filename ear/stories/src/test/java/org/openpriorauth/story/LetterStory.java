package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** A letter that a person writes, code judges, and a packet carries only as long as it holds. */
@ExtendWith(Stack.class)
class LetterStory {
  private static final String CANE =
      """
      Letter
      Patient: Jane Q. Sample
      DOB: 04/05/1971

      She walks with a cane and asks for an early date.
      """;
  private static final String SENTENCE = "She walks with a cane.";

  private static ReadyCases cases;
  private static Api staff;

  @BeforeAll
  static void aPayer() {
    Payer.forgetOrders();
    cases = new ReadyCases("LETTER");
    staff = cases.staff();
  }

  /** Saves the template's words of today as the first version. */
  static void writeTheTemplate(ReadyCases cases, String request) {
    String place = place(request);
    ObjectNode text = text(cases.staff().get(place).body());
    Answer saved = cases.staff().put(place, text.toString(), "If-Match", "\"0\"");
    if (saved.status() != 200) {
      throw new AssertionError(saved.status() + " " + saved.body());
    }
    cases.awaitPacket(request);
  }

  @Test
  void theTemplatesLetterHoldsAndNothingElseIsKept() {
    String request = cases.ready("72148", 1);
    Answer letter = staff.get(place(request));

    assertThat(letter.status()).isEqualTo(200);
    assertThat(letter.header("ETag")).contains("\"0\"");
    assertThat(letter.body().path("template").asBoolean()).isTrue();
    assertThat(letter.body().path("holds").asBoolean()).isTrue();
    assertThat(letter.body().findValuesAsText("text").toString())
        .contains("for my patient Jane Q. Sample", "A diagnosis is documented");
    assertThat(letter.body().path("passages").toString()).contains("M54.16");
    assertThat(staff.get(letters(request)).body().path("items")).isEmpty();
  }

  @Test
  void whatIsWrongWithTheCallIsSaidByNumber() {
    String request = cases.ready("72148", 1);
    String place = place(request);
    String good = text(staff.get(place).body()).toString();

    staff.put(place, good).refused("1003");
    staff.put(place, good, "If-Match", "\"7\"").refused("1007");
    staff.put(place, "{\"words\": []}", "If-Match", "\"0\"").refused("1002");
    staff.put(place, "{\"paragraphs\": 7}", "If-Match", "\"0\"").refused("1001");
    staff.put(place, "{\"paragraphs\": [null]}", "If-Match", "\"0\"").refused("1001");
    staff.put(place, "{\"paragraphs\": []}", "If-Match", "\"0\"").refused("/paragraphs", "empty");
    staff
        .post(place + "/check", good.replace("Jane Q. Sample", "\\ud800"))
        .refused("/paragraphs/0/sentences/0", "characters");
    staff.get(letters(request) + "/complaint").refused("1720");
    staff.get(place + "/versions/1").refused("1720");
    staff.get(letters(request) + "/appeal").refused("1704");
    Api.as("rita").get(place).refused("1301");
    Api.as("rhea").put(place, good, "If-Match", "\"0\"").refused("1105");
    assertThat(staff.get(letters(request)).body().path("items")).isEmpty();
  }

  @Test
  void aPacketCarriesWhatAPersonWroteAndOnlyWhileItHolds() {
    String request = cases.ready("72148", 1);
    String document = cane(request);
    String place = place(request);
    cases.awaitPacket(request);
    String before = packet(request).path("sha256").asText();

    ObjectNode text = text(staff.get(place).body());
    ObjectNode own = add(text, SENTENCE, document);
    assertThat(staff.put(place, text.toString(), "If-Match", "\"0\"").text("version"))
        .isEqualTo("1");
    awaitPacket(request, before);

    own.put("text", "She walks with a wooden cane.");
    JsonNode checked = staff.post(place + "/check", text.toString()).body();
    assertThat(checked.path("holds").asBoolean()).isFalse();
    assertThat(checked.findValuesAsText("code")).containsExactly("new_word");
    assertThat(staff.get(place).text("version")).as("a check saves nothing").isEqualTo("1");

    staff.put(place, text.toString(), "If-Match", "\"1\"");
    submit(request).refused("1721");
    staff.get(place + "/content").refused("1721");
    own.put("kept_because", "I saw it.");
    assertThat(
            staff.put(place, text.toString(), "If-Match", "\"2\"").body().path("holds").asBoolean())
        .isTrue();
    cases.awaitPacket(request);

    JsonNode second = staff.get(place + "/versions/2").body();
    assertThat(second.path("added").toString()).contains("wooden cane");
    assertThat(second.path("removed").toString()).contains(SENTENCE);
  }

  @Test
  void aLetterWhosePageIsNotThePatientsAnyMoreIsNotSent() {
    String request = cases.ready("72148", 1);
    String document = cane(request);
    String place = place(request);
    ObjectNode text = text(staff.get(place).body());
    add(text, SENTENCE, document);
    staff.put(place, text.toString(), "If-Match", "\"0\"");
    cases.awaitPacket(request);

    staff.put(
        "/api/v1/documents/" + document + "/extraction/pages/1", "{\"verdict\": \"rejected\"}");
    Eventually.get(
        Duration.ofSeconds(60),
        () -> staff.get(letters(request)).body().at("/items/0/holds").asBoolean(),
        holds -> !holds);
    assertThat(staff.get(place).body().findValuesAsText("code")).contains("citation");
    assertThat(kinds(request)).contains("letter_saved", "letter_open");
    assertThat(packet(request).path("current").asBoolean()).isFalse();
    submit(request).refused("1721");

    Answer back = staff.delete(place, "If-Match", "\"1\"");
    assertThat(back.body().path("template").asBoolean()).isTrue();
    assertThat(back.body().path("versions")).hasSize(2);
    cases.awaitPacket(request);
    assertThat(submit(request).status()).isEqualTo(202);
    staff.put(place, text.toString(), "If-Match", "\"2\"").refused("1302");
  }

  @Test
  void theTrailSaysThatItChangedAndNotWhatItSays() {
    String request = cases.ready("72148", 1);
    writeTheTemplate(cases, request);
    List<String> lines =
        Rows.texts(
            "select detail from audit_event where action = 'letter.save' order by at desc limit 1");

    assertThat(lines.get(0))
        .contains("\"before\"", "\"after\"", "\"version\"")
        .doesNotContain("radiculopathy", "Sample", "patient");
  }

  @Test
  void anAppealAnswersThePayersOwnReason() {
    Sent sent = cases.send("97110", 20).await("DENIED");
    String place = letters(sent.request()) + "/appeal";
    JsonNode letter = staff.get(place).body();
    String reason = letter.at("/denial/reasons/0").asText();

    assertThat(reason).isNotBlank();
    assertThat(letter.path("phrases").toString()).contains(reason);
    assertThat(letter.findValuesAsText("text").toString())
        .contains("appeal your decision", "A diagnosis is documented");
    assertThat(letter.path("holds").asBoolean()).isTrue();
    Answer saved = staff.put(place, text(letter).toString(), "If-Match", "\"0\"");
    assertThat(saved.text("version")).isEqualTo("1");
    assertThat(saved.body().path("holds").asBoolean()).isTrue();
    assertThat(staff.get(place + "/content").status()).isEqualTo(200);
    String statement = text(staff.get(place(sent.request())).body()).toString();
    staff.put(place(sent.request()), statement, "If-Match", "\"0\"").refused("1302");
  }

  private static String letters(String request) {
    return "/api/v1/prior-authorizations/" + request + "/letters";
  }

  private static String place(String request) {
    return letters(request) + "/necessity";
  }

  private static String cane(String request) {
    String document =
        staff
            .upload(
                "/api/v1/prior-authorizations/" + request + "/documents",
                "letter.txt",
                CANE.getBytes(StandardCharsets.UTF_8))
            .body()
            .at("/items/0/id")
            .asText();
    Cases.awaitReading(staff, document);
    return document;
  }

  private static ObjectNode add(ObjectNode text, String words, String document) {
    String page =
        staff.get("/api/v1/documents/" + document + "/pages").body().at("/items/0/text").asText();
    String quote = "walks with a cane";
    ObjectNode sentence = Api.JSON.createObjectNode().put("text", words).putNull("kept_because");
    sentence
        .putArray("citations")
        .addObject()
        .put("document_id", document)
        .put("page", 1)
        .put("start", page.indexOf(quote))
        .put("end", page.indexOf(quote) + quote.length())
        .put("quote", quote);
    ObjectNode paragraph = ((ArrayNode) text.path("paragraphs")).addObject().put("item", false);
    paragraph.putArray("sentences").add(sentence);
    return sentence;
  }

  /** What a client sends back of a letter that it read. */
  private static ObjectNode text(JsonNode letter) {
    ObjectNode text = Api.JSON.createObjectNode();
    ArrayNode paragraphs = text.putArray("paragraphs");
    for (JsonNode paragraph : letter.path("paragraphs")) {
      ObjectNode same = paragraphs.addObject();
      same.set("item", paragraph.path("item"));
      ArrayNode sentences = same.putArray("sentences");
      for (JsonNode sentence : paragraph.path("sentences")) {
        ObjectNode words = sentences.addObject();
        words.set("text", sentence.path("text"));
        words.set("citations", sentence.path("citations"));
        words.set("kept_because", sentence.path("kept_because"));
      }
    }
    return text;
  }

  private static JsonNode packet(String request) {
    return staff.get("/api/v1/prior-authorizations/" + request + "/packet").body();
  }

  private static void awaitPacket(String request, String before) {
    Eventually.get(
        Duration.ofSeconds(60),
        () -> packet(request),
        p -> p.path("current").asBoolean() && !p.path("sha256").asText().equals(before));
  }

  private static Answer submit(String request) {
    return staff.post("/api/v1/prior-authorizations/" + request + "/submissions", "");
  }

  private static List<String> kinds(String request) {
    return staff
        .get("/api/v1/prior-authorizations/" + request + "/timeline")
        .body()
        .findValuesAsText("kind");
  }
}
