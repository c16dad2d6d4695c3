package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Matched matched = PolicyCheck.run(pack, test);
    Map<String, Matched.Criterion> said =
        matched.criteria().stream().collect(Collectors.toMap(Matched.Criterion::id, c -> c));
    List<Expected> expected =
        test.expect().entrySet().stream()
            .map(
                e ->
                    new Expected(
                        e.getKey(),
                        said.get(e.getKey()).text(),
                        said.get(e.getKey()).verdict().word(),
                        e.getValue()))
            .toList();
    return new TestCase(test.name(), test.today(), matched.verdict(), expected);
  }
}
