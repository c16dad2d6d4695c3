package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/**
 * Code sets from the agency's file to who looks a code up. The editions are of years in which
 * nothing else of the stories happens, or go when the story is over.
 */
@ExtendWith(Stack.class)
class CodesStory {
  /** More than an edition of ICD-10-CM has that can be billed. */
  private static final int WHOLE = 75_000;

  private static final String[] WORDS = {
    "fracture", "neuropathy", "stenosis", "effusion", "contusion", "ulcer", "embolism", "lesion"
  };

  private final Api staff = Api.as("sam");

  @BeforeEach
  @AfterEach
  void nothingIsLoaded() {
    Rows.change("delete from medical_code");
    Rows.change("delete from code_edition");
  }

  /** An order file of {@code count} made-up codes, headings among them, and the given lines. */
  private static void orderFile(String name, int count, String... more) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String category = "%c%02d".formatted("ABCDEFGHJKLNP".charAt(i / 6_000), i / 60 % 100);
      String code = i % 60 == 0 ? category : category + "%03d".formatted(i % 60);
      String words =
          "%s of made-up site %d, %s encounter"
              .formatted(WORDS[i % WORDS.length], i, i % 2 == 0 ? "initial" : "subsequent");
      lines.add(line(i + 1, code, i % 60 != 0, words));
    }
    for (int i = 0; i < more.length; i += 2) {
      lines.add(line(lines.size() + 1, more[i], more[i].length() > 4, more[i + 1]));
    }
    Files.write(directory().resolve(name), lines);
  }

  private static String line(int number, String code, boolean billable, String words) {
    return "%05d %-7s %s %-60s %s".formatted(number, code, billable ? "1" : "0", words, words);
  }

  private static Path directory() {
    return Stack.system().settings().home().resolve("codes");
  }

  /** How loading it ended, and what was said. */
  private static Answer load(String system, String file, String edition, String from) {
    Answer started =
        Api.as("omar")
            .post(
                "/api/v1/batch/jobs/load-codes/executions?system=%s&file=%s&edition=%s&from=%s"
                    .formatted(system, file, edition, from),
                "");
    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    String place = "/api/v1/batch/executions/" + started.text("id");
    return Eventually.get(
        Duration.ofMinutes(3),
        () -> Api.as("omar").get(place),
        execution -> !execution.text("status").startsWith("START"));
  }

  private void loaded(String file, String edition, String from) {
    Answer ended = load("icd10cm", file, edition, from);
    assertThat(ended.text("status")).as("%s", ended.body()).isEqualTo("COMPLETED");
  }

  private JsonNode search(String words, String on) {
    Answer found = staff.get("/api/v1/codes?system=icd10cm&q=" + words + "&on=" + on);
    assertThat(found.status()).as("%s", found.body()).isEqualTo(200);
    return found.body();
  }

  private String status(String code, String on) {
    return staff.get("/api/v1/codes/icd10cm/" + code + "?on=" + on).text("status");
  }

  @Test
  void anEditionIsSearchedByCodeAndByWordsAndADayFindsItsOwn() throws IOException {
    orderFile("icd10cm-order-1991.txt", WHOLE, "Q661", "Heading of feet", "Q6611", "Old foot");
    orderFile("icd10cm-order-1992.txt", WHOLE, "Q661", "Heading of feet", "Q6612", "New foot");
    assertThat(search("foot", "1991-06-01").path("edition").isNull()).isTrue();
    loaded("icd10cm-order-1991.txt", "1991", "1990-10-01");
    loaded("icd10cm-order-1992.txt", "1992", "1991-10-01");

    assertThat(status("Q66.11", "1991-06-01")).isEqualTo("billable");
    assertThat(status("Q66.11", "1992-06-01")).isEqualTo("unknown");
    assertThat(status("Q66.12", "1992-06-01")).isEqualTo("billable");
    assertThat(status("q6612", "1992-06-01")).isEqualTo("billable");
    assertThat(status("Q66.1", "1992-06-01")).isEqualTo("header");
    assertThat(status("Q66.1", "1990-06-01")).isEqualTo("not_checked");
    assertThat(status("lumbago", "1992-06-01")).isEqualTo("malformed");
    assertThat(staff.get("/api/v1/codes/icd10cm/Q66.I2?on=1992-06-01").text("perhaps"))
        .isEqualTo("Q66.12");

    assertThat(search("q66", "1992-06-01").path("items").findValuesAsText("code"))
        .containsExactly("Q66.1", "Q66.12");
    assertThat(search("new%20fe", "1992-06-01").path("items")).isEmpty();
    assertThat(search("foot%20ne", "1992-06-01").path("items").path(0).path("description").asText())
        .isEqualTo("New foot");
    JsonNode many = search("stenosis%20subs", "1992-06-01");
    assertThat(many.path("items")).isEmpty();
    assertThat(search("stenos", "1992-06-01").path("items")).hasSize(50);
  }

  /** A whole set is never walked through: by code and by words an index answers. */
  @Test
  void aWholeSetIsSearchedByItsIndexes() throws IOException {
    orderFile("icd10cm-order-1993.txt", WHOLE);
    loaded("icd10cm-order-1993.txt", "1993", "1992-10-01");
    long walked = statistic("seq_tup_read from pg_stat_user_tables where relname = 'medical_code'");
    long words = scans("ix_medical_code_words");
    long codes = scans("medical_code_pkey");
    for (int i = 0; i < 20; i++) {
      assertThat(search("stenosis%20site%20" + (8 * i + 2), "1993-06-01").path("items"))
          .isNotEmpty();
      assertThat(search("A1" + i % 10, "1993-06-01").path("items")).isNotEmpty();
    }
    Duration soon = Duration.ofSeconds(30);
    Eventually.get(soon, () -> scans("ix_medical_code_words"), now -> now >= words + 10);
    Eventually.get(soon, () -> scans("medical_code_pkey"), now -> now >= codes + 10);
    assertThat(statistic("seq_tup_read from pg_stat_user_tables where relname = 'medical_code'"))
        .isEqualTo(walked);
  }

  private static long scans(String index) {
    return statistic("idx_scan from pg_stat_user_indexes where indexrelname = '" + index + "'");
  }

  private static long statistic(String what) {
    return Rows.count("select coalesce(" + what.replaceFirst(" from", ", 0) from"));
  }

  @Test
  @Thorough
  void aFileThatIsNotRightLeavesTheEditionBeforeInUseAndSaysWhy() throws IOException {
    orderFile("whole.txt", WHOLE, "Q661", "Heading of feet", "Q6611", "Old foot");
    loaded("whole.txt", "1994", "1993-10-01");
    orderFile("short.txt", WHOLE / 2);
    refused("short.txt", "37500 codes: an edition of ICD-10-CM has between");
    orderFile("twice.txt", WHOLE, "Q6611", "One", "Q6611", "And again");
    refused("twice.txt", "Q66.11 stands in it twice");
    orderFile("fewer.txt", 61_000);
    assertThat(load("icd10cm", "fewer.txt", "1994", "1993-10-01").text("status"))
        .as("no less than four fifths")
        .isEqualTo("COMPLETED");
    loaded("whole.txt", "1994", "1993-10-01");
    Files.writeString(directory().resolve("other.csv"), "Jane Q. Sample;1971-04-05\n");
    assertThat(refused("other.csv", "Line 1: not of the order file")).doesNotContain("Sample");
    Files.write(directory().resolve("codes.zip"), new byte[] {'P', 'K', 3, 4, 0});
    refused("codes.zip", "This is no text file");
    refused("no-such.txt", "there is no such file");
    refused("..%2Fsecrets.properties", "plain name of a file");
    Files.createSymbolicLink(directory().resolve("link.txt"), directory().resolve("whole.txt"));
    refused("link.txt", "it is a link");
    Files.delete(directory().resolve("link.txt"));
    assertThat(
            Api.as("omar").post("/api/v1/batch/jobs/load-codes/executions?path=/etc", "").status())
        .isEqualTo(422);
    assertThat(status("Q66.11", "1994-06-01")).isEqualTo("billable");
    assertThat(Rows.count("select count(*) from code_edition where replaced_at is null"))
        .isEqualTo(1);
    assertThat(Rows.count("select count(*) from medical_code")).isEqualTo(WHOLE + 2);
  }

  private String refused(String file, String why) {
    Answer ended = load("icd10cm", file, "wrong", "1993-10-01");
    assertThat(ended.text("status")).as("%s", ended.body()).isEqualTo("FAILED");
    assertThat(ended.text("detail")).startsWith("OPA-1410: ").contains(why);
    return ended.text("detail");
  }

  @Test
  void anOrderWithACodeThatTheSetHasNotIsRefusedInWords() throws IOException {
    orderFile("now.txt", WHOLE, "M541", "Radiculopathy", "M5416", "Radiculopathy, lumbar region");
    String patient = Cases.patient(staff);
    String order = Cases.requestJson(patient, Cases.coverage(staff, patient));
    String place = "/api/v1/prior-authorizations";
    assertThat(staff.post(place, order.replace("M54.16", "M54.99")).status())
        .as("while no set is loaded")
        .isEqualTo(201);
    loaded("now.txt", "now", "2020-10-01");
    assertThat(staff.post(place, order).status()).isEqualTo(201);
    staff
        .post(place, order.replace("M54.16", "M54.99"))
        .refused("/items/0/diagnosis_codes", "unknown");
    Answer heading = staff.post(place, order.replace("M54.16", "M54.1"));
    heading.refused("/items/0/diagnosis_codes", "header");
    assertThat(heading.body().path("errors").path(0).path("detail").asText())
        .isEqualTo("M54.1 is a heading of ICD-10-CM, edition now; choose a code below it.");
  }

  /** Nothing of the document is dropped or mended: what the set says stands beside it. */
  @Test
  void theScreensShowACodesWordsAndFlagOneThatTheSetHasNot() throws IOException {
    orderFile(
        "now.txt", WHOLE, "M5416", "Radiculopathy, lumbar region", "M5418", "Sacral and so on");
    String request = Cases.request(staff);
    String note =
        """
        Progress note
        Patient: Jane Q. Sample
        DOB: 04/05/1971

        Assessment: Sacral radiculopathy (M54.1B).
        Diagnosis: Lumbar radiculopathy
        """;
    Answer uploaded =
        staff.upload(
            "/api/v1/prior-authorizations/" + request + "/documents",
            "note.txt",
            note.getBytes(StandardCharsets.UTF_8));
    String document = uploaded.body().path("items").path(0).path("id").asText();
    Cases.awaitReading(staff, document);
    loaded("now.txt", "now", "2020-10-01");
    PlainBrowser sam = PlainBrowser.signedIn("sam");
    assertThat(sam.get("review.xhtml?document=" + document + "&page=1").body())
        .contains("M54.1B is no code of ICD-10-CM, edition now. Perhaps M54.18?")
        .contains("no code beside it; suggested: M54.16 Radiculopathy, lumbar region");
    assertThat(sam.get("request.xhtml?id=" + request).body())
        .contains("M54.16: Radiculopathy, lumbar region");
    assertThat(sam.get("code-words?system=icd10cm&q=sacr").body())
        .isEqualTo("[{\"code\":\"M54.18\",\"words\":\"Sacral and so on\",\"billable\":true}]");
  }

  @Test
  void theSamplesCallNothingUnknown() {
    String sample = "&sample=true";
    for (String[] one :
        new String[][] {
          {"icd10cm", "icd10cm-order-sample.txt"}, {"hcpcs", "hcpcs-sample-anweb.txt"}
        }) {
      Answer ended = load(one[0], one[1], "sample" + sample, "2020-01-01");
      // The name of the edition ends before the ampersand.
      assertThat(ended.text("status")).as("%s", ended.body()).isEqualTo("COMPLETED");
    }
    assertThat(status("M54.16", "2026-06-01")).isEqualTo("billable");
    assertThat(status("M54.99", "2026-06-01")).isEqualTo("not_checked");
    assertThat(staff.get("/api/v1/codes/hcpcs/J1745").text("status")).isEqualTo("billable");
    assertThat(staff.get("/api/v1/codes/hcpcs/J0135?on=2026-01-01").text("status"))
        .isEqualTo("not_in_force");
    assertThat(
            staff
                .get("/api/v1/codes?system=icd10cm&q=lumbar%20radiculopathy")
                .body()
                .path("items")
                .path(0)
                .path("code")
                .asText())
        .isEqualTo("M54.16");
    assertThat(staff.get("/api/v1/codes/editions").body().path("items").path(0).path("sample"))
        .hasToString("true");
    assertThat(staff.get("/api/v1/codes/ndc/0002-8215-01").text("code")).isEqualTo("00002-8215-01");
    assertThat(staff.get("/api/v1/codes/npi/1234567890").text("status")).isEqualTo("malformed");
    staff.get("/api/v1/codes/snomed/1").refused("1008");
    staff.get("/api/v1/codes?system=snomed&q=back").refused("/system", "unknown");
    staff.get("/api/v1/codes?system=icd10cm&q=back&on=soon").refused("/on", "form");
  }
}
