package org.openpriorauth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpriorauth.keys.model.SealedColumn;

/** What is sealed somewhere and missing in the list would keep its old key for ever. */
@Tag("security")
class SealedColumnTest {
  private static final Path MIGRATIONS = Path.of("../persistence/src/main/resources/db/migration");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern TABLE =
      Pattern.compile("(?s)(?:create|alter) table (\\w+)(.*?);\\s*\\n");
  private static final Pattern BYTES = Pattern.compile("(?:\\n\\s*|add column )(\\w+) +bytea");
  private static final Pattern PLACE_OF_SEAL = Pattern.compile("\\.seal\\(\\s*([A-Za-z_.]+)");

  /** Hashes, keyed hashes, what is wrapped by a master key, and what has a key of its own. */
  private static final Set<String> NOT_SEALED =
      Set.of(
          "session_secret.hash",
          "patient.mrn_index",
          "patient.birth_index",
          "patient.external_index",
          "patient_name_token.token",
          "coverage.member_index",
          "prior_authorization.external_index",
          "idempotency_key.fingerprint",
          "clinical_document.content_index",
          "packet.sha256",
          "determination.fingerprint",
          "recovery_code.hash",
          "invitation.token_hash",
          "api_key.hash",
          "password_reset.hash",
          "audit_seal.keyed",
          "key_ring.wrapped",
          "document_upload_piece.content");

  @Test
  void everyColumnOfBytesIsSealedAndListedOrKnownNotToBe() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files(MIGRATIONS, ".sql")) {
      Matcher table = TABLE.matcher(Files.readString(file).replaceAll("--[^\\n]*", ""));
      while (table.find()) {
        Matcher column = BYTES.matcher(table.group(2));
        while (column.find()) {
          found.add(table.group(1) + "." + column.group(1));
        }
      }
    }
    Set<String> known = new TreeSet<>(NOT_SEALED);
    for (SealedColumn column : SealedColumn.values()) {
      known.add(column.table() + "." + column.column());
    }
    assertThat(found).isEqualTo(known);
  }

  @Test
  void everyPlaceThatTheCodeSealsForIsListed() throws IOException {
    Set<String> listed =
        Arrays.stream(SealedColumn.values())
            .map(column -> column.place(0).replaceAll("/0$", "/"))
            .collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (Path file : files(CODE, ".java")) {
      String code = Files.readString(file);
      for (String name : names(code, file)) {
        found.add(constant(name, code, file));
      }
    }
    assertThat(found).isEqualTo(listed);
  }

  @Test
  void rowsOfOneParentHaveTheirNumberInTheirPlace() {
    assertThat(SealedColumn.PAGE.place(3)).isEqualTo("document_page.content/3");
    assertThat(SealedColumn.PATIENT.place(0)).isEqualTo("patient.identity");
    assertThat(SealedColumn.PACKET_KEY.place(0)).isEqualTo("clinical_document.content_key");
  }

  /** The first argument of each call; the ciphers themselves and long contents pass one on. */
  private static List<String> names(String code, Path file) {
    return PLACE_OF_SEAL
        .matcher(code)
        .results()
        .map(MatchResult::group)
        .map(call -> call.replaceAll("(?s).*\\(\\s*", ""))
        .filter(name -> !name.equals("id") || !file.endsWith("chart/Contents.java"))
        .filter(name -> !name.equals("place") || !file.endsWith("keys/SealedValues.java"))
        .toList();
  }

  private static String constant(String name, String code, Path file) throws IOException {
    int dot = name.indexOf('.');
    String where =
        dot < 0 ? code : Files.readString(file.resolveSibling(name.substring(0, dot) + ".java"));
    Matcher value =
        Pattern.compile(" String " + name.substring(dot + 1) + " =\\s*\"([^\"]+)\"").matcher(where);
    assertThat(value.find()).as(name + " of " + file + " is a constant").isTrue();
    return value.group(1);
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
