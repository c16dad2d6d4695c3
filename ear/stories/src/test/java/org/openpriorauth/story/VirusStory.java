package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.PlainBrowser.Shown;

/** Every upload is looked through before anything of it is kept. */
@Tag("security")
@ExtendWith(Stack.class)
class VirusStory {
  private static final byte[] INFECTED =
      ("A note. " + Clamd.EICAR).getBytes(StandardCharsets.US_ASCII);

  private static Api sam;
  private static String request;

  @BeforeAll
  static void aRequest() {
    sam = Api.as("sam");
    request = Cases.request(sam);
  }

  @AfterEach
  void theScannerTellsTheTruth() {
    Stack.clamd().says(null);
  }

  @Test
  void aFileWithAVirusIsRefusedKeptNowhereAndWrittenDown() {
    long before = refusals();
    long rows = documents();
    assertThat(sam.upload(place(), "note.txt", INFECTED).refused("1530").text("detail"))
        .contains("Win.Test.EICAR_HDB-1");
    Shown screen = throughTheScreens(INFECTED);
    assertThat(screen.status()).isEqualTo(422);
    assertThat(screen.body()).contains("(OPA-1530)");
    assertThat(documents()).isEqualTo(rows);
    assertThat(refusals()).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stream: Can't open file ERROR\0", "INSTREAM size limit exceeded.\0"})
  void withoutAClearWordNothingComesIn(String word) {
    Stack.clamd().says(word);
    long rows = documents();
    sam.upload(place(), "note.txt", note("unclear " + word.length())).refused("1531");
    assertThat(throughTheScreens(note("unclear too")).status()).isEqualTo(503);
    assertThat(documents()).isEqualTo(rows);
  }

  @Test
  void aCleanFileComesInAfterItWasLookedThrough() {
    int asked = Stack.clamd().asked();
    assertThat(sam.upload(place(), "note.txt", note("clean")).status()).isEqualTo(202);
    assertThat(Stack.clamd().asked()).isEqualTo(asked + 1);
  }

  private static Shown throughTheScreens(byte[] content) {
    return PlainBrowser.signedIn("sam")
        .post("upload?request=" + request, content, "X-Screen", "1", "X-File-Name", "note.txt");
  }

  private static String place() {
    return "/api/v1/prior-authorizations/" + request + "/documents";
  }

  private static byte[] note(String text) {
    return ("A note that is " + text + ".").getBytes(StandardCharsets.US_ASCII);
  }

  private static long documents() {
    return Rows.count("select count(*) from clinical_document");
  }

  private static long refusals() {
    return Rows.count(
        "select count(*) from audit_event where action = 'document.upload'"
            + " and outcome = 'refused' and detail::text like '%EICAR%'");
  }
}
