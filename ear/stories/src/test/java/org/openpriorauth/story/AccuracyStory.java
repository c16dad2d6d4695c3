package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;

/** Chance asks people to check the reading, and figures say how well it does for a practice. */
@ExtendWith(Stack.class)
class AccuracyStory {
  private static final String ACCURACY = "/api/v1/clinics/current/reading/accuracy";
  private static final UUID HERE = DemoClinic.CEDAR_HOLLOW.id();

  private static ReadyCases cases;
  private static Api staff;
  private static PlainBrowser sam;

  @BeforeAll
  static void aPayer() {
    cases = new ReadyCases("ACCURACY");
    staff = cases.staff();
    sam = PlainBrowser.signedIn("sam");
  }

  @BeforeEach
  @AfterEach
  void asItComes() {
    share("0.05");
    ReadValues.forget();
  }

  @Test
  void chanceAsksForWhatIsUsedUnseenAndNothingWaitsForIt() {
    share("1");
    String request = cases.ready("72148", 1);
    String place = extraction(request);
    List<JsonNode> asked = fields(place).stream().filter(AccuracyStory::toCheck).toList();
    assertThat(asked)
        .isNotEmpty()
        .allMatch(f -> f.path("confidence").asDouble() >= 0.95)
        .allMatch(f -> !f.path("calibration").isNull() && f.path("flags").isEmpty());
    assertThat(review(request))
        .contains("Asked to check our reading", "Nothing waits for it")
        .contains("Nothing left to check here");
    assertThat(fields(place).stream().filter(AccuracyStory::toCheck).toList()).isEqualTo(asked);

    say(place, asked.get(0), "{\"verdict\": \"accepted\"}");
    assertThat(fields(place).stream().filter(AccuracyStory::toCheck)).hasSize(asked.size() - 1);
    assertThat(state(request)).isEqualTo("READY");

    share("0");
    assertThat(fields(place)).noneMatch(AccuracyStory::toCheck);
    assertThat(review(request)).doesNotContain("Asked to check our reading");
    assertThat(state(request)).isEqualTo("READY");
  }

  /** The lot falls once: it is the same for whoever looks, however often. */
  @Test
  void aLargerShareAsksForTheSameAndMore() {
    share("1");
    String place = extraction(cases.ready("72148", 1));
    long all = fields(place).stream().filter(AccuracyStory::toCheck).count();
    List<String> before = List.of();
    for (String share : List.of("0.20", "0.50", "0.80", "1")) {
      share(share);
      List<String> asked =
          fields(place).stream()
              .filter(AccuracyStory::toCheck)
              .map(f -> f.path("id").asText())
              .toList();
      assertThat(asked).containsAll(before);
      before = asked;
    }
    assertThat(before).hasSize((int) all);
  }

  @Test
  void theNumbersAreWhatPeopleDid() {
    share("1");
    String place = extraction(cases.ready("72148", 1));
    List<JsonNode> read = fields(place);
    List<JsonNode> asked = read.stream().filter(AccuracyStory::toCheck).toList();
    assertThat(asked).hasSizeGreaterThanOrEqualTo(3);
    say(place, asked.get(0), "{\"verdict\": \"accepted\"}");
    say(place, asked.get(1), "{\"verdict\": \"changed\", \"value\": \"something else\"}");
    say(place, asked.get(2), "{\"verdict\": \"accepted\"}");
    say(place, asked.get(2), "{\"verdict\": \"rejected\"}");

    JsonNode all = figures().path("all");
    assertThat(all.path("looks").toString())
        .isEqualTo(
            "{\"read\":%d,\"looked\":3,\"accepted\":1,\"changed\":1,\"rejected\":1}"
                .formatted(read.size()));
    assertThat(all.at("/unseen/values").asInt()).isEqualTo(asked.size());
    assertThat(all.at("/unseen/drawn").asInt()).isEqualTo(asked.size());
    assertThat(all.at("/unseen/checked").asInt()).isEqualTo(3);
    assertThat(all.at("/unseen/left_unseen").asInt()).isEqualTo(asked.size() - 3);
    assertThat(all.path("right").isNull()).as("of three nothing is said").isTrue();
    assertThat(all.path("claim").isNull()).isTrue();
    String screen = sam.get("accuracy.xhtml").body();
    assertThat(screen).contains("3: 1 accepted, 1 changed, 1 rejected", "too few to say");
    assertThat(screen).doesNotContain("Sample", "something else", "1971");

    assertThat(Api.as("rita").get(ACCURACY).body().at("/all/looks/read").asInt()).isZero();
    assertThat(PlainBrowser.signedIn("rita").get("accuracy.xhtml").body())
        .contains("Nothing was read in this time");
  }

