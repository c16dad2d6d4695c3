package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.PlainBrowser.Shown;

/**
 * Every way there is from one clinic to another, tried and counted. {@code WallStory} says of each
 * door what exactly it answers; here nothing of the other clinic may come back at all.
 */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
@Thorough
class CrossingStory {
  private static final int FEWEST = 500;
  private static final Set<String> NAMED_BY_OTHERS =
      Set.of("page", "attempt", "criterion", "kind", "version");
  private static final UUID OURS = DemoClinic.CEDAR_HOLLOW.id();
  private static final UUID THEIRS = DemoClinic.RIVERBEND.id();

  private static Map<String, String> ours;
  private static Set<String> marks;

  private final Crossings crossings = new Crossings();
  private final Api rita = Api.as("rita");

  @BeforeAll
  static void aCaseWithEverything() {
    WallStory.aCaseWithEverything();
    ours = new LinkedHashMap<>(WallStory.ours);
    Answer request = Api.as("sam").get("/api/v1/prior-authorizations/" + ours.get("request"));
    marks =
        Stream.concat(
                ours.entrySet().stream()
                    .filter(id -> !NAMED_BY_OTHERS.contains(id.getKey()))
                    .map(Map.Entry::getValue),
                Stream.of(request.text("pa_number"), OURS.toString(), "Sam Whitfield"))
            .collect(Collectors.toSet());
  }

  @Test
  void nobodyGetsAcross() throws SQLException {
    doors();
    cached();
    switching();
    lists();
    screens();
    connection();
    batch();
    pool();
    crossings.write(Path.of(System.getProperty("stories.home")).resolveSibling("crossings.md"));
    System.out.println("crossings: " + crossings.kinds() + ", all " + crossings.all());
    assertThat(crossings.across()).isEmpty();
    assertThat(crossings.all()).isGreaterThanOrEqualTo(FEWEST);
    assertThat(crossings.kinds())
        .hasSize(11)
        .allSatisfy((k, n) -> assertThat(n).hasPositiveValue());
  }

  /** Each door with each id of ours, by everybody there is, and past what caches would answer. */
  private void doors() {
    Api key = key();
    Api clinician = clinician();
    List<Long> before = Rows.ofConsequenceButAudit();
    for (Door door : Door.ALL.stream().filter(Door::foreign).toList()) {
      refused("a door, an administrator", door, door.knock(rita, ours));
      refused("a door, a clinician", door, door.knock(clinician, ours));
      refused("a door, another system's key", door, door.knock(key, ours));
    }
    assertThat(Rows.ofConsequenceButAudit()).as("nothing was changed").isEqualTo(before);
  }

  /** If an open wall cannot be seen, the story above sees nothing. */
  @Test
  void anOpenWallIsSeen() throws SQLException {
    Rows.change("alter table provider disable row level security");
    try {
      connection();
    } finally {
      Rows.change("alter table provider enable row level security");
    }
    assertThat(crossings.across()).isNotEmpty().allMatch(what -> what.contains(" provider "));
  }

  private void cached() {
    Door.ALL.stream()
        .filter(door -> door.foreign() && door.verb().equals("GET"))
        .forEach(this::cached);
  }

  /** With the tag that our own people were given, a part of it, and its head only. */
  private void cached(Door door) {
    Api own = door.path().matches("/api/v1/(audit|users)/.*") ? Api.as("ada") : Api.as("sam");
    String tag = own.get(door.at(ours)).header("ETag").orElse("\"0\"");
    for (String[] header :
        new String[][] {{"If-None-Match", tag}, {"If-None-Match", "*"}, {"Range", "bytes=0-99"}}) {
      HttpRequest.Builder asked = rita.request(door.at(ours)).headers(header).GET();
      refused("a cached or partial answer", door, rita.send(asked));
    }
    HttpRequest.Builder head =
        rita.request(door.at(ours)).method("HEAD", HttpRequest.BodyPublishers.noBody());
    Answer answer = rita.send(head);
    crossings.tried("a cached or partial answer", "HEAD " + door.path(), answer.status() >= 400);
  }

  private void refused(String way, Door door, Answer answer) {
    boolean held = answer.status() >= 400 && answer.status() < 500 && silent(answer.raw().body());
    crossings.tried(way, door + " " + answer.status(), held);
  }

  /** Names of the clinic in every place where a server might believe them. */
  private void switching() {
    String place = "/api/v1/prior-authorizations/" + ours.get("request");
    for (String header : List.of("X-Clinic", "X-Clinic-Id", "X-Tenant", "X-Tenant-Id", "Clinic")) {
      Answer answer = rita.send(rita.request(place).header(header, OURS.toString()).GET());
      crossings.tried("another clinic named", header, answer.status() == 404);
    }
    for (String name : List.of("clinic", "clinic_id", "practice_id", "tenant")) {
      Answer answer = rita.get(place + "?" + name + "=" + OURS);
      crossings.tried("another clinic named", name, answer.status() == 404);
      Answer list = rita.get("/api/v1/prior-authorizations?limit=200&" + name + "=" + OURS);
      crossings.tried("another clinic named", "list " + name, silent(list.raw().body()));
    }
    Answer gone = rita.post("/api/v1/auth/clinics/active", "{\"practice_id\": \"" + OURS + "\"}");
    crossings.tried("another clinic named", "going there", gone.status() >= 400);
  }

