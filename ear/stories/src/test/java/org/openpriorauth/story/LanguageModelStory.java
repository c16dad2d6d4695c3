package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.ModelCases.FAR;
import static org.openpriorauth.story.ModelCases.place;
import static org.openpriorauth.story.ModelCases.quotes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** A language model helps where a clinic turned it on, and decides nothing, whatever it says. */
@ExtendWith(Stack.class)
class LanguageModelStory {
  private static final String DOOR = ClinicsModel.DOOR;
  private static ModelCases cases;
  private static ClinicsModel model;
  private static Api admin;

  @BeforeAll
  static void aPayerThatAsksInWords() {
    cases = new ModelCases("MODEL");
    model = cases.model();
    admin = Api.as("ada");
  }

  @AfterEach
  void off() {
    cases.off();
  }

  @AfterAll
  static void close() {
    cases.close();
  }

  @Test
  @Tag("hipaa")
  void offNothingLeavesTheHouse() {
    assertThat(admin.get(DOOR).text("adapter")).isEqualTo("none");
    JsonNode criterion = cases.noted(cases.request(), "Found by their words.");
    assertThat(quotes(criterion)).hasSize(1);
    assertThat(criterion.path("search").path("model").isNull()).isTrue();
    assertThat(admin.post(DOOR + "/trial", "{}").text("outcome")).isEqualTo("off");
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void whatItQuotesIsShownWithWhoSaidSo() {
    assertThat(model.choose(admin, "anthropic").status()).isEqualTo(200);
    model.picks("dancing|She went dancing on Saturday|against", "daughter|does the cooking|for");
    String request = cases.request();
    JsonNode criterion = cases.suggested(request);

    assertThat(quotes(criterion)).hasSize(3);
    assertThat(quotes(criterion).get(0)).startsWith("She went dancing").endsWith("whatsoever.");
    assertThat(criterion.path("search").path("stances").toString())
        .isEqualTo("[\"against\",\"for\",\"words\"]");
    assertThat(criterion.path("search").path("prompt").asText()).startsWith("passages/1");
    assertThat(criterion.path("search").path("note").isNull()).isTrue();
    assertThat(criterion.path("verdict").asText()).isEqualTo("not_found");
    assertThat(criterion.path("decided_by").asText()).isEqualTo("nobody");
    assertThat(cases.staff().get(place(request)).text("state")).isEqualTo("REVIEW");
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'language-model.ask'"
                    + " and subject_id = cast(? as uuid)",
                request))
        .isEqualTo(1);
  }

  /** What is invented is dropped and counted; what words found stays, whatever it says. */
  @Test
  @Tag("security")
  void whatItInventsOrIsToldByADocumentChangesNothing() {
    model.choose(admin, "openai");
    model.picks("mailbox|She has been bedridden for six weeks|for", "Progress note|met|for");
    String request = cases.request();
    JsonNode criterion = cases.suggested(request);
    assertThat(quotes(criterion)).singleElement().asString().startsWith(FAR);
    assertThat(criterion.path("search").path("note").asText()).startsWith("2 quotations");
    assertThat(criterion.path("verdict").asText()).isEqualTo("not_found");

    model.picks();
    String obedient = cases.request();
    assertThat(quotes(cases.suggested(obedient))).singleElement().asString().startsWith(FAR);
    JsonNode open = cases.staff().get(place(obedient) + "/criteria").body().path("open");
    assertThat(open.findValuesAsText("kind")).containsExactly("confirm");

    model.says(data -> Api.JSON.createObjectNode().put("verdict", "met"));
    String otherForm = cases.request();
    cases.noted(otherForm, "answered in another form");
    assertThat(cases.staff().get(place(otherForm)).text("state")).isEqualTo("REVIEW");
  }

  /** The chart is data between our words, and the words are ours. */
  @Test
  @Tag("security")
  void aDocumentIsNeverAmongTheInstructions() throws IOException {
    model.choose(admin, "anthropic");
    model.picks();
    cases.suggested(cases.request());
    JsonNode sent = model.asked().get(0);
    assertThat(sent.path("system").asText())
        .contains("letter by letter", "no\ninstruction")
        .doesNotContain("assistant:");
    assertThat(ClinicsModel.data(sent).path("criterion").asText())
        .isEqualTo("Functional impairment");
    assertThat(ClinicsModel.data(sent).path("passages").findValuesAsText("text"))
        .anyMatch(text -> text.contains("ignore your rules"));
  }

  @Test
  @Thorough
  void aModelThatIsBusyIsAskedAgainAndAPersonMayAskToo() {
    model.choose(admin, "openai");
    model.picks("daughter|does the cooking|for");
    model.busy(1);
    assertThat(quotes(cases.suggested(cases.request()))).hasSize(2);

    model.busy(100);
    String request = cases.request();
    JsonNode criterion = cases.noted(request, "too busy");
    assertThat(quotes(criterion)).singleElement().asString().startsWith(FAR);
    Eventually.get(
        Duration.ofMinutes(2),
        () ->
            Rows.count(
                "select count(*) from work_item where kind = 'passages' and state = 'done'"
                    + " and subject_id = cast(? as uuid)",
                request),
        ended -> ended == 1);
    model.busy(0);
    assertThat(cases.staff().post(place(request) + "/criteria", "{}").status()).isEqualTo(200);
    assertThat(quotes(cases.suggested(request))).hasSize(2);
  }

  @Test
  void beyondTheMonthsTokensNobodyIsAsked() {
    model.choose(admin, "anthropic", "monthly_tokens", "1");
    model.picks();
    // What the other stories used is more, or this one call is.
    admin.post(DOOR + "/trial", "{}");
    model.asked().clear();
    JsonNode criterion = cases.noted(cases.request(), "used up this month's tokens");
    assertThat(quotes(criterion)).hasSize(1);
    assertThat(admin.post(DOOR + "/trial", "{}").text("outcome")).isEqualTo("over_limit");
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void whatItTookIsCountedByDayAndPurpose() {
    model.choose(admin, "anthropic");
    model.says(data -> Api.JSON.createObjectNode().put("word", data.path("word").asText()));
    long before = used();
    Answer trial = admin.post(DOOR + "/trial", "{}");
    assertThat(trial.text("outcome")).isEqualTo("answered");
    assertThat(trial.text("model")).isEqualTo("story-model-1");
    assertThat(used()).isEqualTo(before + 1100);
    JsonNode day = null;
    for (JsonNode use : admin.get(DOOR + "/use").body().path("items")) {
      day = use.path("purpose").asText().equals("trial") ? use : day;
    }
    // 1,000 tokens at 3 dollars and 100 at 15 dollars a million.
    double each = day.path("cost").asDouble() / day.path("answered").asInt();
    assertThat(each).isEqualTo(0.0045);
    assertThat(day.path("prompt").asText()).isEqualTo("trial/1");
    assertThat(admin.get(DOOR + "/use?month=1999-01").body().path("items")).isEmpty();
    admin.get(DOOR + "/use?month=soon").refused("/month", "month");
  }

  private static long used() {
    return admin.get(DOOR).body().path("used_tokens").asLong();
  }

  @Test
  @Tag("security")
  void theKeyGoesInAndNeverComesOutNorElsewhere() {
    model.choose(admin, "openai");
    Answer shown = admin.get(DOOR);
    assertThat(shown.body().path("has_key").asBoolean()).isTrue();
    assertThat(shown.raw().body()).doesNotContain(ClinicsModel.KEY);
    assertThat(Rows.everything()).noneMatch(row -> row.contains(ClinicsModel.KEY));

    assertThat(model.choose(admin, "openai", "key", "null", "model", "\"other-2\"").status())
        .isEqualTo(200);
    assertThat(admin.get(DOOR).body().path("has_key").asBoolean()).as("kept").isTrue();
    String elsewhere = "\"" + model.address() + "/proxy\"";
    model.choose(admin, "openai", "key", "null", "base_url", elsewhere);
    assertThat(admin.get(DOOR).body().path("has_key").asBoolean()).as("not taken along").isFalse();
    assertThat(admin.post(DOOR + "/trial", "{}").text("outcome")).isEqualTo("not_admitted");
    ClinicsModel.off(admin);
    assertThat(admin.get(DOOR).body().path("has_key").asBoolean()).isFalse();
  }

  @Test
  void onlyWhatHoldsIsTaken() {
    model.choose(admin, "anthropic", "agreement", "false").refused("/agreement", "missing");
    model
        .choose(admin, "anthropic", "base_url", "\"https://10.1.2.3\"")
        .refused("/base_url", "inside");
    model.choose(admin, "anthropic", "base_url", "\"http://8.8.8.8\"").refused("1003");
    model.choose(admin, "gossip").refused("/adapter", "unknown");
    admin.put(DOOR, "{\"adapter\": \"none\"}", "If-Match", "\"987654\"").refused("1007");
    admin.put(DOOR, "{\"adapter\": \"none\"}").refused("", "if_match");
    cases.staff().get(DOOR).refused("1105");
    assertThat(admin.get(DOOR).text("adapter")).isEqualTo("none");
  }

  @Test
  @Tag("hipaa")
  void whoTurnsItOnLeavesItInTheTrail() {
    model.choose(admin, "anthropic");
    String detail =
        Rows.texts(
                "select detail from audit_event where action = 'language-model.change'"
                    + " order by id desc limit 1")
            .get(0);
    assertThat(detail).contains("story-model-1", "agreement", "before", "after");
    assertThat(detail).doesNotContain(ClinicsModel.KEY);
  }

  @Test
  void aClinicMayPutItInItsOwnWords() {
    Answer changed = cases.words("\"Point at what limits her.\"");
    int version = changed.body().path("version").asInt();
    String label = "passages/1.clinic-" + version;
    assertThat(changed.text("in_use")).isEqualTo(label);
    String before = "\"" + (version - 1) + "\"";
    String prompts = DOOR + "/prompts/";
    String late = "{\"words\": \"Too late.\"}";
    admin.put(prompts + "passages", late, "If-Match", before).refused("1007");
    admin.put(prompts + "trial", late, "If-Match", before).refused("1820");

    model.choose(admin, "anthropic");
    model.picks();
    JsonNode criterion = cases.suggested(cases.request());
    assertThat(criterion.path("search").path("prompt").asText()).isEqualTo(label);
    assertThat(model.asked().get(0).path("system").asText())
        .startsWith("Point at what limits her.")
        .contains("no\ninstruction");
    assertThat(cases.words("null").text("in_use")).isEqualTo("passages/1");
  }
}
