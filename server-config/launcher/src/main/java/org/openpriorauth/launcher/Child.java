package org.openpriorauth.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process of ours: its output in a log file, its number in a file beside it, so that the next run
 * finds and ends what a killed one left behind.
 */
final class Child implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final String name;
  private final Process process;
  private final Path log;
  private final Path pidFile;

  private Child(String name, Process process, Path log, Path pidFile) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
  }

  static Child start(
      String name, Path directory, List<String> command, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(directory);
    Path log = directory.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    Path pidFile = directory.resolve(name + ".pid");
    Instant begun = process.info().startInstant().orElse(Instant.EPOCH);
    Files.writeString(pidFile, process.pid() + " " + begun.toEpochMilli());
    return new Child(name, process, log, pidFile);
  }

  private static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  /** Ends what an earlier run left running under this name; answers whether there was any. */
  static boolean endLeftover(String name, Path directory) throws IOException {
    Path pidFile = directory.resolve(name + ".pid");
    if (!Files.exists(pidFile)) {
      return false;
    }
    String[] parts = Files.readString(pidFile).trim().split(" ");
    Optional<ProcessHandle> leftover = Optional.empty();
    if (parts.length == 2) {
      // A number may since belong to somebody else: the time of its start tells.
      leftover =
          ProcessHandle.of(Long.parseLong(parts[0]))
              .filter(
                  p ->
                      p.info().startInstant().map(Instant::toEpochMilli).orElse(-1L)
                          == Long.parseLong(parts[1]));
    }
    leftover.ifPresent(
        p -> {
          p.descendants().forEach(ProcessHandle::destroyForcibly);
          p.destroyForcibly();
          p.onExit().join();
        });
    Files.deleteIfExists(pidFile);
    return leftover.isPresent();
  }

  /**
   * Polls until ready; a process that ends or a deadline that passes is an error with the log's
   * end.
   */
  void await(BooleanSupplier ready, Duration deadline) {
    Instant end = Instant.now().plus(deadline);
    while (Instant.now().isBefore(end)) {
      if (!process.isAlive()) {
        throw new LaunchFailure(
            "%s ended with code %d. Its last words:%n%s"
                .formatted(name, process.exitValue(), tail()));
      }
      if (ready.getAsBoolean()) {
        return;
      }
      pause();
    }
    throw new LaunchFailure(
        "%s was not ready after %d seconds. Its last words:%n%s"
            .formatted(name, deadline.toSeconds(), tail()));
  }

  private void pause() {
    try {
      process.waitFor(250, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted while waiting for " + name + ".", e);
    }
  }

  /** Waits for a process that ends by itself; false if it does not in time. */
  boolean ended(Duration deadline) {
    try {
      return process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted while waiting for " + name + ".", e);
    }
  }

  /** What an ended process came to: 0 if all was well. */
  int code() {
    return process.exitValue();
  }

  /** The end of the log. */
  String tail() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return "(no log at " + log + ")";
    }
  }

  Path log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** As {@code kill -9} does it: for the tests that pull the plug. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    } catch (IOException e) {
      throw new LaunchFailure("The process file of " + name + " could not be removed.", e);
    }
  }
}
