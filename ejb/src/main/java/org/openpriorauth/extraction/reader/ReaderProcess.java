package org.openpriorauth.extraction.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openpriorauth.wire.json.Json;

/**
 * One child that reads documents: a request in, frames out, one job at a time. It ends by itself
 * when our end of its input closes, so a killed server leaves none behind.
 */
final class ReaderProcess implements AutoCloseable {
  /**
   * Bytes of JSON. The reader cuts a page at 200,000 characters and 50,000 words, which are three
   * million bytes at most in Latin script; a tree of more would crowd the server.
   */
  private static final int LARGEST_FRAME = 8 * 1024 * 1024;

  private static final int LARGEST_PICTURE = 64 * 1024 * 1024;

  private static final String NOWHERE =
      System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null";

  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;

  private ReaderProcess(Process process) {
    this.process = process;
    this.to = new DataOutputStream(new java.io.BufferedOutputStream(process.getOutputStream()));
    this.from = new DataInputStream(new java.io.BufferedInputStream(process.getInputStream()));
  }

  static ReaderProcess start(Path jar, int heapMegabytes) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heapMegabytes + "m",
                    "-XX:+UseSerialGC",
                    // A crash must not write a patient's page to the disk.
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=" + NOWHERE,
                    "-Djava.awt.headless=true",
                    "-Dopenpriorauth.reader.home=" + jar.resolveSibling("reader"),
                    "-jar",
                    jar.toString()))
            .directory(jar.getParent().toFile())
            // What it logs holds no document content; the pipe must not fill up either way.
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // The server's own options and secrets are nothing to it.
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    return new ReaderProcess(builder.start());
  }

  /** One frame: its JSON, and the bytes that came with it or null. */
  record Frame(JsonNode json, byte[] content) {
    String type() {
      return json.path("type").asText();
    }
  }

  /** How a job ended: with a last frame, or without one. */
  enum End {
    ANSWERED,
    KILLED,
    BROKEN
  }

  /**
   * Runs one job. The process is killed at the deadline, and of no use afterwards unless the end is
   * {@link End#ANSWERED}.
   */
  End run(Object header, byte[] content, Duration deadline, Consumer<Frame> frames) {
    // On the timer's own thread: a busy common pool must not put the deadline off.
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            this::kill,
            CompletableFuture.delayedExecutor(
                deadline.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
    try {
      send(header, content);
      String type;
      do {
        Frame frame = receive(from);
        type = frame.type();
        frames.accept(frame);
      } while (type.equals("opened") || type.equals("page"));
      return End.ANSWERED;
    } catch (IOException e) {
      // Dead during a job, by the deadline, by its own watchdog or by a crash: the document did it.
      return died() ? End.KILLED : End.BROKEN;
    } finally {
      watch.cancel(false);
    }
  }

  private void send(Object header, byte[] content) throws IOException {
    byte[] json = Json.bytes(header);
    to.writeInt(json.length);
    to.write(json);
    to.writeInt(content.length);
    to.write(content);
    to.flush();
  }

  /**
   * @throws IOException if it ends inside a frame, or if one is longer than any that makes sense
   */
  static Frame receive(DataInputStream from) throws IOException {
    JsonNode json = Json.mapper().readTree(bytes(from, from.readInt(), LARGEST_FRAME));
    int length = json.path("content_length").asInt(0);
    return new Frame(json, length == 0 ? null : bytes(from, length, LARGEST_PICTURE));
  }

  private static byte[] bytes(DataInputStream from, int length, int most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("The reader lost step.");
    }
    byte[] bytes = from.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  boolean alive() {
    return process.isAlive();
  }

  private boolean died() {
    try {
      return process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
