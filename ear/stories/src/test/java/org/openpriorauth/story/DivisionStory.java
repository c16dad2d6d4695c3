package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person says which documents came together in a file, and its pages are read as those. */
@ExtendWith(Stack.class)
class DivisionStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** The second page does not say what it is. */
  private static final String TWO =
      """
      Progress note
      Patient: Jane Q. Sample
      DOB: 04/05/1971
      Date of visit: 11/02/2026

      Assessment: Lumbar radiculopathy (M54.16).
      \fPrairie Mutual
      Jane Q. Sample
      Reference: PA-7788120
      """;

  private static final String NOTE_AND_LETTER =
      """
      {"parts": [{"type": "clinical_note", "first_page": 1, "last_page": 1},
        {"type": "payer_letter", "first_page": 2, "last_page": 2}]}""";

  private static final String OTHER =
      "{\"parts\": [{\"type\": \"other\", \"first_page\": 1, \"last_page\": 2}]}";

  private static ReadyCases cases;
  private static Api staff;

  private String document;
  private String extraction;

  @BeforeAll
  static void aPayer() {
    cases = new ReadyCases("DIVISION");
    staff = cases.staff();
  }

  @BeforeEach
  void aFileOfTwoDocuments() {
    String request = cases.ready("72148", 1);
    String place = "/api/v1/prior-authorizations/" + request + "/documents";
    staff.upload(place, "two.txt", TWO.getBytes(StandardCharsets.UTF_8));
    document =
        StreamSupport.stream(staff.get(place).body().path("items").spliterator(), false)
            .filter(d -> d.path("file_name").asText().equals("two.txt"))
            .map(d -> d.path("id").asText())
            .findFirst()
            .orElseThrow();
    extraction = "/api/v1/documents/" + document + "/extraction";
    Eventually.get(
        Duration.ofMinutes(1),
        () -> staff.get(extraction).text("status"),
        status -> status.equals("read"));
  }

  @Test
  void itsPagesAreReadAsWhatTheyAreSaidToBe() {
    JsonNode before = staff.get(extraction).body();
    Assertions.assertThat(field(before, "letter.reference")).isNull();

    JsonNode said = staff.put(extraction + "/parts", NOTE_AND_LETTER).body();

    Assertions.assertThat(field(said, "letter.reference").path("value").asText())
        .isEqualTo("PA-7788120");
    Assertions.assertThat(said.path("parts").toString())
        .isEqualTo(
            "[{\"type\":\"clinical_note\",\"first_page\":1,\"last_page\":1,\"confidence\":1.0},"
                + "{\"type\":\"payer_letter\",\"first_page\":2,\"last_page\":2,\"confidence\":1.0}]");
    Assertions.assertThat(staff.get(extraction).body()).isEqualTo(said);
    Assertions.assertThat(
            Rows.texts(
                "select detail::text from audit_event where action = 'document.divide'"
                    + " and subject_id = '"
                    + document
                    + "'"))
        .containsExactly("{\"parts\": 2}");
  }

  @Test
  void whatPeopleSettledStaysSettled() {
    staff.put(extraction + "/parts", NOTE_AND_LETTER);
    JsonNode letter = staff.get(extraction).body();
    String code = field(letter, "diagnosis.code").path("id").asText();
    String reference = field(letter, "letter.reference").path("id").asText();
    say(code, "{\"verdict\": \"changed\", \"value\": \"M54.17\"}");
    say(reference, "{\"verdict\": \"accepted\"}");
    int fields = letter.path("fields").size();

    JsonNode other = staff.put(extraction + "/parts", OTHER).body();

    JsonNode kept = field(other, "diagnosis.code");
    Assertions.assertThat(kept.path("id").asText()).isEqualTo(code);
    Assertions.assertThat(kept.path("verification").path("value").asText()).isEqualTo("M54.17");
    Assertions.assertThat(field(other, "letter.reference").path("id").asText())
        .as("a letter no more, but a person settled it")
        .isEqualTo(reference);
    Assertions.assertThat(other.path("fields").size()).isEqualTo(fields);

    JsonNode again = staff.put(extraction + "/parts", NOTE_AND_LETTER).body();
    Assertions.assertThat(again.path("fields").size()).isEqualTo(fields);
    Assertions.assertThat(field(again, "letter.reference").path("id").asText())
        .isEqualTo(reference);
  }

  @Test
  void whatAPersonRejectedDoesNotComeBack() {
    JsonNode letter = staff.put(extraction + "/parts", NOTE_AND_LETTER).body();
    say(field(letter, "letter.reference").path("id").asText(), "{\"verdict\": \"rejected\"}");

    staff.put(extraction + "/parts", OTHER);
    staff.put(extraction + "/parts", OTHER);
    JsonNode again = staff.put(extraction + "/parts", NOTE_AND_LETTER).body();

    Assertions.assertThat(
            field(again, "letter.reference").path("verification").path("verdict").asText())
        .isEqualTo("rejected");
    Assertions.assertThat(again.path("fields").size()).isEqualTo(letter.path("fields").size());
  }

  @Test
  void partsThatAreNotTheWholeFileAreRefused() {
    JsonNode before = staff.get(extraction).body();
    parts("").refused("/parts", "size");
    parts(part("note", 1, 2)).refused("/parts/0/type", "unknown");
    parts(part("order", 2, 2)).refused("/parts/0/first_page", "gap");
    parts(part("order", 1, 1)).refused("/parts", "gap");
    parts(part("order", 1, 3)).refused("/parts/0/last_page", "range");
    parts(part("order", 1, 0)).refused("/parts/0/last_page", "range");
    parts(part("order", 1, 2) + ", " + part("other", 2, 2)).refused("/parts/1/first_page", "gap");
    parts("null").refused("1003");
    Assertions.assertThat(staff.get(extraction).body()).isEqualTo(before);
  }

  @Test
  @Tag("browser")
  void onTheReviewADocumentIsBegunOnThePageShown() {
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("review.xhtml?document=" + document));
    press(page, "It is something else, or several documents…");
    assertThat(page.locator("#division select").first()).isFocused();
    press(page, "Next page");
    press(page, "One begins on the page shown");
    assertThat(page.locator("#division [name=first]").nth(1)).hasValue("2");
    page.keyboard().type("Payer letter");
    accessible(page);
    CHROMIUM.picture(page, "division");
    page.locator("#division select").first().selectOption("clinical_note");
    press(page, "Save and read anew");
    shows(page, "#whose", "2 documents came together in it");
    shows(page, "#fields", "PA-7788120");

    press(page, "The documents are others…");
    page.locator("#division [data-join]").nth(1).click();
    press(page, "Save and read anew");
    assertThat(page.locator("#whose .parts")).hasCount(0);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private void say(String field, String verdict) {
    Assertions.assertThat(staff.put(extraction + "/fields/" + field, verdict).status())
        .isEqualTo(200);
  }

  private Api.Answer parts(String parts) {
    return staff.put(extraction + "/parts", "{\"parts\": [" + parts + "]}");
  }

  private static String part(String type, int first, int last) {
    return "{\"type\": \"%s\", \"first_page\": %d, \"last_page\": %d}".formatted(type, first, last);
  }

  /** Null if there is none. */
  private static JsonNode field(JsonNode extraction, String name) {
    List<JsonNode> found =
        StreamSupport.stream(extraction.path("fields").spliterator(), false)
            .filter(field -> field.path("name").asText().equals(name))
            .toList();
    return found.isEmpty() ? null : found.get(0);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
