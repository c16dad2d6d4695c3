package org.openpriorauth.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What a running server spends its CPU time on, as the JDK's flight recorder samples it. */
final class Recording {
  private static final String SAMPLE = "jdk.ExecutionSample";

  private final List<List<String>> stacks;

  private Recording(List<List<String>> stacks) {
    this.stacks = stacks;
  }

  /** Of a process while something is done to it. */
  static Recording of(long pid, Work work) throws Exception {
    Path file = Files.createTempFile("server", ".jfr");
    try {
      // A server's stacks are deep, and the part that says whose they are is at the bottom.
      jcmd(pid, "JFR.configure", "stackdepth=512");
      jcmd(pid, "JFR.start", "name=benchmark", "settings=profile");
      work.run();
      jcmd(pid, "JFR.stop", "name=benchmark", "filename=" + file);
      return new Recording(stacks(file));
    } finally {
      Files.delete(file);
    }
  }

  /** What is done to the process meanwhile. */
  interface Work {
    void run() throws Exception;
  }

  /** The CPU seconds that a process spends while something is done to it. */
  static double cpuSeconds(long pid, Work work) throws Exception {
    Duration before = cpu(pid);
    work.run();
    return cpu(pid).minus(before).toNanos() / 1e9;
  }

  /** The share of the samples that have such a method ({@code class.method}) on their stack. */
  double share(Predicate<String> method) {
    System.out.println(stacks.size() + " samples");
    assertThat(stacks).as("samples").hasSizeGreaterThan(50);
    return (double) stacks.stream().filter(s -> s.stream().anyMatch(method)).count()
        / stacks.size();
  }

  private static Duration cpu(long pid) {
    return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
  }

  private static List<List<String>> stacks(Path file) throws IOException {
    List<List<String>> stacks = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(SAMPLE)) {
        stacks.add(
            event.getStackTrace().getFrames().stream().map(Recording::name).distinct().toList());
      }
    }
    return stacks;
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    words.add(Long.toString(pid));
    words.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
  }
}
