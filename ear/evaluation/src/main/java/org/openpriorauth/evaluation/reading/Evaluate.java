package org.openpriorauth.evaluation.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.openpriorauth.calibration.Fit;
import org.openpriorauth.extraction.reader.ReaderProcesses;
import org.openpriorauth.extraction.rules.RuleFieldExtractor;
import org.openpriorauth.wire.json.Json;

/**
 * Reads every document of a directory with the product's own reader and says how well: {@code mvn
 * -Pevaluate -Dcases=DIR [-Dsplit=tune] [-Dcalibrate=FILE]}. Writes {@code report.json} and {@code
 * report.html} with pictures of what went wrong; and, where a file is named for it, what the scores
 * were worth.
 */
public final class Evaluate {
  private static final int READERS = Runtime.getRuntime().availableProcessors();
  private static final int HEAP_MEGABYTES = 512;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Evaluate() {}

  /**
   * @param args the directory of the cases, the directory for the reports, the split to read or
   *     nothing for all, and the file for a calibration or nothing
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    // Maven hands an empty property over as null.
    String split = args.length > 2 && args[2] != null ? args[2] : "";
    String calibrate = args.length > 3 && args[3] != null ? args[3] : "";
    List<Case> cases =
        Case.in(Path.of(args[0])).stream()
            .filter(c -> split.isBlank() || split.equals(c.gold().split()))
            .toList();
    Path reports = Files.createDirectories(Path.of(args[1]));
    ReaderProcesses pages = ReaderProcesses.of(READERS, HEAP_MEGABYTES, LONGEST);
    try {
      RuleFieldExtractor rules = new RuleFieldExtractor();
      List<Judged> judged = judged(cases, new ProductReader(pages, rules));
      Report report = Report.of(rules.version(), judged, Costs.of(judged));
      System.out.print(report.text());
      report.write(reports.resolve("report.json"));
      if (!calibrate.isBlank()) {
        String id = YearMonth.now(ZoneOffset.UTC).toString();
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValue(
                Path.of(calibrate).toFile(), Fit.of(id, rules.version(), Samples.of(judged)));
      }
      new Misses(pages, reports).write(judged);
      System.out.println(reports.resolve("report.html"));
    } finally {
      pages.stop();
    }
  }

  private static List<Judged> judged(List<Case> cases, ProductReader reader)
      throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(READERS);
    try {
      return pool.submit(() -> cases.parallelStream().map(c -> judged(c, reader)).toList()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdown();
    }
  }

  private static Judged judged(Case one, ProductReader reader) {
    try {
      return Judge.of(one, reader.read(one));
    } catch (IOException e) {
      throw new UncheckedIOException(one.name(), e);
    }
  }
}
