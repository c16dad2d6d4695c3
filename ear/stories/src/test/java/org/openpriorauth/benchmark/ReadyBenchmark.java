package org.openpriorauth.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.launcher.ApplicationServer;
import org.openpriorauth.launcher.RunningSystem;

/**
 * From the start of the server's process to its readiness, against the same server in the same
 * configuration with an EAR that holds one empty page.
 */
@Tag("performance")
class ReadyBenchmark {
  private static final int ROUNDS = 3;

  /** The goal is 2 (ear/docs/figures.md); until it is reached, this keeps it from getting worse. */
  private static final double LIMIT = 3;

  @TempDir private Path directory;

  @Test
  void isReadyWithinTwiceTheTimeOfAnEmptyApplication() throws Exception {
    double[] ratios = new double[ROUNDS];
    double[] seconds = new double[ROUNDS];
    try (RunningSystem empty = Bench.start("empty", emptyEar())) {
      empty.server().close();
      try (RunningSystem whole = Bench.start("whole")) {
        for (int round = 0; round < ROUNDS; round++) {
          whole.server().close();
          double reference = start(empty.server());
          empty.server().close();
          seconds[round] = start(whole.server());
          ratios[round] = seconds[round] / reference;
        }
      }
    }
    Figure.report("ready", Figure.median(seconds), "s");
    Figure.atMost(LIMIT, "ready-ratio", Figure.median(ratios), "x an empty EAR on the same server");
  }

  private static double start(ApplicationServer server) {
    long begun = System.nanoTime();
    server.start();
    return (System.nanoTime() - begun) / 1e9;
  }

  private Path emptyEar() throws IOException {
    Path war = zip("empty.war", "health/ready", "ready".getBytes(StandardCharsets.UTF_8));
    String application =
        """
        <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
          <module><web><web-uri>empty.war</web-uri><context-root>/</context-root></web></module>
        </application>
        """;
    Path ear = directory.resolve("empty.ear");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(ear))) {
      entry(out, "META-INF/application.xml", application.getBytes(StandardCharsets.UTF_8));
      entry(out, "empty.war", Files.readAllBytes(war));
    }
    return ear;
  }

  private Path zip(String name, String entry, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(out, entry, content);
    }
    return file;
  }

  private static void entry(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
