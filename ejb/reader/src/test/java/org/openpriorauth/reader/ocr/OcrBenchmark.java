package org.openpriorauth.reader.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.reader.Samples;
import org.openpriorauth.reader.document.Deadline;

/**
 * The OCR call of a warm worker against the {@code tesseract} command-line tool on the same picture
 * with one thread, by CPU time, in one window. Rendering and cleaning are not in it.
 */
@Tag("performance")
class OcrBenchmark {
  private static final int ROUNDS = 7;
  private static final int DPI = 300;
  private static final double LIMIT = 1.1;

  @TempDir private Path directory;

  @Test
  void costsNoMoreThanTheCommandLineTool() throws Exception {
    BufferedImage page = Samples.page(DPI);
    File file = directory.resolve("page.png").toFile();
    ImageIO.write(page, "png", file);
    Assumptions.assumeTrue(
        commandLineTool(file) > 0, "OCR BENCHMARK NOT RUN: this machine has no tesseract command");
    double[] ratios = new double[ROUNDS];
    long ours = 0;
    long theirs = 0;
    try (Engine engine = Engine.start()) {
      Gray picture = Gray.of(page);
      engine.read(picture, DPI, Deadline.in(Duration.ofMinutes(1)));
      for (int round = 0; round < ROUNDS; round++) {
        long before = processCpuMillis();
        assertThat(engine.read(picture, DPI, Deadline.in(Duration.ofMinutes(1))))
            .hasSizeGreaterThan(100);
        ours = processCpuMillis() - before;
        theirs = commandLineTool(file);
        ratios[round] = (double) ours / theirs;
      }
    }
    Arrays.sort(ratios);
    double median = ratios[ROUNDS / 2];
    System.out.printf(
        "FIGURE ocr-call: %.2f x the command-line tool's CPU time (limit %.1f; %.2f to %.2f; last %d and %d ms)%n",
        median, LIMIT, ratios[0], ratios[ROUNDS - 1], ours, theirs);
    assertThat(median).isLessThanOrEqualTo(LIMIT);
  }

  private static long processCpuMillis() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1_000_000;
  }

  /** CPU milliseconds of one run; 0 where there is no such command. */
  private long commandLineTool(File page) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder("tesseract", page.toString(), "stdout", "-l", "eng", "--psm", "3")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("text").toFile());
    command.environment().put("OMP_THREAD_LIMIT", "1");
    long before = childrenCpuMillis();
    Process process;
    try {
      process = command.start();
    } catch (IOException e) {
      return 0;
    }
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return childrenCpuMillis() - before;
  }

  /** Linux sums up the time of ended children, in hundredths of a second. */
  private static long childrenCpuMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return 10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }
}
