package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.PlainBrowser.Shown;

/** What happens while a page is being made is on it, or seen with its next look: never lost. */
@ExtendWith(Stack.class)
class MeanwhileStory {
  private static final Pattern MARK = Pattern.compile("data-mark=\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void onTheRequestsPage() {
    String request = Cases.request(Api.as("sam"));
    changedMeanwhile(request, "request.xhtml?id=" + request, "pulse?request=" + request);
  }

  @Test
  void onTheReviewsPage() {
    String request = Cases.request(Api.as("sam"));
    String document = Cases.document(Api.as("sam"), request);
    changedMeanwhile(request, "review.xhtml?document=" + document, "pulse?request=" + request);
  }

  @Test
  void inTheWorkQueue() {
    changedMeanwhile(Cases.request(Api.as("sam")), "queue.xhtml", "pulse");
  }

  /** The page knows what it shows of the request when it has to wait for its patient. */
  private static void changedMeanwhile(String request, String place, String pulse) {
    PlainBrowser sam = PlainBrowser.signedIn("sam");
    CompletableFuture<Shown> page;
    try (Locked patients = Locked.table("patient")) {
      page = CompletableFuture.supplyAsync(() -> sam.get(place));
      Eventually.get(PATIENCE, patients::waiting, waiting -> waiting > 0);
      line(request, "fff");
    }
    assertThat(mark(page.join())).isNotEqualTo(sam.get(pulse).body());
    Eventually.get(
        PATIENCE, () -> mark(sam.get(place)), mark -> mark.equals(sam.get(pulse).body()));
  }

  @Test
  void aLineThatIsCommittedAfterALaterOneIsSeen() {
    String request = Cases.request(Api.as("sam"));
    PlainBrowser sam = PlainBrowser.signedIn("sam");
    int earlier = 0;
    for (String pulse : List.of("pulse", "pulse?request=" + request)) {
      String before = sam.get(pulse).body();
      line(request, "00" + earlier++);
      assertThat(sam.get(pulse).body()).as(pulse).isNotEqualTo(before);
    }
  }

  /** Another line, in the order of lines right before or right after the request's latest. */
  private static void line(String request, String place) {
    Rows.change(
        "insert into timeline_event select cast(overlay(cast(id as text) placing ? from 34) as"
            + " uuid), clinic_id, prior_authorization_id, kind, at, actor, detail"
            + " from timeline_event where prior_authorization_id = ? order by id desc limit 1",
        place,
        UUID.fromString(request));
  }

  private static String mark(Shown page) {
    Matcher found = MARK.matcher(page.body());
    assertThat(found.find()).as(page.status() + " " + page.body()).isTrue();
    return found.group(1);
  }
}