  /** Whoever corrects what nobody asked for makes no share worse: such looks fall on faults. */
  @Test
  void whatSomebodyLooksAtUnaskedIsCountedAndInNoShare() {
    share("0");
    String place = extraction(cases.ready("72148", 1));
    say(place, named(place, "diagnosis.code"), "{\"verdict\": \"rejected\"}");
    JsonNode all = figures().path("all");
    assertThat(all.at("/looks/rejected").asInt()).isEqualTo(1);
    assertThat(all.at("/unseen/checked").asInt()).isZero();
    assertThat(Rows.texts("select coalesce(cast(chance as text), 'none') from looked_at_field"))
        .containsExactly("none");
  }

  @Test
  void sharesCountEachLookAsOftenAsItStandsForOthers() {
    ReadValues.doubtful(HERE, 40, 20);
    ReadValues.certain(HERE, 800, 40, 2);
    JsonNode found = figures();
    JsonNode all = found.path("all");
    // 20 of 40 and 38 of 40 were right; the forty stand for eight hundred.
    assertThat(all.at("/right/share").asDouble()).isCloseTo(780 / 840.0, within(0.001));
    assertThat(all.at("/right/low").asDouble()).isBetween(0.80, 0.90);
    assertThat(all.at("/claim/claimed").asDouble()).isCloseTo(0.949, within(0.001));
    assertThat(all.at("/claim/error").asDouble()).isCloseTo(0.02, within(0.001));
    assertThat(all.at("/unseen/right/share").asDouble()).isEqualTo(0.95);
    assertThat(found.path("claims")).hasSize(2);
    assertThat(found.at("/claims/1/from").asDouble()).isEqualTo(0.95);
    assertThat(found.path("kinds"))
        .extracting(f -> f.path("name").asText())
        .containsExactly("drug", "patient");
    assertThat(found.path("sources"))
        .extracting(f -> f.path("name").asText())
        .containsExactly("ocr", "text");
    assertThat(found.path("months")).hasSize(1);
    assertThat(found.at("/fields/0/right/share").asDouble()).isEqualTo(0.5);

    String screen = sam.get("accuracy.xhtml").body();
    assertThat(screen)
        .contains("92.9% (", "95.0% (83.5% to 98.6%)", "94.9%, found 92.9%; off by 2.0 points")
        .contains("<svg class=\"plot\"", "Scans and faxes", "Patient name");
    assertThat(sam.get("accuracy.xhtml?from=2020-01-01&to=2020-12-31").body())
        .contains("Nothing was read in this time");
    assertThat(sam.get("accuracy.xhtml?from=2020-01-01&to=2026-01-01").body())
        .contains("Ask for a time of 1 to 366 days.");
  }

  @Test
  void aTimeAndAShareAreSaidInTheirRange() {
    staff.get(ACCURACY + "?from=2026-11-02&to=2026-11-01").refused("/from", "range");
    staff.get(ACCURACY + "?from=2025-01-01&to=2026-11-01").refused("/from", "range");
    staff.get(ACCURACY + "?from=yesterday").refused("/from", "date");
    staff.get(ACCURACY + "?to=2026-02-30").refused("/to", "date");
    ReadValues.trust("{\"unseen_from\": 0.95, \"check_share\": 1.01}")
        .refused("/check_share", "range");
    ReadValues.trust("{\"unseen_from\": 0.95, \"check_share\": 0.005}")
        .refused("/check_share", "range");
    share("0.20");
    assertThat(ReadValues.trust("{\"unseen_from\": 0.95}").body().path("check_share").asDouble())
        .as("unsaid, it stays")
        .isEqualTo(0.2);
  }

  private static void share(String share) {
    String body = "{\"unseen_from\": 0.95, \"check_share\": " + share + "}";
    assertThat(ReadValues.trust(body).status()).isEqualTo(200);
  }

  private static JsonNode figures() {
    return staff.get(ACCURACY).body();
  }

  private static boolean toCheck(JsonNode field) {
    return field.path("to_check").asBoolean();
  }

  private static List<JsonNode> fields(String place) {
    return StreamSupport.stream(staff.get(place).body().path("fields").spliterator(), false)
        .toList();
  }

  private static JsonNode named(String place, String name) {
    return fields(place).stream()
        .filter(f -> f.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void say(String place, JsonNode field, String verdict) {
    assertThat(staff.put(place + "/fields/" + field.path("id").asText(), verdict).status())
        .isEqualTo(200);
  }

  private static String review(String request) {
    return sam.get("review.xhtml?document=" + document(request)).body();
  }

  private static String state(String request) {
    return staff.get("/api/v1/prior-authorizations/" + request).text("state");
  }

  private static String document(String request) {
    String documents = "/api/v1/prior-authorizations/" + request + "/documents";
    return staff.get(documents).body().path("items").path(0).path("id").asText();
  }

  private static String extraction(String request) {
    return "/api/v1/documents/" + document(request) + "/extraction";
  }
}
