package org.openpriorauth.audit.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads an export: a first line that names the chain, then each seal with the events that it fixes,
 * a line each. What follows the last sealed event after a line {@code unsealed} is fixed by nothing
 * yet.
 */
public final class Export {
  /** The beginning of an export's first line; the chain's name follows. */
  public static final String HEADER = "openpriorauth-audit-1 ";

  /** Stands before events that no seal fixes yet. */
  public static final String UNSEALED = "unsealed";

  /** The last line: an export that was cut short has none. */
  public static final String END = "end";

  private static final int MOST_PROBLEMS = 100;

  private final List<String> problems = new ArrayList<>();
  private final Emptied emptied = new Emptied();
  private MerkleTree tree = new MerkleTree();
  private Seal seal;
  private Seal first;
  private long sealLine;
  private long seals;
  private long events;
  private long unsealed;

  private Export() {}

  /**
   * What an export is worth.
   *
   * @param before the hash that the link before the export's first must have
   * @param head the hash of its last link: compare it with the one that the site noted when it was
   *     made, for a chain that was cut off at its end is whole in itself
   * @param removed of how many seals the events were removed, as the chain itself says under a seal
   * @param keptFrom the day, in UTC, from which on all events are there; empty where none was
   *     removed
   * @param problems in plain words with line numbers, at most a hundred; empty if nothing was
   *     changed, removed or inserted
   */
  public record Report(
      String chain,
      long seals,
      long events,
      long unsealed,
      long firstSeal,
      String before,
      String head,
      long removed,
      String keptFrom,
      List<String> problems) {}

  /**
   * @throws IOException if it cannot be read
   */
  public static Report verify(BufferedReader in) throws IOException {
    String header = in.readLine();
    if (header == null || !header.startsWith(HEADER)) {
      return new Report(
          "", 0, 0, 0, 0, Seal.NONE, Seal.NONE, 0, "", List.of("This is no audit export."));
    }
    return new Export().read(header.substring(HEADER.length()), in);
  }

  private Report read(String chain, BufferedReader in) throws IOException {
    long number = 1;
    boolean open = false;
    boolean ended = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (ended) {
        problem(number, "something stands after the end");
      } else if (line.equals(END)) {
        ended = true;
      } else if (line.startsWith("{")) {
        if (open) {
          unsealed++;
        } else if (seal == null) {
          problem(number, "an event stands before the first seal");
        } else {
          tree.add(line);
          emptied.event(line);
          events++;
        }
      } else if (line.equals(UNSEALED)) {
        open = true;
      } else {
        close();
        link(chain, number, line);
      }
    }
    close();
    if (!ended) {
      problem(number, "the export was cut short: its last line is not there");
    }
    if (emptied.fault() != null) {
      problem(number, emptied.fault());
    }
    return report(chain);
  }

  private Report report(String chain) {
    return new Report(
        chain,
        seals,
        events,
        unsealed,
        first == null ? 0 : first.number(),
        first == null ? Seal.NONE : first.previous(),
        seal == null ? Seal.NONE : seal.hash(),
        emptied.seals(),
        emptied.keptFrom(),
        List.copyOf(problems));
  }

  private void link(String chain, long number, String line) {
    Map.Entry<Seal, String> read;
    try {
      read = Seal.read(chain, line);
    } catch (IllegalArgumentException e) {
      problem(number, "neither an event nor a seal");
      return;
    }
    Seal next = read.getKey();
    if (!next.hash().equals(read.getValue())) {
      problem(number, "seal " + next.number() + " was changed: its hash is another");
    }
    if (seal == null) {
      first = next;
      if (next.number() != 1) {
        problem(number, "the chain does not begin with its first seal");
      } else if (next.after() != 0 || !next.previous().equals(Seal.NONE)) {
        problem(number, "the first seal of all has something before it");
      }
    } else if (next.number() != seal.number() + 1
        || next.after() != seal.upTo()
        || !next.previous().equals(seal.hash())) {
      problem(
          number,
          "seal %d does not follow seal %d: one was removed, inserted or changed"
              .formatted(next.number(), seal.number()));
    }
    seal = next;
    emptied.sealed(next);
    sealLine = number;
    seals++;
    tree = new MerkleTree();
  }

  /** All events of a seal are there: do they make its root? */
  private void close() {
    if (seal == null) {
      return;
    }
    if (tree.lines() == 0 && seal.events() > 0) {
      emptied.empty(seal);
    } else if (tree.lines() != seal.events()) {
      problem(
          sealLine,
          "seal %d fixed %d events, and here are %d: one was removed or inserted"
              .formatted(seal.number(), seal.events(), tree.lines()));
    } else if (!HexFormat.of().formatHex(tree.root()).equals(seal.root())) {
      problem(sealLine, "an event under seal %d was changed or moved".formatted(seal.number()));
    }
  }

  private void problem(long line, String words) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add("line " + line + ": " + words);
    }
  }
}
