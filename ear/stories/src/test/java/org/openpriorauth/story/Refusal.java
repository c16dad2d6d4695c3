package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openpriorauth.story.Api.Answer;

/** What every error looks like, held against the page that tells clients of it. */
final class Refusal {
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\| (OPA-\\d{4}) \\| (.+?) \\| (\\d{3})(?:, document)? \\|$");
  private static final Map<String, Listed> LISTED = listed();

  private Refusal() {}

  private record Listed(String title, int status) {}

  static void check(Answer answer, String number) {
    String code = "OPA-" + number;
    Listed listed = LISTED.get(code);
    JsonNode body = answer.body();
    assertThat(answer.text("code")).as(answer.status() + " " + body).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(listed.status());
    assertThat(body.path("status").asInt()).isEqualTo(listed.status());
    assertThat(answer.text("title")).isEqualTo(listed.title());
    assertThat(answer.text("type")).isEqualTo("https://openpriorauth.org/errors/" + code);
    assertThat(answer.text("detail")).matches("[A-Z][^\\n]{8,300}\\.");
    plain(answer.text("detail"));
    assertThat(answer.text("request_id"))
        .matches("[A-Za-z0-9._-]{8,64}")
        .isEqualTo(answer.header("X-Request-Id").orElse("none"));
    for (JsonNode fault : body.path("errors")) {
      assertThat(fault.path("pointer").asText()).matches("(/[a-z0-9_]+)*");
      assertThat(fault.path("code").asText()).matches("[a-z_]+");
      plain(fault.path("detail").asText());
    }
    assertThat(body.path("errors").isEmpty())
        .as("which values: " + body)
        .isEqualTo(!number.equals("1003"));
    headers(answer);
  }

  static void blames(Answer answer, String pointer, String fault) {
    assertThat(answer.body().path("errors"))
        .as(answer.body().toString())
        .map(e -> e.path("pointer").asText() + " " + e.path("code").asText())
        .containsExactly(pointer + " " + fault);
  }

  private static void headers(Answer answer) {
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    if (answer.status() == 401) {
      assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }
    if (answer.status() == 429 || answer.status() == 503) {
      assertThat(answer.header("Retry-After").orElse("")).matches("[1-9]\\d*");
    }
  }

  /** Words for people: no class, no pattern, no trace. */
  private static void plain(String words) {
    assertThat(words)
        .isNotBlank()
        .doesNotContain("Exception", "java", "org.", "\tat ")
        .doesNotContainPattern("[|\\\\^{}<>\\[\\]]");
  }

  private static Map<String, Listed> listed() {
    Path page = Path.of(System.getProperty("openpriorauth.root"), "ear/docs/errors.md");
    try {
      return LINE.matcher(Files.readString(page))
          .results()
          .collect(Collectors.toMap(line -> line.group(1), Refusal::title));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Listed title(MatchResult line) {
    return new Listed(line.group(2), Integer.parseInt(line.group(3)));
  }
}
