package org.openpriorauth.criteria;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.wire.json.Json;

/**
 * Packs that come with the product, to start a payer's own from. They were written for it from
 * common principles of coverage: no payer's policy, and no advice.
 */
final class ExamplePacks {
  private static final String FOLDER = "examples/";

  private ExamplePacks() {}

  /** By title. */
  static List<PolicyPack> all() {
    return Shelf.PACKS;
  }

  static Optional<PolicyPack> find(String id) {
    return all().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** The same rules under a payer's name. */
  static PolicyPack of(PolicyPack example, String payerCode) {
    return new PolicyPack(
        example.id(),
        example.version(),
        example.title(),
        payerCode,
        example.effective(),
        example.source(),
        example.appliesTo(),
        example.authorization(),
        example.criteria(),
        example.alternatives(),
        example.tests());
  }

  /** Read when somebody first asks. */
  private static final class Shelf {
    private static final List<PolicyPack> PACKS =
        new String(bytes("index.txt"), StandardCharsets.UTF_8)
            .lines()
            .map(name -> Json.read(bytes(name + ".json"), PolicyPack.class))
            .sorted(java.util.Comparator.comparing(PolicyPack::title))
            .toList();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ExamplePacks.class.getResourceAsStream(FOLDER + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
