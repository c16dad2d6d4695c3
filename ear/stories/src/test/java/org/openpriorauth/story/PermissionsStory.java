package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.identity.Totp;
import org.openpriorauth.story.Api.Answer;

/** Every role walks to every door and every screen; who comes in is what the page in docs says. */
@Tag("security")
@ExtendWith(Stack.class)
class PermissionsStory {
  private static final Path ROOT = Path.of(System.getProperty("openpriorauth.root"));
  private static final Path PAGE = ROOT.resolve("ear/docs/permissions.md");

  /** Where the walked table is left, to be compared and taken over by a person. */
  private static final Path WALKED = ROOT.resolve("ear/stories/target/permissions.md");

  private static final List<String> ROLES =
      List.of(
          "admin",
          "clinician",
          "staff",
          "billing",
          "front_desk",
          "read_only",
          "security_officer",
          "operator",
          "platform_admin");

  private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();

  /** Somebody in a role, at both kinds of door. */
  private record Person(Api api, PlainBrowser browser) {}

  @BeforeAll
  static void oneOfEachRole() {
    ROLES.forEach(role -> PEOPLE.put(role, person(role)));
  }

  private static Person person(String role) {
    Newcomer person =
        switch (role) {
          case "platform_admin" -> Practices.administrator();
          case "operator" -> Practices.operator();
          default -> Newcomer.as(role);
        };
    Answer signedIn = Api.signIn(person.username(), Newcomer.PASSWORD);
    Api api = Api.withToken(signedIn.text("access_token"));
    if (!signedIn.body().path("mfa_enrolment_required").asBoolean()) {
      return new Person(api, PlainBrowser.signedIn(person.username(), Newcomer.PASSWORD));
    }
    byte[] secret = person.enrol(api);
    String refresh =
        Api.JSON.createObjectNode().put("refresh_token", signedIn.text("refresh_token")).toString();
    String token = Api.anonymous().post("/api/v1/auth/refresh", refresh).text("access_token");
    String code = Totp.code(secret, Totp.step(Instant.now()) + 1);
    return new Person(
        Api.withToken(token), PlainBrowser.signedIn(person.username(), Newcomer.PASSWORD, code));
  }

  @Test
  void everyRoleComesThroughTheDoorsThatThePageSaysAndNoOther() throws IOException {
    List<String> walked = new ArrayList<>();
    walked.add("| | " + String.join(" | ", ROLES).replace('_', ' ') + " |");
    walked.add("|---".repeat(ROLES.size() + 1) + "|");
    // Before the doors, one of which ends the other sessions.
    walked.addAll(screens());
    Door.ALL.stream()
        .filter(door -> !door.open() && !door.walk().equals("secret"))
        .map(door -> line("`" + door + "`", who -> enters(who.api(), door)))
        .forEach(walked::add);
    Files.write(WALKED, walked);
    assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("|")))
        .as("as walked now: " + WALKED)
        .containsExactlyElementsOf(walked);
  }

  private static List<String> screens() {
    String request = new ReadyCases("ROLES").ready("72148", 1);
    String place = "/api/v1/prior-authorizations/" + request + "/documents";
    String document = Api.as("sam").get(place).body().path("items").path(0).path("id").asText();
    return ScreenDeeds.SHOWING.stream()
        .map(
            screen ->
                line(
                    "screen `/" + screen + "`",
                    who ->
                        who.browser()
                                .get(
                                    screen
                                        .replace("{request}", request)
                                        .replace("{document}", document))
                                .status()
                            == 200))
        .toList();
  }

  /** Who may not is told so before anything that is wrong with the ids. */
  private static boolean enters(Api who, Door door) {
    Answer answer = door.knock(who, DoorsStory.NOBODYS);
    assertThat(answer.status()).as(door + " " + answer.body()).isNotIn(401, 500);
    return !answer.text("code").equals("OPA-1105");
  }

  private static String line(String door, Predicate<Person> enters) {
    return "| "
        + door
        + " | "
        + PEOPLE.values().stream()
            .map(who -> enters.test(who) ? "✓" : " ")
            .collect(Collectors.joining(" | "))
        + " |";
  }
}
