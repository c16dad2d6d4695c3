package org.openpriorauth.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The real loop in this process, fed from memory. */
final class Loop {
  private static final Jobs JOBS = new Jobs();

  private Loop() {}

  /** Bytes of one request. */
  static byte[] request(String header, byte[] content) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      byte[] json = header.getBytes(StandardCharsets.UTF_8);
      out.writeInt(json.length);
      out.write(json);
      out.writeInt(content.length);
      out.write(content);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends one job and collects its frames. */
  static List<Frame> ask(String header, byte[] content) {
    return send(request(header, content));
  }

  /** Sends raw input and collects all frames. */
  static List<Frame> send(byte[] input) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RequestStream in = new RequestStream(new ByteArrayInputStream(input));
      new Worker(in, ResponseStream.framed(out), JOBS).run();
      return frames(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Frame> frames(byte[] output) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(output));
    List<Frame> frames = new ArrayList<>();
    for (Frame frame = Frame.next(in); frame != null; frame = Frame.next(in)) {
      frames.add(frame);
    }
    return frames;
  }

  static List<Frame> read(byte[] content) {
    return ask("{\"op\":\"read\",\"id\":\"r\"}", content);
  }

  /** The frame of one page, number from 1. */
  static Frame page(byte[] content, int number) {
    return read(content).get(number);
  }

  static Frame render(byte[] content, String more) {
    return ask("{\"op\":\"render\",\"id\":\"d\"" + more + "}", content).get(0);
  }
}
