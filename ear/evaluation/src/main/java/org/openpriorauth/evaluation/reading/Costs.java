package org.openpriorauth.evaluation.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the reading cost.
 *
 * @param pages that were read
 * @param readerSeconds processor time of the readers' processes
 * @param rulesSeconds processor time of the rules
 * @param residentMegabytes the largest reader's, at its height; 0 where the system does not say
 * @param slowestSeconds the slowest document, by the clock
 */
record Costs(
    int pages,
    double readerSeconds,
    double rulesSeconds,
    int residentMegabytes,
    double slowestSeconds) {

  /** To be called while the readers live. */
  static Costs of(List<Judged> judged) {
    List<Outcome> outcomes = judged.stream().map(Judged::outcome).toList();
    return new Costs(
        outcomes.stream().mapToInt(o -> o.pages().size()).sum(),
        seconds(
            ProcessHandle.current()
                .children()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)),
        seconds(outcomes.stream().map(Outcome::finding).reduce(Duration.ZERO, Duration::plus)),
        ProcessHandle.current().children().mapToInt(Costs::resident).max().orElse(0),
        outcomes.stream().mapToDouble(o -> seconds(o.reading())).max().orElse(0));
  }

  @JsonProperty
  double readerSecondsPerPage() {
    return readerSeconds / Math.max(1, pages);
  }

  @JsonProperty
  double rulesMillisPerPage() {
    return 1000 * rulesSeconds / Math.max(1, pages);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static int resident(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