  /** Whatever lists, searches and exports: nothing of ours is in it. */
  private void lists() {
    for (Door door : Door.ALL) {
      if (door.verb().equals("GET") && door.walk().equals("own") && !door.path().contains("{")) {
        for (String more : List.of("", "?limit=200", "?limit=200&state=APPROVED")) {
          Answer answer = rita.get(door.path() + more);
          crossings.tried("a list or an export", door + more, silentBut(door, answer));
        }
      }
    }
    String mrn = Api.as("sam").get("/api/v1/patients/" + ours.get("patient")).text("mrn");
    for (String wanted :
        List.of(
            "\"name\": \"sample\"",
            "\"mrn\": \"" + mrn + "\"",
            "\"birth_date\": \"1971-04-05\"",
            "\"name\": \"jane\", \"birth_date\": \"1971-04-05\"")) {
      Answer found = rita.post("/api/v1/patients/search", "{" + wanted + "}");
      crossings.tried("a search", wanted, silent(found.raw().body()));
    }
  }

  /** Her own trail holds the ids that she herself asked for, and none of our names. */
  private static boolean silentBut(Door door, Answer answer) {
    return door.path().contains("/audit/")
        ? !answer.raw().body().contains("Sam Whitfield")
            && !answer.raw().body().contains(OURS.toString())
        : silent(answer.raw().body());
  }

  private static boolean silent(String said) {
    return marks.stream().noneMatch(said::contains);
  }

  /** Pages, pictures, files and the pulse of the screens. */
  private void screens() {
    PlainBrowser browser = PlainBrowser.signedIn("rita");
    for (String place : ScreenDeeds.SHOWING) {
      String at =
          place
              .replace("{request}", ours.get("request"))
              .replace("{document}", ours.get("document"));
      Shown shown = browser.get(at);
      boolean about = place.contains("{");
      String said = shown.body().replace(at, "");
      boolean held =
          about ? said.length() < 200_000 && quiet(said) : !said.contains("Sam Whitfield");
      crossings.tried("a screen", place + " " + shown.status(), held);
    }
  }

  /** A page may name the id that was asked for, as its own address. */
  private static boolean quiet(String said) {
    return marks.stream()
        .filter(mark -> !mark.equals(ours.get("request")) && !mark.equals(ours.get("document")))
        .noneMatch(said::contains);
  }

  /** The application's own connection, in the other clinic and in none. */
  private void connection() throws SQLException {
    try (Connection app = as("app")) {
      app.setAutoCommit(false);
      for (String table : TenantTables.ALL) {
        for (UUID inside : new UUID[] {THEIRS, null}) {
          String ofOurs = " where clinic_id = '" + OURS + "'";
          sql(app, inside, "select count(*) from " + table + ofOurs);
          sql(app, inside, "update " + table + " set clinic_id = clinic_id" + ofOurs);
          sql(app, inside, "delete from " + table + ofOurs);
        }
      }
      sql(app, THEIRS, "select count(*) from audit_listings('" + ours.get("patient") + "')");
      sql(app, THEIRS, "select count(*) from audit_event where clinic_id = '" + OURS + "'");
      sql(app, THEIRS, "select count(*) from clinic where id = '" + OURS + "'");
      sql(app, THEIRS, "select count(*) from membership where clinic_id = '" + OURS + "'");
      app.rollback();
    }
  }

  private void sql(Connection connection, UUID inside, String sql) throws SQLException {
    Savepoint here = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select set_config('app.clinic', '" + (inside == null ? "" : inside) + "', true)");
      long rows;
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          result.next();
          rows = result.getLong(1);
        }
      } else {
        rows = statement.getUpdateCount();
      }
      crossings.tried("the application's connection", inside + " " + sql, rows == 0);
    } catch (SQLException refused) {
      crossings.tried("the application's connection", sql, refused.getSQLState().equals("42501"));
    } finally {
      connection.rollback(here);
    }
  }

  /** The role of the job repository, which needs no patient at all. */
  private void batch() throws SQLException {
    try (Connection batch = as("batch");
        Statement statement = batch.createStatement()) {
      for (String table : TenantTables.ALL) {
        boolean held;
        try {
          statement.executeQuery("select count(*) from openpriorauth." + table);
          held = false;
        } catch (SQLException refused) {
          held = refused.getSQLState().equals("42501");
        }
        crossings.tried("the job repository's connection", table, held);
      }
    }
  }

  /** Both clinics at once over the same few connections. */
  private void pool() {
    Api sam = Api.as("sam");
    List<CompletableFuture<Void>> calls =
        IntStream.range(0, 80)
            .mapToObj(i -> CompletableFuture.runAsync(() -> listed(i % 2 == 0 ? sam : rita, i)))
            .toList();
    calls.forEach(CompletableFuture::join);
  }

  private void listed(Api who, int i) {
    String prefix = i % 2 == 0 ? "CH-" : "RB-";
    Answer list = who.get("/api/v1/prior-authorizations?limit=50");
    boolean own = list.status() == 200;
    for (var row : list.body().path("items")) {
      own &= row.path("pa_number").asText().startsWith(prefix);
    }
    crossings.tried("a connection that was the other's", prefix + list.status(), own);
  }

  private Api key() {
    return Api.withKey(
        ApiKeys.made(rita, "patient:read", "patient:change", "pa:read", "pa:change", "payer:read")
            .text("key"));
  }

  private static Api clinician() {
    Rows.change(
        "update membership set role = 'clinician' where clinic_id = ? and user_id ="
            + " (select id from app_user where username = 'rita')",
        THEIRS);
    try {
      return People.anew("rita");
    } finally {
      Rows.change(
          "update membership set role = 'admin' where clinic_id = ? and user_id ="
              + " (select id from app_user where username = 'rita')",
          THEIRS);
    }
  }

  private static Connection as(String role) throws SQLException {
    return Stack.system()
        .database()
        .as("openpriorauth_" + role, Stack.system().secrets().password(role))
        .getConnection();
  }
}
