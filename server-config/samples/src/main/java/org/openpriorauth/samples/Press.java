package org.openpriorauth.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a document's text into the file that its {@code !output} line asks for. */
final class Press {
  private Press() {}

  static SampleDocument document(String folder, String fileName) throws IOException {
    List<Block> blocks = Markup.parse(resource(folder + "/" + fileName + ".txt"));
    byte[] print = new Typesetter(blocks).pdf();
    Options output = setting(blocks, "output").options();
    return switch (output.words().get(0)) {
      case "pdf" -> new SampleDocument(fileName, "application/pdf", print);
      case "scan" ->
          new SampleDocument(fileName, "application/pdf", new Scanner(output).scan(print));
      case "fax" -> {
        String header = setting(blocks, "faxheader").args();
        byte[] pages = new FaxMachine(output, header).send(print);
        yield new SampleDocument(fileName, "image/tiff", pages);
      }
      case "photo" -> {
        String type = "image/" + output.text("format", "png");
        yield new SampleDocument(fileName, type, new Camera(output).shoot(print));
      }
      default -> throw new IllegalArgumentException(fileName + ": no such output");
    };
  }

  /** The document before it was scanned, faxed or photographed. */
  static byte[] print(String folder, String fileName) throws IOException {
    return new Typesetter(Markup.parse(resource(folder + "/" + fileName + ".txt"))).pdf();
  }

  private static Block setting(List<Block> blocks, String kind) {
    return blocks.stream().filter(b -> b.kind().equals(kind)).findFirst().orElseThrow();
  }

  static String resource(String path) throws IOException {
    try (InputStream in = Press.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("No such sample: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
