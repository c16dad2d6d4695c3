package org.openpriorauth.samples;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The invented charts: three requests for the demo, and documents that are hard on purpose. */
public final class SampleCases {
  private static final List<String> CASES = List.of("lumbar-mri", "therapy-visits", "infliximab");
  private static final String TRAPS = "traps";

  private SampleCases() {}

  /** The demo's requests with their documents; made on first use and kept. */
  public static List<SampleCase> all() {
    return Demo.CASES;
  }

  /** Documents for tests: another patient's page, a side that changes, words to a machine. */
  public static List<SampleDocument> traps() {
    return Traps.DOCUMENTS;
  }

  /** What is to be read in a document: {@code <document>.gold.json}. */
  public static String gold(SampleDocument document) {
    try {
      return Press.resource(folder(document) + "/" + document.fileName() + ".gold.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a case anew. */
  static SampleCase make(String name) {
    try {
      Properties properties = properties(name);
      Map<String, String> facts = new TreeMap<>();
      for (String key : properties.stringPropertyNames()) {
        if (key.contains(".")) {
          facts.put(key, properties.getProperty(key));
        }
      }
      String title = properties.getProperty("title");
      return new SampleCase(
          name, title, documents(name, properties), Collections.unmodifiableMap(facts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the documents of the tests anew. */
  static List<SampleDocument> makeTraps() {
    try {
      return documents(TRAPS, properties(TRAPS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String folder(SampleDocument document) {
    return all().stream()
        .filter(c -> c.documents().contains(document))
        .map(SampleCase::name)
        .findFirst()
        .orElse(TRAPS);
  }

  private static Properties properties(String name) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Press.resource(name + "/case.properties")));
    return properties;
  }

  private static List<SampleDocument> documents(String name, Properties properties)
      throws IOException {
    List<SampleDocument> documents = new ArrayList<>();
    for (String file : properties.getProperty("documents").split("[, ]+")) {
      documents.add(Press.document(name, file));
    }
    return List.copyOf(documents);
  }

  /** Writes every document and what is to be read in it below a directory, to be looked at. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args.length > 0 ? args[0] : "samples");
    for (SampleCase sample : all()) {
      write(root.resolve(sample.name()), sample.documents());
    }
    write(root.resolve(TRAPS), traps());
  }

  private static void write(Path directory, List<SampleDocument> documents) throws IOException {
    Files.createDirectories(directory);
    for (SampleDocument document : documents) {
      Files.write(directory.resolve(document.fileName()), document.content());
      Files.writeString(directory.resolve(document.fileName() + ".gold.json"), gold(document));
    }
  }

  private static final class Demo {
    private static final List<SampleCase> CASES =
        SampleCases.CASES.stream().map(SampleCases::make).toList();
  }

  private static final class Traps {
    private static final List<SampleDocument> DOCUMENTS = makeTraps();
  }
}
