package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.openpriorauth.wire.json.Json;

/**
 * A pack as a person reads it.
 *
 * @param lines the criteria in words
 * @param cases its own test cases with what the rules say of each
 */
public record PackPage(PolicyPack pack, List<PolicyWords.Line> lines, List<TestCase> cases) {
  /**
   * @param whole the verdict of the whole pack
   * @param expected the criteria that the case names
   */
  public record TestCase(String name, LocalDate today, Verdict whole, List<Expected> expected) {}

  /**
   * @param verdict what the rules say
   * @param wanted what the case expects of them
   */
  public record Expected(String criterion, String text, String verdict, String wanted) {}

  /** The pack as a file, to begin the next version with. */
  public String json() {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(pack);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param pack one without faults
   */
  static PackPage of(PolicyPack pack) {
    List<PolicyPack.Example> tests = pack.tests() == null ? List.of() : pack.tests();
    return new PackPage(
        pack,
        PolicyWords.lines(pack.criteria()),
        tests.stream().map(test -> run(pack, test)).toList());
  }

  private static TestCase run(PolicyPack pack, PolicyPack.Example test) {
    Matched matched = PackExamples.match(pack, test);
    List<Expected> expected =
        matched.criteria().stream()
            .filter(c -> test.expect().containsKey(c.id()))
            .map(c -> new Expected(c.id(), c.text(), c.verdict().word(), test.expect().get(c.id())))
            .toList();
    return new TestCase(test.name(), test.today(), matched.verdict(), expected);
  }
}
