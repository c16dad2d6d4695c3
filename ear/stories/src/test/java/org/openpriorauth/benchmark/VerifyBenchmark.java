package org.openpriorauth.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpriorauth.audit.seal.Export;
import org.openpriorauth.audit.seal.MerkleTree;
import org.openpriorauth.audit.seal.Seal;

/** An export of the audit trail is verified; beside it, the same bytes are hashed and no more. */
@Tag("performance")
class VerifyBenchmark {
  private static final int SEALS = 40;
  private static final int EVENTS = 5000;
  private static final int ROUNDS = 5;
  private static final double LEAST_A_SECOND = 200_000;
  private static final double NANOS = 1e9;

  @Test
  void verifiesEventsAtMoreThanTheGoalsRate() throws Exception {
    byte[] export = export();
    double[] rates = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    verify(export);
    for (int round = 0; round < ROUNDS; round++) {
      double ours = cpuSeconds(() -> verify(export));
      double hashing = cpuSeconds(() -> MessageDigest.getInstance("SHA-256").digest(export));
      rates[round] = SEALS * EVENTS / ours;
      ratios[round] = ours / hashing;
    }
    Figure.atLeast(LEAST_A_SECOND, "audit-verify", Figure.median(rates), "events a CPU second");
    Figure.report("audit-verify-ratio", Figure.median(ratios), "x hashing the file");
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double cpuSeconds(Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / NANOS;
  }

  private static void verify(byte[] export) throws IOException {
    Export.Report report =
        Export.verify(
            new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(export), StandardCharsets.UTF_8)));
    assertThat(report.problems()).isEmpty();
    assertThat(report.events()).isEqualTo(SEALS * EVENTS);
  }

  /** Lines as long as real ones. */
  private static byte[] export() {
    StringBuilder all = new StringBuilder(Export.HEADER).append(UUID.randomUUID()).append('\n');
    String chain = all.substring(Export.HEADER.length(), all.length() - 1);
    String previous = Seal.NONE;
    for (int number = 1; number <= SEALS; number++) {
      MerkleTree tree = new MerkleTree();
      StringBuilder events = new StringBuilder();
      for (int i = 1; i <= EVENTS; i++) {
        String line = line((number - 1L) * EVENTS + i, chain);
        tree.add(line);
        events.append(line).append('\n');
      }
      Seal seal =
          new Seal(
              chain,
              number,
              (number - 1L) * EVENTS,
              (long) number * EVENTS,
              EVENTS,
              HexFormat.of().formatHex(tree.root()),
              previous,
              Instant.EPOCH);
      previous = seal.hash();
      all.append(seal.line()).append('\n').append(events);
    }
    return all.append(Export.END).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(long position, String clinic) {
    return """
        {"position":%d,"id":"%s","at":"2026-11-22T18:50:12.123456Z","clinic":"%s","actor":"%s",\
        "action":"patient.read","subject":"patient","subject_id":"%s","outcome":"done",\
        "door":"screen","request_id":"%s","address":"10.20.30.40","agent":"Mozilla/5.0 (X11;\
         Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",\
        "detail":{}}"""
        .formatted(position, new UUID(7, position), clinic, clinic, clinic, new UUID(position, 7));
  }
}
