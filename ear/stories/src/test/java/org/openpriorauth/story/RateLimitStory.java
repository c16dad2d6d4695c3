package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.PlainBrowser.Shown;

/** Who calls too often is refused, and nobody else; the answers say where one stands. */
@Tag("security")
@ExtendWith(Stack.class)
class RateLimitStory {
  /** More than any quota of the stories brings back meanwhile. */
  private static final int MANY = 1200;

  /** A call comes free every fifth of a second; an address that is new has three hundred. */
  private static final int AT_ONCE = 20;

  private static final String SEARCH = "/api/v1/patients/search";
  private static final String NOBODY = "{\"name\": \"nobody\"}";

  @Test
  void aUserWhoSearchesTooOftenWaitsAndNobodyElseDoes() throws InterruptedException {
    Api hasty = Newcomer.as("staff").signIn();
    Answer first = hasty.post(SEARCH, NOBODY);
    assertThat(first.header("RateLimit-Policy"))
        .contains("\"calls\";q=60000;w=60, \"search\";q=120;w=60");
    assertThat(first.header("RateLimit").orElse("")).contains("\"search\";r=119;t=1");
    Answer refused = untilRefused(() -> hasty.post(SEARCH, NOBODY)).refused("1012");
    assertThat(refused.header("RateLimit").orElse("")).contains("\"search\";r=0;t=60");
    int wait = Integer.parseInt(refused.header("Retry-After").orElseThrow());
    assertThat(wait).isBetween(1, 2);
    assertThat(hasty.get("/api/v1/clinics/current").status()).as("another door").isEqualTo(200);
    assertThat(Api.as("sam").post(SEARCH, NOBODY).status()).as("another user").isEqualTo(200);
    Thread.sleep(wait * 1000L);
    assertThat(hasty.post(SEARCH, NOBODY).status()).as("after the wait").isEqualTo(200);
  }

  @Test
  void anAddressThatTriesADoorTooOftenWaitsWhateverItSaysOfItself() {
    String address = "203.0.113." + anything();
    Answer refused = untilRefused(() -> refresh(address)).refused("1012");
    assertThat(refused.header("RateLimit-Policy")).contains("\"open\";q=300;w=60");
    for (String said : new String[] {"198.51.100." + anything(), "127.0.0.1", "nonsense"}) {
      untilRefused(AT_ONCE, () -> refresh(said + ", " + address)).refused("1012");
    }
    refresh("198.51.100." + anything()).refused("1104");
    assertThat(from(address, "/api/v1/auth/login").status()).as("another door").isEqualTo(401);
  }

  @Test
  void thePageOfWhoTriesTooOftenSaysSoInPlainWords() {
    String address = "2001:db8:" + anything() + "::1";
    String form = PlainBrowser.with(null).get("sign-in.xhtml").state();
    Shown refused = null;
    for (int i = 0; i < MANY && (refused == null || refused.status() != 429); i++) {
      refused =
          PlainBrowser.with(null)
              .submit(
                  "sign-in.xhtml",
                  Map.of("jakarta.faces.ViewState", form),
                  "X-Forwarded-For",
                  address);
    }
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("[1-9]");
    assertThat(refused.body()).contains("<h1>", "Wait a minute and try again. (OPA-1012)");
    assertThat(PlainBrowser.signedIn("sam").get("queue.xhtml").status()).isEqualTo(200);
  }

  private static Answer untilRefused(Supplier<Answer> call) {
    return untilRefused(MANY, call);
  }

  private static Answer untilRefused(int most, Supplier<Answer> call) {
    Answer answer = call.get();
    for (int i = 0; i < most && answer.status() != 429; i++) {
      answer = call.get();
    }
    return answer;
  }

  private static Answer refresh(String forwarded) {
    return from(forwarded, "/api/v1/auth/refresh");
  }

  private static Answer from(String forwarded, String door) {
    return Api.anonymous()
        .send(
            Api.anonymous()
                .request(door)
                .header("X-Forwarded-For", forwarded)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        door.endsWith("login")
                            ? "{\"username\": \"nobody-at-all\", \"password\": \"x\"}"
                            : "{\"refresh_token\": \"none\"}")));
  }

  private static int anything() {
    return ThreadLocalRandom.current().nextInt(2, 250);
  }
}
