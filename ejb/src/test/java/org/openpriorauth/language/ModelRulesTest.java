package org.openpriorauth.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.language.LanguageModelService.Wanted;
import org.openpriorauth.language.model.ModelSettings.Choice;

class ModelRulesTest {
  private static final List<String> ADAPTERS = List.of("anthropic", "openai");

  private static Wanted wanted(String adapter, String address, String key, boolean agreement) {
    return new Wanted(adapter, address, "m-1", key, 1000, new BigDecimal("3"), null, agreement);
  }

  private static List<String> faults(Wanted wanted) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> ModelRules.checked(wanted, ADAPTERS));
    return problem.faults().stream().map(Fault::pointer).toList();
  }

  @Test
  void aChoiceIsKeptAsItIsMeant() {
    Choice choice =
        ModelRules.checked(wanted("openai", "https://m.example/", "sk-1", true), ADAPTERS);
    assertThat(choice)
        .isEqualTo(
            new Choice(
                "openai",
                "https://m.example",
                "m-1",
                1000,
                new BigDecimal("3.0000"),
                BigDecimal.ZERO));
  }

  @Test
  void offIsOffWhateverElseIsSaid() {
    assertThat(ModelRules.checked(wanted("none", "https://m.example", "sk", false), ADAPTERS))
        .isEqualTo(Choice.OFF);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Wanted wrong =
        new Wanted("oracle", null, "two words", "a\r\nb: c", 0, new BigDecimal("-1"), null, false);
    assertThat(faults(wrong))
        .containsExactly(
            "/adapter",
            "/base_url",
            "/model",
            "/key",
            "/agreement",
            "/monthly_tokens",
            "/input_price");
  }

  @Test
  void nobodySendsChartsAwayWithoutSayingThatTheyMay() {
    assertThat(faults(wanted("anthropic", "https://m.example", "sk-1", false)))
        .containsExactly("/agreement");
  }
}
