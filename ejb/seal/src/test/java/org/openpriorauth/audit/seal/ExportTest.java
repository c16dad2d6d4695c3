package org.openpriorauth.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to an export afterwards shows. */
class ExportTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** The examples of RFC 9162 are those of Certificate Transparency's reference tests. */
  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
  })
  void theTreeIsTheStandards(int lines, String root) {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < lines; i++) {
      tree.add("");
    }
    assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(root);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 31, 33})
  void theTreeIsSplitAtTheLargestPowerOfTwo(int lines) {
    MerkleTree tree = new MerkleTree();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      tree.add("line " + i);
      all.add("line " + i);
    }
    assertThat(tree.root()).isEqualTo(plainly(all));
  }

  /** As the standard words it, without a thought for speed. */
  private static byte[] plainly(List<String> lines) {
    if (lines.size() == 1) {
      MerkleTree one = new MerkleTree();
      one.add(lines.get(0));
      return one.root();
    }
    int k = Integer.highestOneBit(lines.size() - 1);
    byte[] left = plainly(lines.subList(0, k));
    byte[] right = plainly(lines.subList(k, lines.size()));
    var sha = MerkleTree.sha256();
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  @Test
  void aWholeExportIsWhole() throws IOException {
    Export.Report report = verify(export());
    assertThat(report.problems()).isEmpty();
    assertThat(report.seals()).isEqualTo(4);
    assertThat(report.events()).isEqualTo(5 + 6 + 7 + 8);
    assertThat(report.unsealed()).isEqualTo(2);
    List<String> part = new ArrayList<>(export());
    part.subList(1, 7).clear();
    Export.Report rest = verify(part);
    assertThat(rest.problems())
        .singleElement()
        .asString()
        .contains("does not begin with its first seal");
    assertThat(rest.firstSeal()).isEqualTo(2);
    assertThat(rest.head()).isEqualTo(report.head());
  }

  @Test
  void whatWasRemovedWithTheChainsOwnWordIsNoFault() throws IOException {
    List<String> removed = without(removing(1, hashOfFirst()), 1);
    Export.Report report = verify(removed);
    assertThat(report.problems()).isEmpty();
    assertThat(report.removed()).isEqualTo(1);
    assertThat(report.keptFrom()).isEqualTo("2019-11-01");
    assertThat(verify(removing(1, hashOfFirst())).keptFrom())
        .as("as long as the events are there")
        .isEmpty();
  }

  @Test
  void whatIsGoneWithoutASealedWordIsFound() throws IOException {
    assertThat(verify(without(export(), 1)).problems()).as("nothing said").hasSize(1);
    assertThat(verify(without(export(), 4)).problems()).as("the newest").hasSize(1);
    List<String> more = without(without(removing(1, hashOfFirst()), 2), 1);
    assertThat(verify(more).problems()).as("more than was said").hasSize(1);
    assertThat(verify(without(removing(1, "a".repeat(64)), 1)).problems())
        .as("another seal")
        .hasSize(1);
    List<String> part = removing(1, hashOfFirst());
    part.remove(2);
    assertThat(verify(part).problems()).as("one of several").hasSize(1);
    List<String> open = without(export(), 1);
    open.add(open.indexOf(Export.UNSEALED) + 1, removal(1, hashOfFirst()));
    assertThat(verify(open).problems()).as("not sealed").hasSize(1);
    String elsewhere = removal(1, hashOfFirst()).replace("\"audit.remove\"", "\"pa.read\"");
    assertThat(verify(without(export(elsewhere), 1)).problems()).as("another event").hasSize(1);
  }

  private static String hashOfFirst() {
    String seal = export().get(1);
    return seal.substring(seal.length() - 64);
  }

  private static String removal(long seal, String hash) {
    return ("{\"position\":9,\"id\":\"i\",\"at\":\"t\",\"clinic\":null,\"actor\":\"a\","
            + "\"action\":\"audit.remove\",\"subject\":\"audit_event\",\"detail\":{"
            + "\"hash\": \"%s\", \"seal\": %d, \"before\": \"2019-11-01\"}}")
        .formatted(hash, seal);
  }

  /** An export whose second seal fixes the word of a removal. */
  private static List<String> removing(long seal, String hash) {
    return export(removal(seal, hash));
  }

  /** The seal stands, and what it fixes is gone. */
  private static List<String> without(List<String> whole, int seal) {
    List<String> rest = new ArrayList<>();
    boolean gone = false;
    for (String line : whole) {
      gone = line.startsWith("{") ? gone : line.startsWith("seal " + seal + " ");
      if (!gone || !line.startsWith("{")) {
        rest.add(line);
      }
    }
    return rest;
  }

  @Test
  void everySingleChangeRemovalAndInsertionIsFound() throws IOException {
    List<String> whole = export();
    int sealed = whole.indexOf(Export.UNSEALED);
    Random random = new Random(7);
    for (int i = 1; i < sealed; i++) {
      List<String> changed = new ArrayList<>(whole);
      StringBuilder line = new StringBuilder(changed.get(i));
      int at = 1 + random.nextInt(line.length() - 1);
      line.setCharAt(at, line.charAt(at) == '0' ? '1' : '0');
      changed.set(i, line.toString());
      assertThat(verify(changed).problems()).as("changed line " + i).isNotEmpty();

      List<String> fewer = new ArrayList<>(whole);
      fewer.remove(i);
      boolean onlyFirst = i == 1;
      assertThat(verify(fewer).problems()).as("removed line " + i).isNotEmpty();
      List<String> more = new ArrayList<>(whole);
      more.add(i + 1, onlyFirst ? whole.get(1) : whole.get(i));
      assertThat(verify(more).problems()).as("inserted after line " + i).isNotEmpty();
      if (i + 1 < sealed) {
        List<String> swapped = new ArrayList<>(whole);
        swapped.set(i, whole.get(i + 1));
        swapped.set(i + 1, whole.get(i));
        assertThat(verify(swapped).problems()).as("swapped line " + i).isNotEmpty();
      }
    }
  }

  @Test
  void whatWasCutShortIsNotWhole() throws IOException {
    List<String> whole = export();
    for (int i = 1; i < whole.size(); i++) {
      assertThat(verify(whole.subList(0, i)).problems()).as("the first " + i).isNotEmpty();
    }
  }

  /** Somebody with the whole database makes a new chain: whole in itself, with another head. */
  @Test
  void aForgedChainHasAnotherHead() throws IOException {
    String head = verify(export()).head();
    List<String> forged = export("{\"position\":9,\"action\":\"forged\"}");
    assertThat(verify(forged).problems()).isEmpty();
    assertThat(verify(forged).head()).isNotEqualTo(head);
  }

  @Test
  void whatIsNoExportIsSaidToBeNone() throws IOException {
    assertThat(verify(List.of()).problems()).containsExactly("This is no audit export.");
    assertThat(verify(List.of("{}")).problems()).containsExactly("This is no audit export.");
    assertThat(verify(List.of(Export.HEADER + "x", "{}", "seal 1")).problems()).hasSize(3);
  }

  private static List<String> export() {
    return export("{\"position\":9,\"action\":\"patient.read\"}");
  }

  /**
   * @param ninth an event under the second seal
   */
  private static List<String> export(String ninth) {
    List<String> lines = new ArrayList<>(List.of(Export.HEADER + "a-clinic"));
    String previous = Seal.NONE;
    long position = 0;
    for (int number = 1; number <= 4; number++) {
      MerkleTree tree = new MerkleTree();
      List<String> events = new ArrayList<>();
      long after = position;
      for (int i = 0; i < 4 + number; i++) {
        position++;
        String event =
            position == 9 ? ninth : "{\"position\":" + position + ",\"action\":\"pa.read\"}";
        events.add(event);
        tree.add(event);
      }
      String root = HexFormat.of().formatHex(tree.root());
      Seal seal =
          new Seal("a-clinic", number, after, position, events.size(), root, previous, NOON);
      previous = seal.hash();
      lines.add(seal.line());
      lines.addAll(events);
    }
    lines.add(Export.UNSEALED);
    lines.add("{\"position\":100}");
    lines.add("{\"position\":101}");
    lines.add(Export.END);
    return lines;
  }

  private static Export.Report verify(List<String> lines) throws IOException {
    return Export.verify(new BufferedReader(new StringReader(String.join("\n", lines))));
  }
}
