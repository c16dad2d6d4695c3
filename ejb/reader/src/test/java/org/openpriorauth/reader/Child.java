package org.openpriorauth.reader;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real jar as a real child, as the application server starts it. */
final class Child implements AutoCloseable {
  private final Process process;
  private final OutputStream to;
  private final DataInputStream from;

  private Child(Process process) {
    this.process = process;
    this.to = new BufferedOutputStream(process.getOutputStream());
    this.from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** Starts one that keeps its files below a directory, with arguments after the jar. */
  static Child start(Path temporary, String... arguments) throws IOException {
    return start(temporary, List.of(), arguments);
  }

  /** The same with options for its machine. */
  static Child start(Path temporary, List<String> options, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.home=" + temporary.resolve("user"),
                "-Djava.io.tmpdir=" + temporary));
    command.addAll(options);
    command.addAll(List.of("-jar", System.getProperty("reader.jar", "target/reader.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(temporary.resolve("log.txt").toFile());
    return new Child(builder.start());
  }

  void send(String header, byte[] content) throws IOException {
    sendRaw(Loop.request(header, content));
  }

  void sendRaw(byte[] bytes) throws IOException {
    to.write(bytes);
    to.flush();
  }

  Frame next() throws IOException {
    return Frame.next(from);
  }

  /** Frames up to the one that ends a job. */
  List<Frame> answer() throws IOException {
    List<Frame> frames = new ArrayList<>();
    Frame frame;
    do {
      frame = next();
      frames.add(frame);
    } while (frame != null && !List.of("done", "failed", "image").contains(frame.string("type")));
    return frames;
  }

  byte[] output() throws IOException {
    return from.readAllBytes();
  }

  void endInput() throws IOException {
    to.close();
  }

  /** The exit status, or -1 if it does not come within the time. */
  int exit(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
